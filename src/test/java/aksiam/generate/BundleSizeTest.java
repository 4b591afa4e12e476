package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A bundle is maintained by people, who read what changed. */
class BundleSizeTest {
    private static final int MOST = 30_000;

    @Test
    void theBundleOfTwelveTeamsHasFewerThanThirtyThousandLines() {
        var lines = Bundles.of(Designs.read("shared-platform")).files().stream().collect(Collectors.groupingBy(file -> file.path().replaceFirst("/.*", ""),
            TreeMap::new, Collectors.summingLong(file -> file.text().lines().count())));
        assertTrue(lines.values().stream().mapToLong(count -> count).sum() < MOST, lines.toString());
    }
}
