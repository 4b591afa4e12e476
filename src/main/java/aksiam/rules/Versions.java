package aksiam.rules;

import aksiam.domain.KubernetesVersions;
import aksiam.model.Design;
import aksiam.model.rows.Tables;
import aksiam.rules.Finding.Kind;
import java.time.LocalDate;
import java.util.List;

/** Versions of Kubernetes that are not supported on a day, or not for long any more. */
final class Versions {
    private Versions() {
    }

    static void look(Design design, LocalDate today, List<Finding> findings) {
        for (var row : Rows.of(design, "clusters")) {
            KubernetesVersions.on(today, Tables.CLUSTERS.read(row.row()).kubernetesVersion()).ifPresent(outlook -> findings.add(
                row.finding(outlook.ending() ? Kind.ENDING_VERSION : Kind.UNSUPPORTED_VERSION, "kubernetesVersion", row.name() + ": " + outlook.words())));
        }
    }
}
