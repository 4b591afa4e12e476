package aksiam.ui;

import aksiam.workshop.Preferences;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * How the window looks now: as a person prefers, and where that is left to the system, as the system says.
 *
 * @param animated whether things fade and slide
 * @param zoom     percent
 */
record Look(boolean dark, boolean highContrast, boolean animated, int zoom) {
    /** Pixels of the body type at 100 %. */
    static final double BODY = 14;
    private static final String STYLE = Look.class.getResource("theme.css").toExternalForm();
    private static final PseudoClass HIGH_CONTRAST = PseudoClass.getPseudoClass("high-contrast");

    /** Before the first control. Machines that lack the two typefaces would break lines elsewhere. */
    static void prepare() {
        // Controls load the stylesheet of JavaFX as well unless there is another one for all windows.
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Stream.of("Inter-Regular.otf", "Inter-Italic.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf")
            .forEach(name -> Font.loadFont(Look.class.getResource("fonts/" + name).toExternalForm(), BODY));
    }

    static Look of(Preferences preferences) {
        var system = Platform.getPreferences();
        boolean dark = switch (preferences.theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> system.getColorScheme() == ColorScheme.DARK;
        };
        boolean highContrast = switch (preferences.contrast()) {
            case NORMAL -> false;
            case HIGH -> true;
            case SYSTEM -> wantsContrast(system);
        };
        return new Look(dark, highContrast, preferences.animated() && !system.isReducedMotion(), preferences.zoom());
    }

    /** Windows has a switch for it, GTK a theme; other systems do not tell. */
    static boolean wantsContrast(Map<String, Object> system) {
        return Boolean.TRUE.equals(system.get("Windows.SPI.HighContrast"))
            || system.get("GTK.theme_name") instanceof String theme && theme.toLowerCase(Locale.ROOT).contains("highcontrast");
    }

    /** Follows the preferences, and the system while the window is open. */
    static ObservableValue<Look> following(Live live) {
        var now = new Following();
        live.show(state -> state.preferences(), preferences -> now.set(of(preferences)));
        // The system tells one fact after another: look when it has told them all.
        now.listener = _ -> Platform.runLater(() -> now.set(of(live.state().preferences())));
        Platform.getPreferences().addListener(new WeakInvalidationListener(now.listener));
        return now.getReadOnlyProperty();
    }

    /** Keeps its listener, which the system holds only weakly, for as long as somebody looks. */
    private static final class Following extends ReadOnlyObjectWrapper<Look> {
        private InvalidationListener listener = _ -> {
        };
    }

    void on(Scene scene) {
        var theme = dark ? new PrimerDark() : new PrimerLight();
        if (!theme.getUserAgentStylesheet().equals(scene.getUserAgentStylesheet())) {
            scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        }
        if (!scene.getStylesheets().contains(STYLE)) {
            scene.getStylesheets().add(STYLE);
        }
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        scene.getPreferences().setReducedMotion(!animated);
        scene.getRoot().pseudoClassStateChanged(HIGH_CONTRAST, highContrast);
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", BODY * zoom / 100));
    }
}
