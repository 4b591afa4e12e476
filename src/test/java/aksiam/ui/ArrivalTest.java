package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Step;
import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences.Contrast;
import aksiam.workshop.Preferences.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page and the panel look the same whether somebody walked there through others or opens the window on it. */
class ArrivalTest {
    /** Pixels of the frame around the current cell of a table, which the window that was only opened does not show yet. */
    private static final long NOTHING = 700;
    private static final int ATTEMPTS = 10;
    private static final int STEPS = 264;

    @TempDir
    private Path folder;

    @Test
    void a_page_walked_to_looks_like_a_page_opened() throws IOException {
        try (var room = new Room(folder, 1280, 800)) {
            room.look(Theme.LIGHT, Contrast.NORMAL, 100);
            room.show();
            room.preset("shared-platform");
            double width = Fx.call(room.scene::getWidth);
            double height = Fx.call(room.scene::getHeight);
            var other = new ArrayList<String>();
            for (var step : Catalogue.steps()) {
                for (var place : places(step)) {
                    room.take(new Action.Go(place));
                    room.rendered();
                    var name = "arrival-" + place.step() + place.consideration();
                    int[] opened = pixels(room.picture(name + "-opened", width, height));
                    if (!same(room, name + "-walked", opened)) {
                        other.add(name);
                    }
                }
            }
            assertEquals(List.of(), other, "target/screenshots/arrival-* show how");
        }
    }

    private static List<Page.At> places(Step step) {
        return step.considerations().isEmpty()
            ? List.of(new Page.At(step.number(), ""))
            : step.considerations().stream().map(consideration -> new Page.At(step.number(), consideration.id())).toList();
    }

    /** Waits for what follows a frame or two later. The focus is nowhere, as in the window that was only opened. */
    private static boolean same(Room room, String name, int[] opened) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Fx.run(() -> room.scene.getRoot().requestFocus());
            int[] walked = pixels(Fx.picture(name, room.scene));
            if (walked.length == opened.length && IntStream.range(0, walked.length).filter(at -> differ(walked[at], opened[at])).count() <= NOTHING) {
                return true;
            }
        }
        return false;
    }

    private static boolean differ(int one, int other) {
        return IntStream.of(16, 8, 0).anyMatch(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > 4);
    }

    /** All but the steps, which stay as far scrolled as they were. */
    private static int[] pixels(Path picture) throws IOException {
        var image = ImageIO.read(picture.toFile());
        int width = image.getWidth() - STEPS;
        return image.getRGB(STEPS, 0, width, image.getHeight(), null, 0, width);
    }
}
