package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Fx;
import aksiam.workshop.RightsChange;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;

class RightsPartTest {
    @Test
    void lost_rights_are_never_folded_away() {
        var part = part(8, 9);
        assertEquals(8, count(part, ".right-lost"));
        assertEquals(0, count(part, ".right-gained"));
        assertEquals("8 rights lost", Fx.call(() -> ((Labeled) part.lookup(".chip-lost")).getText()));
        Fx.run(() -> ((Hyperlink) part.lookup("#all-rights")).fire());
        assertEquals(8, count(part, ".right-lost"));
        assertEquals(9, count(part, ".right-gained"));
        assertFalse(Fx.call(() -> part.lookup("#all-rights") != null));
    }

    @Test
    void five_lines_are_shown_at_first_and_few_are_shown_at_once() {
        var part = part(2, 7);
        assertEquals(2, count(part, ".right-lost"));
        assertEquals(3, count(part, ".right-gained"));
        assertEquals(4, count(part(1, 4), ".right-gained"));
        assertFalse(part(0, 0).isVisible());
    }

    @Test
    void many_stand_in_a_list_with_the_lost_ones_first() {
        var part = part(60, 3);
        var list = Fx.call(() -> (ListView<?>) part.lookup(".right-list"));
        assertEquals(60, Fx.call(() -> list.getItems().size()));
        assertTrue(Fx.call(() -> list.getItems().getFirst().toString()).contains("lost 0"));
    }

    private static RightsPart part(int lost, int gained) {
        return Fx.call(() -> {
            var part = new RightsPart();
            part.show(new RightsChange(lines("gained", gained), lines("lost", lost), gained, lost));
            return part;
        });
    }

    private static List<String> lines(String word, int number) {
        return IntStream.range(0, number).mapToObj(i -> word + " " + i).toList();
    }

    private static int count(RightsPart part, String selector) {
        return Fx.call(() -> part.lookupAll(selector).size());
    }
}
