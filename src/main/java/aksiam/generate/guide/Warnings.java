package aksiam.generate.guide;

import aksiam.domain.KubernetesVersions;
import aksiam.generate.Escaping;
import aksiam.generate.Source;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.Namespace;
import aksiam.plan.OpenPoint;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import aksiam.plan.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What whoever deploys the bundle must know beforehand, one Markdown line each. */
final class Warnings {
    private static final int LISTED = 20;
    private static final String KUBERNETES_RIGHT = "Azure Kubernetes Service RBAC ";

    private Warnings() {
    }

    static List<String> of(Source source) {
        var plan = source.plan();
        var warnings = new ArrayList<String>();
        if (!plan.peopleBindable()) {
            warnings.add(
                "**Client certificates.** Everyone who may fetch the kubeconfig of a cluster is cluster-admin in it. There are no bindings for people in this bundle: they would bind nobody. Only separate clusters keep teams apart.");
        }
        plan.obstacles().forEach(obstacle -> warnings.add("**Stage " + obstacle.stage() + " cannot run.** " + Escaping.md(obstacle.reason())));
        plan.clusters().stream().filter(cluster -> !cluster.existing()).flatMap(cluster -> cluster.settings().servicePrincipal().stream())
            .map(principal -> principal.vault().name()).distinct()
            .forEach(vault -> warnings.add("**Secret of a service principal.** Stage 3 reads it from key vault " + Escaping.md(vault)
                + ": the vault has to be enabled for template deployment, and whoever runs the stage needs Microsoft.KeyVault/vaults/deploy/action on it."));
        var hidden = plan.clusters().stream().filter(cluster -> cluster.settings().apiServer().filter(reach -> reach.value().isPrivate()).isPresent())
            .map(PlannedCluster::name).toList();
        if (!hidden.isEmpty()) {
            warnings.add("**Private API servers.** " + names(hidden) + ": run stage 7 and the checks from a machine in the network of the cluster.");
        }
        var waiting = plan.clusters().stream().filter(cluster -> cluster.isPlaced() && !cluster.isDeployable()).map(PlannedCluster::name).toList();
        if (!waiting.isEmpty()) {
            warnings.add("**Not deployed yet.** " + names(waiting)
                + ": an id with which it is made is not in the design, see the open points. Without it another cluster would be made, often for good.");
        }
        WaysIn.warnings(source).forEach(warnings::add);
        plan.openPoints().stream().filter(point -> point.kind() == OpenPoint.Kind.LIMIT)
            .forEach(point -> warnings.add("**A limit of Azure.** " + Escaping.md(point.text())));
        plan.clusters().stream().filter(cluster -> hasPolicies(plan, cluster)).flatMap(cluster -> unenforced(cluster).stream()).forEach(warnings::add);
        if (!plan.roleAssignments().isEmpty()) {
            warnings.add(
                "**Rights take time.** A new role assignment takes up to 10 minutes to have effect, up to 5 inside a cluster, and up to 60 for the identity of a cluster. "
                    + "A stage that follows too soon fails because something is forbidden or not found: run it again.");
        }
        if (plan.roleAssignments().stream().anyMatch(assignment -> !(assignment.subject() instanceof Subject.Entra))) {
            warnings.add(
                "**Identities that are made anew.** An assignment is named after scope, principal and role. When an identity or a cluster is deleted and created again under the same name, remove its old role assignments first, "
                    + "or the deployment fails because the old ones cannot be changed.");
        }
        if (plan.clusters().stream().anyMatch(PlannedCluster::existing)) {
            warnings.add("**Existing clusters.** No template changes them: "
                + names(plan.clusters().stream().filter(PlannedCluster::existing).map(PlannedCluster::name).toList())
                + "." + (source.files().stream().anyMatch(file -> file.path().startsWith("infra/update-"))
                    ? " Decided settings stand in `infra/update-CLUSTER.sh`, which shows what it would do unless it is called with `--apply`."
                    : ""));
        }
        overlaps(plan).ifPresent(warnings::add);
        warnings.addAll(WideRights.of(plan));
        versions(source).ifPresent(warnings::add);
        return warnings;
    }

    private static boolean hasPolicies(Plan plan, PlannedCluster cluster) {
        return plan.trafficRules().stream().map(TrafficRule::cluster).anyMatch(cluster.name()::equals)
            || plan.namespaces().stream().anyMatch(namespace -> namespace.cluster().equals(cluster.name())
                && namespace.stance().filter(stance -> stance.value() != Namespace.Stance.ALLOW).isPresent());
    }

    private static Optional<String> unenforced(PlannedCluster cluster) {
        var engine = cluster.settings().networkPolicy().map(decided -> decided.value());
        if (engine.isPresent() && !engine.get().equals("none")) {
            return Optional.empty();
        }
        var why = engine.isPresent() ? "has no network policy engine" : "has no decided network policy engine";
        return Optional.of("**Network policies without effect.** Cluster " + Escaping.md(cluster.name()) + " " + why
            + ": Kubernetes accepts the network policies of this bundle and nothing enforces them.");
    }

    /** Rights that the same group has in both authorizers: both decide, and an allow in either wins. */
    private static Optional<String> overlaps(Plan plan) {
        var both = new ArrayList<String>();
        for (var cluster : plan.clusters()) {
            var azure = plan.roleAssignments().stream()
                .filter(assignment -> assignment.role().name().startsWith(KUBERNETES_RIGHT) && assignment.scope().meets(cluster.scope())).toList();
            for (var binding : plan.kubernetesBindings()) {
                if (binding.cluster().equals(cluster.name())) {
                    azure.stream().filter(assignment -> assignment.subject().equals(binding.subject()) && meets(assignment, binding, cluster)).findFirst()
                        .ifPresent(assignment -> both.add(Escaping.md(binding.subject().label()) + " in "
                            + Escaping.md(cluster.name() + binding.namespace().map(name -> "/" + name).orElse("")) + " ("
                            + Escaping.md(binding.role()) + " and " + Escaping.md(assignment.role().name()) + ")"));
                }
            }
        }
        if (both.isEmpty()) {
            return Optional.empty();
        }
        var more = both.size() > LISTED ? "; and " + (both.size() - LISTED) + " more" : "";
        return Optional.of(
            "**Rights in both authorizers.** Kubernetes RBAC and Azure RBAC both decide, and an allow in either wins; to take such a right away, take it away in both: "
                + both.stream().limit(LISTED).collect(Collectors.joining("; ")) + more + ".");
    }

    /** By the day of the last decision: a bundle says the same whenever it is generated. */
    private static Optional<String> versions(Source source) {
        return source.design().lastDecision().flatMap(day -> {
            var said = source.plan().clusters().stream().flatMap(cluster -> KubernetesVersions.on(day, cluster.kubernetesVersion()).stream())
                .map(outlook -> Escaping.md(outlook.words())).distinct().toList();
            return said.isEmpty()
                ? Optional.empty()
                : Optional.of("**Kubernetes versions.** As of " + day + ", the day of the last decision: " + String.join("; ", said)
                    + ". `aks-iam check` tells how it is today.");
        });
    }

    /** Whether the two meet in at least one namespace. */
    private static boolean meets(RoleAssignment assignment, KubernetesBinding binding, PlannedCluster cluster) {
        var at = assignment.scope().id();
        var id = cluster.id().text();
        if (at.length() <= id.length() || binding.namespace().isEmpty()) {
            return true;
        }
        return at.substring(at.lastIndexOf('/') + 1).equals(binding.namespace().get());
    }

    private static String names(List<String> names) {
        return names.stream().map(Escaping::md).collect(Collectors.joining(", "));
    }
}
