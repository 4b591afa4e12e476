package aksiam.ui.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javafx.scene.shape.SVGPath;

/** The icons of the folder {@code icons}: line icons of paths in a box of 24. */
public final class Icons {
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"/>");
    private static final Map<String, List<String>> READ = new ConcurrentHashMap<>();

    private Icons() {
    }

    /** @param name of the file without its ending */
    public static Icon of(String name) {
        return new Icon(READ.computeIfAbsent(name, Icons::read).stream().map(data -> path(data, "line")).toList());
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

    private static List<String> read(String name) {
        try (var stream = Icons.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (stream == null) {
                throw new IllegalArgumentException("no icon " + name);
            }
            return PATH.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).results().map(result -> result.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
