package aksiam.ui;

import aksiam.workshop.Preferences;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Theme and size of type of a scene. */
final class Look {
    /** Pixels of the body type at 100 %. */
    static final double BODY = 14;
    private static final String STYLE = Look.class.getResource("theme.css").toExternalForm();

    private Look() {
    }

    /** Before the first scene: machines that lack the two typefaces would break lines elsewhere. */
    static void loadFonts() {
        Stream.of("Inter-Regular.otf", "Inter-Italic.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf")
            .forEach(name -> Font.loadFont(Look.class.getResource("fonts/" + name).toExternalForm(), BODY));
    }

    static void apply(Scene scene, Preferences preferences) {
        boolean dark = isDark(preferences);
        var theme = dark ? new PrimerDark() : new PrimerLight();
        if (!theme.getUserAgentStylesheet().equals(scene.getUserAgentStylesheet())) {
            scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        }
        if (!scene.getStylesheets().contains(STYLE)) {
            scene.getStylesheets().add(STYLE);
        }
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", BODY * preferences.zoom() / 100));
    }

    static boolean isDark(Preferences preferences) {
        return switch (preferences.theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }
}
