package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.HostileText;
import aksiam.testkit.SharedTools;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typed text never changes what the output means. */
class HostileTextTest {
    private static final List<String> DESIGNS = List.of("shared-platform", "regulated", "aks-baseline");

    @Test
    void theRealToolsAcceptEveryBundle(@TempDir Path folder) {
        SharedTools.require();
        SharedTools.verify(DESIGNS.stream().map(name -> Bundles.write(HostileText.in(Designs.read(name)), folder.resolve(name))).toList()).requireClean();
    }

    @Test
    void itMeansTheSame() {
        for (var name : DESIGNS) {
            var design = Designs.read(name);
            var hostile = HostileText.in(design);
            var plan = Source.of(design).plan();
            var other = Source.of(hostile).plan();
            assertEquals(plan.roleAssignments().size(), other.roleAssignments().size(), name);
            assertEquals(plan.kubernetesBindings().size(), other.kubernetesBindings().size(), name);
            assertEquals(plan.eligibleGrants().size(), other.eligibleGrants().size(), name);
            assertEquals(plan.trafficRules().size(), other.trafficRules().size(), name);
            assertEquals(plan.waitingGrants().size(), other.waitingGrants().size(), name);
            assertEquals(Bundles.of(design).files().stream().map(Artefact::path).toList(), Bundles.of(hostile).files().stream().map(Artefact::path).toList(),
                name);
        }
    }

    @Test
    void markdownKeepsTheTextAndNoMarkup() {
        assertEquals("\\[link\\](https&#58;//a.example) www&#46;c.example me&#64;d.example",
            Escaping.md("[link](https://a.example) www.c.example me@d.example"));
        assertEquals("&lt;script&gt; a &amp; b \\| c", Escaping.md(" <script>\na & b | c"));
        assertEquals("\\--- and 1.5 - 2", Escaping.md("--- and 1.5 - 2"));
        assertEquals("1&#46; one", Escaping.md("1. one"));
        assertEquals("\\[U\\+202E\\]x", Escaping.md("\u202Ex"));
        assertEquals("use `az aks *` and \\*", Escaping.prose("use `az aks *` and *"));
        assertEquals("an odd \\` stays", Escaping.prose("an odd ` stays"));
    }

    @Test
    void theShellReadsEveryTextAsItself() throws Exception {
        for (var text : HostileText.TEXTS) {
            var process = new ProcessBuilder("bash", "-c", "printf %s " + Escaping.shell(text)).redirectErrorStream(true).start();
            assertEquals(text, new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            assertTrue(process.waitFor() == 0);
        }
    }
}
