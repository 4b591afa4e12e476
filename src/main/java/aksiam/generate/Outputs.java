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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** All outputs. Each one sees the files of those before it: first what is deployed, in its order, then the documents about it. */
public final class Outputs {
    public static final List<Output> ALL = List.of(
        new InfraOutput(),
        new RolesOutput(),
        new PolicyOutput(),
        new EntraOutput(),
        new JustInTime(),
        new KubernetesOutput(),
        new ChecksOutput(),
        new RootOutput(),
        new Records(),
        new Readme());

    private Outputs() {
    }

    /** The files of each output, by its id. */
    public static SequencedMap<String, List<Artefact>> byOutput(Source source, Templates templates) {
        var files = new LinkedHashMap<String, List<Artefact>>();
        var before = new ArrayList<>(source.files());
        for (var output : ALL) {
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
