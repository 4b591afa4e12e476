package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.kubernetes.KubernetesOutput;
import aksiam.generate.removal.RemovalsOutput;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.Plans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts run against stand-ins of az and kubectl: they change nothing unasked, and nothing twice. */
class ScriptsTest {
    private static final List<Output> OUTPUTS = List.of(new InfraOutput(), new RolesOutput(), new PolicyOutput(), new KubernetesOutput(),
        new RemovalsOutput(), new RootOutput());
    @TempDir
    Path folder;
    private Path bundle;
    private Path state;

    private record Run(int code, String output) {
    }

    @BeforeEach
    void unfold() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) || Files.isExecutable(Path.of("/usr/bin/bash")), "no bash on this machine");
        bundle = Bundles.write(render(Plans.everything(Plans.HOSTILE)), folder.resolve("bundle"));
        state = Files.createDirectories(folder.resolve("state"));
        for (var name : List.of("az", "kubectl")) {
            var tool = Files.createDirectories(folder.resolve("bin")).resolve(name);
            Files.writeString(tool, Designs.text("/fakes/" + name + "-deploy"));
            assertTrue(tool.toFile().setExecutable(true));
        }
    }

    private static List<Artefact> render(Plan plan) {
        var files = new ArrayList<Artefact>();
        OUTPUTS.forEach(output -> files.addAll(output.render(new Source(Design.EMPTY, plan, files), Templates.embedded())));
        return files;
    }

    private Run run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("bash"), Stream.of(command)).toList()).directory(bundle.toFile()).redirectErrorStream(true);
        builder.environment().put("FAKE", state.toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private List<String> changes() throws IOException {
        var file = state.resolve("changes");
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        Files.deleteIfExists(file);
        return lines;
    }

    @Test
    void shellcheckHasNothingToSay() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "shellcheck is not installed");
        Bundles.write(render(Plans.undecided()), folder.resolve("undecided"));
        var checked = run("-c", "find . ../undecided -name '*.sh' -print0 | xargs -0 shellcheck");
        assertEquals(0, checked.code(), checked.output());
    }
}
