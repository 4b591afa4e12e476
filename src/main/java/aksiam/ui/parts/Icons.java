package aksiam.ui.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.shape.SVGPath;

/** The icons of the folder {@code icons}: line icons of paths in a box of 24. */
public final class Icons {
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"/>");

    private Icons() {
    }

    /** @param name of the file without its ending */
    public static Icon of(String name) {
        var matcher = PATH.matcher(text(name));
        return new Icon(matcher.results().map(result -> path(result.group(1), "line")).toList());
    }

    public static SVGPath path(String data, String styleClass) {
        var path = new SVGPath();
        path.setContent(data);
        path.getStyleClass().add(styleClass);
        return path;
    }

    /** Two paths, the lower one filled, such as a state mark. */
    public static Icon filled(String below, String above) {
        return new Icon(List.of(path(below, "fill"), path(above, "cut")));
    }

    private static String text(String name) {
        try (var stream = Icons.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (stream == null) {
                throw new IllegalArgumentException("no icon " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
