package aksiam.rules;

import aksiam.catalogue.EmergencyAccess;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.plan.Plan;
import aksiam.rules.Finding.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** Whether somebody holds what the chosen break-glass procedure takes, also when PIM fails, and whose activated membership is cluster-admin. */
final class EmergencyHolders {
    private EmergencyHolders() {
    }

    static void look(Design design, Plan plan, List<Finding> findings) {
        var access = EmergencyAccess.of(design, plan);
        var without = access.stream().filter(own -> own.holders().isEmpty()).map(own -> own.cluster().name()).toList();
        if (!without.isEmpty()) {
            var how = switch (design.choice("break-glass")) {
                case "reenable-local-accounts" -> "grant Azure Kubernetes Service Contributor Role with access break-glass";
                case "emergency-group" ->
                    "grant cluster-admin, or Azure Kubernetes Service RBAC Cluster Admin where Azure RBAC decides, with access break-glass";
                default -> "name the user among the members that matter of a group that is cluster-admin without PIM";
            };
            findings.add(new Finding(without.size() == access.size() ? Kind.NOBODY_FOR_BREAK_GLASS : Kind.CLUSTER_WITHOUT_BREAK_GLASS, "break-glass",
                Place.answer("break-glass"), "nobody can do it in " + String.join(", ", without) + ": " + how));
        }
        var byPim = access.stream().filter(EmergencyAccess::dependsOnPim).map(own -> own.cluster().name()).toList();
        if (!byPim.isEmpty()) {
            findings.add(new Finding(Kind.BREAK_GLASS_NEEDS_PIM, "break-glass", Place.answer("break-glass"),
                "everybody who can do it in " + String.join(", ", byPim) + " has to activate the right first"));
        }
        for (var group : plan.activatedGroups()) {
            var clusters = plan.clusters().stream().filter(cluster -> cluster.settings().adminGroups().contains(group)).map(cluster -> cluster.name())
                .collect(Collectors.joining(", "));
            if (!clusters.isEmpty()) {
                findings.add(new Finding(Kind.ELIGIBLE_CLUSTER_ADMIN, "admin-groups", Place.answer("admin-groups"), "membership of \"" + group.label()
                    + "\" is activated just in time, and the group is an admin group: whoever activates it is cluster-admin in " + clusters));
            }
        }
    }
}
