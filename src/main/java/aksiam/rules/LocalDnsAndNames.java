package aksiam.rules;

import aksiam.domain.LocalDns;
import aksiam.model.Place;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.rules.Finding.Kind;
import java.util.List;

/** Policies on DNS names in clusters whose nodes may answer DNS themselves: Cilium then never learns the addresses of a name. */
final class LocalDnsAndNames {
    private static final String CONSIDERATION = "advanced-networking";

    private LocalDnsAndNames() {
    }

    static void look(Plan plan, List<Finding> findings) {
        plan.clusters().stream().filter(cluster -> cluster.settings().advancedNetworking() && cluster.hasCilium() && !isSwitchedOff(cluster))
            .forEach(cluster -> findings
                .add(new Finding(Kind.LOCAL_DNS, CONSIDERATION, Place.answer(CONSIDERATION),
                    "cluster " + cluster.name() + ": policies on DNS names need LocalDNS off, "
                        + because(cluster))));
    }

    /** The template of a new cluster says so in each of its node pools. */
    private static boolean isSwitchedOff(PlannedCluster cluster) {
        return !cluster.existing() && !cluster.automatic() && !cluster.pools().isEmpty();
    }

    private static String because(PlannedCluster cluster) {
        if (cluster.automatic()) {
            return "and AKS Automatic comes with it";
        }
        if (cluster.kubernetesVersion().isEmpty()) {
            return "and from Kubernetes " + LocalDns.preferredFrom() + " on it is the default of node pools that do not say Disabled";
        }
        return LocalDns.isPreferredAt(cluster.kubernetesVersion())
            ? "and at Kubernetes " + cluster.kubernetesVersion() + " it is the default of node pools that do not say Disabled"
            : "so no node pool may say Required, and from Kubernetes " + LocalDns.preferredFrom() + " on each has to say Disabled";
    }
}
