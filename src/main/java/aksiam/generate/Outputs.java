package aksiam.generate;

import aksiam.generate.bicep.InfraOutput;
import aksiam.generate.bicep.PolicyOutput;
import aksiam.generate.bicep.RolesOutput;
import aksiam.generate.bicep.RootOutput;
import aksiam.generate.entra.EntraOutput;
import aksiam.generate.guide.Readme;
import aksiam.generate.kubernetes.ChecksOutput;
import aksiam.generate.kubernetes.KubernetesOutput;
import aksiam.generate.pim.JustInTime;
import aksiam.generate.record.Records;
import aksiam.generate.removal.RemovalsOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** All outputs: first what is deployed, in its order, then what names the files of those before it. */
public final class Outputs {
    /** They see the design only, so that they are rendered side by side. */
    private static final List<Output> DEPLOYED = List.of(
        new InfraOutput(),
        new RolesOutput(),
        new PolicyOutput(),
        new EntraOutput(),
        new JustInTime(),
        new KubernetesOutput(),
        new ChecksOutput());
    private static final List<Output> ABOUT = List.of(
        new RemovalsOutput(),
        new RootOutput(),
        new Records(),
        new Readme());
    public static final List<Output> ALL = Stream.concat(DEPLOYED.stream(), ABOUT.stream()).toList();

    private Outputs() {
    }

    /** The output that a file belongs to: its folder is named after it, the root belongs to three. */
    public static Output of(String path) {
        var id = path.contains("/")
            ? path.substring(0, path.indexOf('/'))
            : path.equals("README.md") ? "readme" : RemovalsOutput.PATHS.contains(path) ? "removals" : "root";
        return ALL.stream().filter(output -> output.id().equals(id)).findFirst().orElse(ALL.getLast());
    }

    /** The files of each output, by its id. */
    public static SequencedMap<String, List<Artefact>> byOutput(Source source, Templates templates) {
        var files = new LinkedHashMap<String, List<Artefact>>();
        var deployed = DEPLOYED.parallelStream().map(output -> output.render(source, templates)).toList();
        for (int i = 0; i < deployed.size(); i++) {
            files.put(DEPLOYED.get(i).id(), deployed.get(i));
        }
        var before = new ArrayList<>(source.files());
        deployed.forEach(before::addAll);
        for (var output : ABOUT) {
            var own = output.render(source.after(before), templates);
            files.put(output.id(), own);
            before.addAll(own);
        }
        return files;
    }

    /** All files of the outputs, sorted by path. */
    public static List<Artefact> render(Source source, Templates templates) {
        return byOutput(source, templates).values().stream().flatMap(List::stream).sorted().toList();
    }
}
