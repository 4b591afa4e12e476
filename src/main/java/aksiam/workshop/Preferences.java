package aksiam.workshop;

/**
 * How a person likes the window; kept outside of the design.
 *
 * @param zoom percent, 80 to 200
 */
public record Preferences(Theme theme, int zoom) {
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, 100);
    private static final int SMALLEST = 80;
    private static final int LARGEST = 200;

    /** The colours of the window. */
    public enum Theme {
        SYSTEM, LIGHT, DARK
    }

    public Preferences {
        zoom = Math.clamp(zoom, SMALLEST, LARGEST);
    }

    public Preferences withTheme(Theme theme) {
        return new Preferences(theme, zoom);
    }

    public Preferences withZoom(int zoom) {
        return new Preferences(theme, zoom);
    }
}
