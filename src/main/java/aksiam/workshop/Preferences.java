package aksiam.workshop;

import java.util.HashMap;
import java.util.Map;

/**
 * How a person likes the window; kept outside of the design.
 *
 * @param animated whether things may fade and slide, unless the system says no
 * @param zoom     percent, 80 to 200
 * @param hints    whether the window explains itself to somebody who is here for the first time
 * @param widths   set by hand, in em: of columns, by consideration and column; of the sides of the window, by step, 0 for a side folded to a rail
 */
public record Preferences(Theme theme, Contrast contrast, boolean animated, int zoom, boolean hints, Map<String, Double> widths) {
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, Contrast.SYSTEM, true, 100, true, Map.of());
    private static final int SMALLEST = 80;
    private static final int LARGEST = 200;

    /** The colours of the window. */
    public enum Theme {
        SYSTEM, LIGHT, DARK
    }

    /** How far apart the colours are. */
    public enum Contrast {
        SYSTEM, NORMAL, HIGH
    }

    public Preferences {
        zoom = Math.clamp(zoom, SMALLEST, LARGEST);
        widths = Map.copyOf(widths);
    }

    public Preferences withTheme(Theme theme) {
        return new Preferences(theme, contrast, animated, zoom, hints, widths);
    }

    public Preferences withContrast(Contrast contrast) {
        return new Preferences(theme, contrast, animated, zoom, hints, widths);
    }

    public Preferences withAnimated(boolean animated) {
        return new Preferences(theme, contrast, animated, zoom, hints, widths);
    }

    public Preferences withZoom(int zoom) {
        return new Preferences(theme, contrast, animated, zoom, hints, widths);
    }

    public Preferences withHints(boolean hints) {
        return new Preferences(theme, contrast, animated, zoom, hints, widths);
    }

    public Preferences withWidth(String column, double em) {
        var changed = new HashMap<>(widths);
        changed.put(column, em);
        return new Preferences(theme, contrast, animated, zoom, hints, changed);
    }
}
