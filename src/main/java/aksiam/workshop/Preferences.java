package aksiam.workshop;

/**
 * How a person likes the window; kept outside of the design.
 *
 * @param animated whether things may fade and slide, unless the system says no
 * @param zoom     percent, 80 to 200
 * @param hints    whether the window explains itself to somebody who is here for the first time
 */
public record Preferences(Theme theme, Contrast contrast, boolean animated, int zoom, boolean hints) {
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, Contrast.SYSTEM, true, 100, true);
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
    }

    public Preferences withTheme(Theme theme) {
        return new Preferences(theme, contrast, animated, zoom, hints);
    }

    public Preferences withContrast(Contrast contrast) {
        return new Preferences(theme, contrast, animated, zoom, hints);
    }

    public Preferences withAnimated(boolean animated) {
        return new Preferences(theme, contrast, animated, zoom, hints);
    }

    public Preferences withZoom(int zoom) {
        return new Preferences(theme, contrast, animated, zoom, hints);
    }

    public Preferences withHints(boolean hints) {
        return new Preferences(theme, contrast, animated, zoom, hints);
    }
}
