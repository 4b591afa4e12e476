package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.store.StateFolder;
import aksiam.store.TroubleLog;
import aksiam.testkit.Designs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RendererTest {
    private static final String RIGHTS = "cluster-identity-rights";
    private final Renderer renderer = new Renderer(Clock.systemUTC(), new TroubleLog(new StateFolder(Path.of("target", "state")), Clock.systemUTC()));
    private final Design before = Designs.read("shared-platform");
    private final Design now = before.with(RIGHTS, new Answer.Choice("network-contributor"));

    @Test
    void a_preview_tells_the_files_their_lines_and_the_rights_of_the_last_change() {
        var preview = renderer.render(now, before, RIGHTS).preview();
        var file = preview.change("roles/cluster-identities-prod.bicepparam").orElseThrow();
        assertEquals(FileChange.Sign.CHANGED, file.sign());
        assertTrue(file.added() > 0 && file.removed() > 0);
        assertEquals(file.lines(), preview.lines(file.path()));
        for (int place : file.places()) {
            assertNotEquals(Lines.Kind.SAME, file.lines().get(place).kind());
            assertEquals(Lines.Kind.SAME, file.lines().get(place - 1).kind());
        }
        assertEquals(6, preview.rights().gains());
    }

    @Test
    void going_to_another_place_keeps_what_the_last_change_did() {
        var first = renderer.render(now, before, RIGHTS).preview();
        var second = renderer.render(now, before, "own-network").preview();
        assertEquals(first.changes(), second.changes());
        assertSame(first.rights(), second.rights());
        assertEquals("own-network", second.record().orElseThrow().consideration());
        assertEquals(second.record().orElseThrow().before(), second.record().orElseThrow().markdown());
    }

    @Test
    void the_record_is_that_of_the_bundle_with_what_it_was_and_what_people_wrote() {
        var reason = before.with(RIGHTS, before.decision(RIGHTS).withBecause("Our subnets are few."));
        var record = renderer.render(reason, before, RIGHTS).preview().record().orElseThrow();
        assertEquals(Optional.of("records/0005-cluster-identity-rights.md"), record.path());
        assertEquals(List.of("Our subnets are few."), record.words());
        assertTrue(record.markdown().contains("because our subnets are few."), record.markdown());
        assertTrue(!record.before().contains("subnets are few") && record.before().contains("Chosen option"), record.before());
    }

    @Test
    void without_an_answer_there_is_a_draft_and_no_path() {
        var open = before.without(RIGHTS).with(RIGHTS,
            Decision.NONE.withOpenPoint(Optional.of(new Decision.OpenPoint("Ask the network team", "Lee Gu", Optional.empty()))));
        var record = renderer.render(open, before, RIGHTS).preview().record().orElseThrow();
        assertEquals(Optional.empty(), record.path());
        assertEquals(List.of("Ask the network team"), record.words());
        assertTrue(record.markdown().contains("Not decided yet."), record.markdown());
    }
}
