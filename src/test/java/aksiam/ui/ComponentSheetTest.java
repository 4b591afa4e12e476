package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.testkit.Fx;
import aksiam.testkit.Painted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All components in all states: a picture in target/screenshots for people, what is painted as a golden text for the machine
 * (see docs/decisions), and the contrast of everything that is painted. {@code -Dgolden=write} writes the text anew.
 */
class ComponentSheetTest {
    /** The colours that the window can have. */
    enum Colours {
        LIGHT(false, false), DARK(true, false), LIGHT_HIGH_CONTRAST(false, true), DARK_HIGH_CONTRAST(true, true);

        final Look look;

        Colours(boolean dark, boolean highContrast) {
            look = new Look(dark, highContrast, false, 100);
        }

        String file() {
            return "components-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final Path GOLDEN = Path.of("src", "test", "resources", "look");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void looks_as_it_was_reviewed(Colours colours) throws IOException {
        try (var room = new Room(folder, 800, 600)) {
            var scene = sheet(room, colours);
            Fx.picture(colours.file(), scene);
            var painted = Fx.call(() -> Painted.description(scene.getRoot()));
            var golden = GOLDEN.resolve(colours.file() + ".txt");
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, painted);
            }
            assertEquals(Files.readString(golden), painted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void can_be_read(Colours colours) throws IOException {
        try (var room = new Room(folder, 800, 600)) {
            var scene = sheet(room, colours);
            assertEquals("", Fx.call(() -> String.join("\n", Contrasts.faults(scene.getRoot(), colours.look.highContrast() ? 7 : 4.5))));
        }
    }

    private static Scene sheet(Room room, Colours colours) {
        var scene = Fx.call(() -> {
            var sheet = ComponentSheet.of(room);
            var measure = new Scene(new StackPane(sheet), ComponentSheet.WIDTH, 100);
            colours.look.on(measure);
            measure.getRoot().applyCss();
            measure.getRoot().layout();
            double height = sheet.prefHeight(ComponentSheet.WIDTH);
            var made = new Scene(new StackPane(sheet), ComponentSheet.WIDTH, height);
            colours.look.on(made);
            return made;
        });
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
        return scene;
    }
}
