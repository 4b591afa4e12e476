package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Templates;
import aksiam.plan.PlannedCluster;
import java.util.Optional;

/** What changes the settings of an existing cluster, which no template may touch. */
final class UpdateScript {
    private UpdateScript() {
    }

    static Optional<Artefact> render(PlannedCluster cluster, Lookup lookup, Templates templates) {
        return Optional.empty();
    }
}
