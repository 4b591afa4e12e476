package aksiam.rules;

import aksiam.catalogue.steps.WorkloadIdentities;
import aksiam.model.Design;
import aksiam.model.rows.Activation;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Workload;
import aksiam.rules.Finding.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Limits at which Azure refuses a deployment. Sources: workload identity federation considerations, authorized IP ranges (facts 6.2 and 2.5),
 * tag-resources.md (2022-03-15).
 */
final class Limits {
    /** Federated credentials of one identity: pairs of cluster and service account. */
    static final int CREDENTIALS = 20;

    /** Tags of one resource. */
    static final int TAGS = 50;

    /** Letters of the name of a node resource group: Azure/terraform-azurerm-kubernetes#33; Azure/bicep-registry-modules#5109 (facts, read 2026-11-28). */
    static final int NODE_GROUP = 80;

    /** From here nodes of an overlay network fail to join: the same sources. */
    static final int NODE_GROUP_OVERLAY = 63;

    private Limits() {
    }

    static void look(Design design, List<Finding> findings) {
        ranges(design, findings);
        nodeGroups(design, findings);
        eligibleDays(design, findings);
        Rows.of(design, "tags").stream().skip(TAGS).findFirst().ifPresent(row -> findings.add(row.finding(Kind.OVER_LIMIT, "name",
            design.rows("tags").size() + " tags are named; Azure takes " + TAGS + " on a resource")));
        if (design.choice("workload-identity").equals("federated")) {
            credentials(design, findings);
        }
    }

    private static void eligibleDays(Design design, List<Finding> findings) {
        for (var row : Rows.of(design, "activations")) {
            Tables.ACTIVATIONS.read(row.row()).eligibleDays().stream().filter(days -> days > Activation.MOST_DAYS).forEach(days -> findings.add(
                row.finding(Kind.OVER_LIMIT, "eligibleDays", row.name() + " is eligible for " + days + " days; PIM takes at most " + Activation.MOST_DAYS
                    + ". Name fewer, or 0 for an eligibility without an end")));
        }
    }

    /** A cluster that is there has its group already. */
    private static void nodeGroups(Design design, List<Finding> findings) {
        for (var row : Rows.of(design, "clusters")) {
            var cluster = Tables.CLUSTERS.read(row.row());
            var origin = cluster.origin().isEmpty() ? design.choice("cluster-origin") : cluster.origin();
            var name = cluster.nodeResourceGroup().isEmpty()
                ? "MC_" + cluster.resourceGroup() + "_" + cluster.name() + "_" + cluster.region()
                : cluster.nodeResourceGroup();
            boolean overlay = design.choice("network-plugin").equals("azure-overlay") && name.length() > NODE_GROUP_OVERLAY;
            if (origin.equals("new") && (name.length() > NODE_GROUP || overlay)) {
                findings.add(row.finding(name.length() > NODE_GROUP ? Kind.OVER_LIMIT : Kind.LIMIT, "nodeResourceGroup",
                    "the node resource group of " + cluster.name() + " would be called " + name + ", " + name.length() + " letters; "
                        + (name.length() > NODE_GROUP
                            ? "Azure takes " + NODE_GROUP
                            : "with an overlay network nodes have failed beyond " + NODE_GROUP_OVERLAY)
                        + ". Name a shorter one"));
            }
        }
    }

    private static void ranges(Design design, List<Finding> findings) {
        int most = switch (design.choice("api-server-reach")) {
            case "authorized-ranges" -> 200;
            case "vnet-integration-public" -> 2_000;
            default -> Integer.MAX_VALUE;
        };
        for (var cluster : Rows.of(design, "clusters")) {
            int ranges = cluster.row().list("authorizedRanges").size();
            if (ranges > most) {
                findings.add(cluster.finding(Kind.OVER_LIMIT, "authorizedRanges", cluster.name() + " names " + ranges + " authorized ranges; AKS takes " + most
                    + ". Sum ranges up, or make the API server private"));
            }
        }
    }

    /** Each takes a credential of the identity of the workload. */
    static Set<String> pairs(Workload workload) {
        return workload.clusters().stream().map(cluster -> cluster + "/" + workload.namespace() + "/" + workload.serviceAccount()).collect(Collectors.toSet());
    }

    /** At the first row that goes beyond; how many there are in all is said there. */
    private static void credentials(Design design, List<Finding> findings) {
        var identities = new WorkloadIdentities(design);
        var first = new HashMap<String, Rows.Located>();
        Map<String, Set<String>> trusted = new HashMap<>();
        for (var row : Rows.of(design, "workloads")) {
            var workload = Tables.WORKLOADS.read(row.row());
            var identity = identities.of(workload);
            var pairs = trusted.computeIfAbsent(identity, _ -> new HashSet<>());
            pairs.addAll(pairs(workload));
            if (pairs.size() > CREDENTIALS) {
                first.putIfAbsent(identity, row);
            }
        }
        first.forEach((identity, row) -> findings.add(row.finding(Kind.OVER_LIMIT, "identity", "identity \"" + identity + "\" would have "
            + trusted.get(identity).size() + " federated credentials; Azure takes " + CREDENTIALS
            + ". Use more identities, one for each workload, or identity bindings")));
    }
}
