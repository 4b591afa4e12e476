package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.store.AtomicFiles.Stamp;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);
    private static final Page.At NAME = new Page.At(1, "design-name");
    private static final Page.At KUBELET = new Page.At(2, "kubelet-identity");
    private static final Page.At REVIEW = new Page.At(12, "");
    private State state = Update.apply(State.start(Preferences.DEFAULT), new Action.New()).state();

    @Test
    void back_and_forward_go_through_the_places_in_the_order_of_visiting() {
        take(new Action.Go(KUBELET));
        take(new Action.Go(REVIEW));
        take(new Action.Back());
        assertEquals(KUBELET, state.page());
        take(new Action.Back());
        assertEquals(NAME, state.page());
        take(new Action.Back());
        assertEquals(NAME, state.page());
        take(new Action.Forward());
        take(new Action.Forward());
        take(new Action.Forward());
        assertEquals(REVIEW, state.page());
    }

    @Test
    void another_way_forgets_where_forward_led() {
        take(new Action.Go(KUBELET));
        take(new Action.Back());
        take(new Action.Go(REVIEW));
        take(new Action.Forward());
        assertEquals(REVIEW, state.page());
        take(new Action.Back());
        assertEquals(NAME, state.page());
    }

    @Test
    void staying_is_no_visit_and_undo_is_one() {
        take(new Action.Go(NAME));
        assertEquals(Visits.NONE, state.visits());
        take(new Action.Answered("kubelet-identity", new Answer.Choice("pre-created"), NOON));
        take(new Action.Undo(NOON));
        assertEquals(KUBELET, state.page());
        take(new Action.Back());
        assertEquals(NAME, state.page());
    }

    @Test
    void the_start_page_is_left_for_the_last_place() {
        take(new Action.Go(KUBELET));
        take(new Action.Go(Page.START));
        take(new Action.Back());
        assertEquals(KUBELET, state.page());
        assertTrue(state.visits().after().isEmpty());
    }

    @Test
    void a_design_opens_where_it_was_left() {
        var file = Path.of("a.aksiam.json");
        var document = new Document(Design.EMPTY, Optional.of(file), Stamp.ABSENT);
        take(new Action.Go(REVIEW));
        take(new Action.Opened(document, Optional.of(KUBELET)));
        assertEquals(KUBELET, state.page());
        assertEquals(Visits.NONE, state.visits());
        assertTrue(take(new Action.Go(REVIEW)).contains(new Effect.KeepPlace(file, REVIEW)));
    }

    @Test
    void every_place_is_found_by_its_name() {
        Catalogue.all().stream().map(consideration -> Route.at(consideration.id()))
            .forEach(place -> assertEquals(Optional.of(place), Route.place(Route.name(place))));
        assertEquals(Optional.empty(), Route.place("gone"));
        assertEquals(Optional.empty(), Route.place(""));
    }

    private List<Effect> take(Action action) {
        var next = Update.apply(state, action);
        state = next.state();
        return next.effects();
    }
}
