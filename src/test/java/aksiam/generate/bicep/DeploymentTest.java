package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Artefact;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The order in which parameter files are deployed: an empty subscription has what each one needs by the time it comes. */
class DeploymentTest {
    private static final Pattern MADE = Pattern.compile("\n(?:    |  \\{ )name: '([^']+)'");
    private static final Pattern USED = Pattern.compile("\n(?:    |  \\{ )resourceGroup: '([^']+)'");

    @Test
    void aResourceGroupIsMadeBeforeSomethingGoesIntoIt() {
        var checked = 0;
        for (var name : Designs.all()) {
            var files = Bundles.of(Designs.read(name)).files();
            var order = Deployment.of(1, files);
            var ever = new HashSet<String>();
            order.forEach(deployment -> ever.addAll(groups(deployment, files, "resourceGroups", MADE)));
            var made = new HashSet<String>();
            for (var deployment : order) {
                made.addAll(groups(deployment, files, "resourceGroups", MADE));
                var early = groups(deployment, files, "identityGroups", USED);
                early.retainAll(ever);
                checked += early.size();
                early.removeAll(made);
                assertEquals(Set.of(), early, name + ": " + deployment.file());
            }
        }
        assertTrue(checked > 5);
    }

    @Test
    void theReadmeListsTheFilesOfAStageInTheOrderOfTheScript() {
        for (var name : Designs.all()) {
            var files = Bundles.of(Designs.read(name)).files();
            var readme = text("README.md", files);
            for (int stage = 1; stage <= 5; stage++) {
                var at = new ArrayList<Integer>();
                Deployment.of(stage, files).forEach(deployment -> at.add(readme.indexOf("](" + deployment.file() + ")")));
                assertTrue(!at.contains(-1) && at.equals(at.stream().sorted().toList()), name + " stage " + stage + " " + at);
            }
        }
    }

    private static Set<String> groups(Deployment deployment, List<Artefact> files, String parameter, Pattern name) {
        var text = text(deployment.file(), files);
        int from = text.indexOf("param " + parameter + " = [");
        var own = from < 0 ? "" : text.substring(from, text.indexOf("\n]", from));
        return name.matcher(own).results().map(found -> deployment.id() + "/" + found.group(1)).collect(Collectors.toSet());
    }

    private static String text(String path, List<Artefact> files) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow().text();
    }
}
