package aksiam.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.testkit.Designs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each finding that exists is shown at least once: by a test that names it, or by a published design that has it. */
class EveryFindingTest {
    @Test
    void eachFindingStandsInATestOrInAPublishedDesign() throws IOException {
        var tests = new StringBuilder();
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> tests.append(text(file)));
        }
        Set<Finding.Kind> had = Designs.all().stream().flatMap(name -> Check.findings(Designs.read(name)).stream()).map(Finding::kind)
            .collect(Collectors.toSet());
        var missing = Stream.of(Finding.Kind.values()).filter(kind -> !had.contains(kind)).filter(kind -> !isNamed(kind, tests.toString()))
            .map(Finding.Kind::id)
            .toList();
        assertEquals(List.of(), missing);
    }

    private static boolean isNamed(Finding.Kind kind, String tests) {
        return tests.contains('"' + kind.id() + '"') || tests.contains('"' + kind.id() + ' ') || tests.contains("Kind." + kind.name());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
