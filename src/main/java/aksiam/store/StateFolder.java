package aksiam.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where the application keeps what belongs to no design: recovery, settings, recent files. The system property
 * {@code aksiam.state} names another folder.
 */
public record StateFolder(Path path) {
    private static final String NAME = "aks-iam";

    /** The folder of this user on this system. */
    public static StateFolder ofUser() {
        return of(System.getProperty("os.name"), System.getenv(), name -> System.getProperty(name, ""));
    }

    /** Writes a file that only this user may read, in folders that only this user may look into. */
    void write(String name, String text) throws IOException {
        var file = path.resolve(name);
        AtomicFiles.makePrivate(path);
        AtomicFiles.makePrivate(file.getParent());
        AtomicFiles.writePrivate(file, text);
    }

    /** Removes what killed applications left half written. */
    public void cleanUp() throws IOException {
        AtomicFiles.cleanUp(path);
        AtomicFiles.cleanUp(path.resolve("recovery"));
    }

    static StateFolder of(String system, Map<String, String> environment, UnaryOperator<String> properties) {
        var chosen = properties.apply("aksiam.state");
        if (!chosen.isEmpty()) {
            return new StateFolder(Path.of(chosen));
        }
        var home = Path.of(properties.apply("user.home"));
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var data = environment.getOrDefault("APPDATA", "");
            return new StateFolder((data.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(data)).resolve(NAME));
        }
        if (name.contains("mac")) {
            return new StateFolder(home.resolve("Library").resolve("Application Support").resolve(NAME));
        }
        // A relative path is to be ignored (XDG Base Directory Specification).
        var state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        return new StateFolder((state.isAbsolute() ? state : home.resolve(".local").resolve("state")).resolve(NAME));
    }
}
