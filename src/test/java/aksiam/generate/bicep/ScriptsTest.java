package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import aksiam.testkit.Plans;
import aksiam.testkit.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a plan holds, shellcheck has nothing to say of the scripts. */
class ScriptsTest {
    private static final List<Output> OUTPUTS = List.of(new InfraOutput(), new RolesOutput(), new PolicyOutput(), new KubernetesOutput(),
        new RemovalsOutput(), new RootOutput());
    @TempDir
    Path folder;

    private static List<Artefact> render(Plan plan) {
        var files = new ArrayList<Artefact>();
        OUTPUTS.forEach(output -> files.addAll(output.render(new Source(Design.EMPTY, plan, files), Templates.embedded())));
        return files;
    }

    @Test
    void shellcheckHasNothingToSay() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "shellcheck is not installed");
        Bundles.write(render(Plans.undecided()), folder.resolve("undecided"));
        var checked = new Scripts(folder, render(Plans.everything(Plans.HOSTILE))).run("-c", "find . ../undecided -name '*.sh' -print0 | xargs -0 shellcheck");
        assertEquals(0, checked.code(), checked.output());
    }
}
