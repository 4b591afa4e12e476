package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes write different bundles into one folder at the same time: one after the other. 20 pairs by default; {@code -Dpairs=220} for more. */
class TwoWritersTest {
    private static final int PAIRS = Integer.getInteger("pairs", 20);
    @TempDir(factory = InMemory.class)
    private Path top;

    @Test
    void oneWritesAfterTheOther() throws Exception {
        var one = files("one", "small-team");
        var two = files("two", "lza-cosmos");
        var empty = Files.createDirectory(top.resolve("empty"));
        var old = Files.createDirectory(top.resolve("old"));
        Trees.write(Trees.read(files("three", "aks-baseline")), old);
        var expected = List.of(Trees.after(empty, Trees.read(one), Trees.read(two)), Trees.after(empty, Trees.read(two), Trees.read(one)),
            Trees.after(old, Trees.read(one), Trees.read(two)), Trees.after(old, Trees.read(two), Trees.read(one)));
        var last = new TreeMap<String, Integer>();
        var first = OtherProcess.start();
        var second = OtherProcess.start();
        try (var answers = first.inputReader(StandardCharsets.UTF_8); var others = second.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < PAIRS; i++) {
                boolean fresh = i % 2 == 0;
                var folder = top.resolve("pair-" + i);
                if (!fresh) {
                    Trees.copy(old, folder);
                }
                OtherProcess.ask(first, one, folder, -1);
                OtherProcess.ask(second, two, folder, -1);
                assertEquals(OtherProcess.DONE, answers.readLine(), "pair " + i);
                assertEquals(OtherProcess.DONE, others.readLine(), "pair " + i);
                int order = expected.subList(fresh ? 0 : 2, fresh ? 2 : 4).indexOf(Trees.of(folder));
                assertTrue(order >= 0, "pair " + i + ": " + Trees.of(folder).keySet());
                last.merge(order == 0 ? "the second" : "the first", 1, Integer::sum);
            }
        } finally {
            first.destroy();
            second.destroy();
        }
        System.out.println(PAIRS + " pairs of generate: no mixture; written last by " + last);
    }

    private Path files(String name, String design) throws IOException {
        for (var file : Bundles.of(Designs.read(design)).files()) {
            var path = top.resolve(name).resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
        return top.resolve(name);
    }
}
