package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.FileSteps.Step;
import aksiam.model.Answer;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that write a real bundle are killed before a step by chance, and another one writes the same or another bundle then. 20 by
 * default; {@code -Dkills=200 -Dseed=7} for more and others.
 */
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long SEED = Long.getLong("seed", 1);
    private static final List<Step> KINDS = List.of(Step.MOVE, Step.MOVE, Step.DELETE, Step.SYNC, Step.WRITE);
    private static final String ID = "=3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11";
    @TempDir(factory = InMemory.class)
    private Path top;

    @Test
    void theNextRunMakesTheFolderWhole() throws Exception {
        var design = Designs.read("lza-cosmos");
        var before = top.resolve("before");
        Trees.write(earlier(Bundles.of(design.with("grants", new Answer.Table(List.of())))), before);
        fill(before);
        var bundle = files(Bundles.of(design), "bundle");
        var other = files(Bundles.of(Designs.read("small-team")), "other");
        var old = Trees.of(before);
        var fresh = Trees.after(before, Trees.read(bundle));
        var same = List.of(fresh);
        var changed = List.of(Trees.after(before, Trees.read(other)), Trees.after(before, Trees.read(bundle), Trees.read(other)));
        var kinds = OtherProcess.steps(Trees.read(bundle), Trees.copy(before, top.resolve("counted")));

        var random = new Random(SEED);
        var killed = new EnumMap<Step, Integer>(Step.class);
        var left = new TreeMap<String, Integer>();
        for (int i = 0; i < KILLS; i++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var places = IntStream.range(0, kinds.size()).filter(step -> kinds.get(step) == kind).toArray();
            int step = places[random.nextInt(places.length)];
            var folder = Trees.copy(before, top.resolve("kill-" + i));
            kill(bundle, folder, step);
            var found = Trees.of(folder);
            found.keySet().removeIf(path -> path.startsWith(FolderLock.PREFIX));
            left.merge(found.equals(old) ? "old" : found.equals(fresh) ? "new" : "mixed", 1, Integer::sum);
            killed.merge(kind, 1, Integer::sum);

            boolean again = random.nextBoolean();
            var next = Trees.read(again ? bundle : other);
            var what = "seed " + SEED + ", kill " + i + ", before step " + step + " (" + kind + "), then " + (again ? "the same" : "another") + " design";
            assertEquals(List.of(), WritePlan.of(next, folder).edited(), what);
            Trees.write(next, folder);
            var tree = Trees.of(folder);
            assertTrue((again ? same : changed).contains(tree), () -> what + ": " + tree.keySet());
        }
        System.out
            .println(KILLS + " kills of generate (seed " + SEED + "), before steps " + killed + " of " + kinds.size() + "; they left a bundle that was " + left
                + "; the next run made each whole");
    }

    private static void kill(Path bundle, Path folder, int step) throws Exception {
        var process = OtherProcess.start();
        OtherProcess.ask(process, bundle, folder, step);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(OtherProcess.KILLED, process.exitValue());
    }

    /** As another version generated it: all texts were others, and some files stood elsewhere. */
    private static Bundle earlier(Bundle bundle) {
        var files = new ArrayList<Artefact>();
        for (var file : bundle.files()) {
            boolean kept = KeptFile.of(file.path()).isPresent();
            boolean moved = !kept && file.path().hashCode() % 5 == 0;
            files.add(Artefact.of(moved ? "earlier/" + file.path() : file.path(), kept ? file.text() : file.text() + "earlier\n", file.considerations()));
        }
        return new Bundle("0", files, Set.of(), Set.of());
    }

    /** As the deployment does. */
    private static void fill(Path bundle) throws IOException {
        try (var files = Files.walk(bundle)) {
            for (var file : files.filter(file -> file.endsWith(AzureOutputs.NAME)).toList()) {
                Files.writeString(file, Files.readString(file).replace("=" + AzureOutputs.ZERO_GUID, ID));
            }
        }
        assertTrue(Trees.of(bundle).values().stream().anyMatch(text -> text.contains(ID)));
    }

    private Path files(Bundle bundle, String name) throws IOException {
        for (var file : bundle.files()) {
            var path = top.resolve(name).resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
        return top.resolve(name);
    }
}
