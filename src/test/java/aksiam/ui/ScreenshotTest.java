package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences.Theme;
import aksiam.workshop.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One picture a step, for people to look at: target/screenshots. */
class ScreenshotTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1280, 800, LIGHT, 100", "1280, 800, DARK, 100", "1920, 1080, LIGHT, 100", "1920, 1080, DARK, 100", "1280, 800, LIGHT, 150"})
    void every_step_has_a_picture(int width, int height, Theme theme, int zoom) throws IOException {
        try (var room = new Room(folder, width, height)) {
            room.theme(theme, zoom);
            var suffix = "-" + width + "x" + height + "-" + theme.name().toLowerCase(Locale.ROOT) + (zoom == 100 ? "" : "-" + zoom);
            picture(room, width, height, "00-start" + suffix);
            room.preset("shared-platform");
            for (var step : Catalogue.steps()) {
                room.take(new Action.Go(Route.open(step, room.state().design())));
                room.rendered();
                if (step.number() == 13) {
                    room.await(state -> state.generation().plan().isPresent());
                }
                picture(room, width, height, String.format(Locale.ROOT, "%02d-%s%s", step.number(), step.id(), suffix));
            }
            change(room, width, height, suffix);
        }
    }

    /** What an answer changes, in the three views of the panel. */
    private static void change(Room room, int width, int height, String suffix) throws IOException {
        room.take(new Action.Go(new Page.At(2, "cluster-identity-rights")));
        room.take(new Action.Answered("cluster-identity-rights", new Answer.Choice("network-contributor"), room.workshop.now()));
        room.rendered();
        picture(room, width, height, "changed-guidance" + suffix);
        room.picture("changed-files" + suffix, width, height, window -> window.show(SidePanel.View.FILES));
        room.picture("changed-record" + suffix, width, height, window -> window.show(SidePanel.View.RECORD));
    }

    private static void picture(Room room, int width, int height, String name) throws IOException {
        var file = room.picture(name, width, height);
        assertTrue(Files.size(file) > 10_000, name);
    }
}
