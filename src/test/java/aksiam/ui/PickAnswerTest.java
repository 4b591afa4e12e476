package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.store.DesignFile;
import aksiam.testkit.Fx;
import aksiam.testkit.ManyTeams;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickAnswerTest {
    @Test
    void of_many_names_some_are_shown_and_letters_find_the_others(@TempDir Path folder) throws IOException {
        var file = folder.resolve("many" + DesignFile.ENDING);
        Files.writeString(file, DesignFile.print(ManyTeams.of(60)));
        try (var room = new Room(folder, 1000, 720)) {
            room.show();
            room.take(new Action.Open(file));
            room.await(state -> state.page() instanceof Page.At);
            room.take(new Action.Go(new Page.At(4, "admin-groups")));
            assertEquals(30, boxes(room));
            assertFalse(Fx.exists("team-0059-dev"));
            Fx.click(".filter-field");
            Fx.type("0059");
            assertEquals(2, boxes(room));
            Fx.click("team-0059-dev");
            assertEquals(List.of("team-0059-dev"), room.state().design().choices("admin-groups"));
            var filter = (TextField) Fx.find(".filter-field");
            Fx.run(filter::clear);
            assertEquals(31, boxes(room), "what is picked stays");
            assertTrue(Fx.exists("team-0059-dev"));
        }
    }

    @Test
    void names_keep_their_underscores(@TempDir Path folder) {
        try (var room = Room.showing(folder, 1000, 720, "shared-platform", new Page.At(4, "admin-groups"))) {
            var rows = new ArrayList<>(room.state().design().rows("principals"));
            rows.set(0, rows.getFirst().with("name", "grp_aks_admins"));
            room.take(new Action.Answered("principals", new Answer.Table(rows), room.workshop.now()));
            Fx.drain();
            assertTrue(Fx.exists("grp_aks_admins"));
        }
    }

    private static int boxes(Room room) {
        return Fx.call(() -> room.window.lookupAll(".pick-box").size());
    }
}
