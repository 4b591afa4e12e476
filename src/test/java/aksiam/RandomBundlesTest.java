package aksiam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aksiam.testkit.Bundles;
import aksiam.testkit.RandomDesigns;
import aksiam.testkit.SharedTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real tools on bundles of random designs: a long run, {@code mvn test -Dtest=RandomBundlesTest -Drandom.bundles=50 -Drandom.seed=1}. */
class RandomBundlesTest {
    private static final int COUNT = Integer.getInteger("random.bundles", 0);
    private static final long SEED = Long.getLong("random.seed", 1);

    @Test
    void theRealToolsAcceptAndDeployEveryBundle(@TempDir Path folder) {
        assumeTrue(COUNT > 0, "a long run: set -Drandom.bundles=50");
        var bundles = new ArrayList<Path>();
        RandomDesigns.of(SEED).limit(COUNT).forEach(design -> bundles.add(Bundles.write(design, folder.resolve("random-" + bundles.size()))));
        SharedTools.verifyMany(bundles).requireClean();
        var faults = new ArrayList<String>();
        for (var bundle : bundles) {
            var tried = SharedTools.run("try-deploy", List.of("--scenario", "fresh", "--scenario", "again", "--scenario", "populated", bundle.toString()));
            tried.output().lines().filter(line -> line.startsWith("FAULT")).forEach(line -> faults.add(bundle.getFileName() + " " + line));
        }
        assertEquals(List.of(), faults);
    }
}
