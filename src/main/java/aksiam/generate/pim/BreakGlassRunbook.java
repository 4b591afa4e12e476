package aksiam.generate.pim;

import aksiam.catalogue.EmergencyAccess;
import aksiam.generate.Artefact;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code pim/break-glass.md}: the commands of the chosen procedure, for each cluster. */
final class BreakGlassRunbook {
    private BreakGlassRunbook() {
    }

    static Optional<Artefact> of(Source source, Templates templates) {
        var access = EmergencyAccess.of(source.design(), source.plan());
        return access.isEmpty()
            ? Optional.empty()
            : Optional.of(Artefact.of("pim/break-glass.md",
                templates.render("pim/break-glass.md.ftl",
                    Map.of("access", access, "localAccounts", EmergencyAccess.isByLocalAccounts(source.design()), "tenant", source.plan().tenant(),
                        "pim", access.stream().filter(EmergencyAccess::dependsOnPim).map(own -> own.cluster().name()).toList())),
                List.of("break-glass", "grants", "clusters")));
    }
}
