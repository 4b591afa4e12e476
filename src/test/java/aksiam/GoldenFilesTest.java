package aksiam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.generate.Artefact;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The whole bundle of each preset, as it was last reviewed under {@code src/test/resources/golden}. Run with {@code -Dgolden=write} to
 * write what is generated now, and review the diff.
 */
class GoldenFilesTest {
    static final List<String> PRESETS = Designs.PRESETS;
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @FieldSource("PRESETS")
    void printsWhatWasReviewed(String preset) throws IOException {
        var folder = GOLDEN.resolve(preset);
        var generated = Bundles.of(Designs.read(preset)).files().stream().collect(Collectors.toMap(Artefact::path, Artefact::text, (a, _) -> a, TreeMap::new));
        if ("write".equals(System.getProperty("golden"))) {
            write(folder, generated);
        }
        var reviewed = read(folder);
        assertEquals(reviewed.keySet(), generated.keySet());
        reviewed.forEach((path, text) -> assertEquals(text, generated.get(path), path));
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (var old : read(folder).keySet()) {
            Files.delete(folder.resolve(old));
        }
        for (var file : files.entrySet()) {
            var target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private static TreeMap<String, String> read(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            }
        }
        return files;
    }
}
