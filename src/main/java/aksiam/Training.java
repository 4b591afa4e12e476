package aksiam;

import aksiam.cli.Cli;
import aksiam.cli.Window;
import aksiam.store.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Does once what people do most, so that the build can record which classes are needed for it (AOT cache). Started by the
 * system property {@code aksiam.train}.
 */
final class Training {
    private Training() {
    }

    static int run(Window window) throws IOException {
        var folder = Files.createTempDirectory("aks-iam-training");
        try {
            for (var preset : Presets.IDS) {
                var design = folder.resolve(preset + ".aksiam.json").toString();
                command(window, "new", "--preset", preset, "-o", design);
                command(window, "check", design);
                command(window, "generate", design, "-o", folder.resolve(preset).toString());
            }
            command(window, "schema");
            command(window, "explain", "control-plane-identity");
            command(window, folder.resolve(Presets.IDS.getFirst() + ".aksiam.json").toString());
            return 0;
        } finally {
            delete(folder);
        }
    }

    private static void command(Window window, String... arguments) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        int code = Cli.run(nowhere, new PrintWriter(System.err, true), window, arguments);
        if (code != 0) {
            System.err.println("training: " + String.join(" ", arguments) + " ended with " + code);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
