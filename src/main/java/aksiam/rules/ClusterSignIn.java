package aksiam.rules;

import aksiam.catalogue.Kubeconfigs;
import aksiam.catalogue.RolePermissions;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.plan.HeldRole;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Subject;
import aksiam.rules.Finding.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rights inside a cluster that are of no use: nothing to fetch a kubeconfig with, or a name that no token carries. */
final class ClusterSignIn {
    private static final String CLUSTERS = "Microsoft.ContainerService/managedClusters/";

    private final Plan plan;
    private final Kubeconfigs kubeconfigs;

    private ClusterSignIn(Design design, Plan plan) {
        this.plan = plan;
        this.kubeconfigs = new Kubeconfigs(design, plan);
    }

    static void look(Design design, Plan plan, List<Finding> findings) {
        if (!plan.peopleBindable()) {
            return;
        }
        var signIn = new ClusterSignIn(design, plan);
        plan.kubernetesBindings().stream().filter(binding -> binding.subject() instanceof Subject.Entra user && signIn.isUnnamed(user)).map(
            binding -> new Finding(Kind.NOT_AS_SIGNED_IN, binding.consideration(), Place.answer(binding.consideration()),
                binding.subject().label() + " is bound in Kubernetes by object id, but a user of this tenant signs in by user principal name"))
            .distinct().forEach(findings::add);
        signIn.withoutKubeconfig().forEach((who, clusters) -> findings.add(new Finding(Kind.NO_KUBECONFIG, "grants", Place.answer("grants"),
            who + " has rights inside " + String.join(", ", clusters) + " and no right to fetch a kubeconfig there")));
    }

    private boolean isUnnamed(Subject.Entra user) {
        return user.kind() == Subject.Entra.Kind.User && !user.isNamedAsItSignsIn() && !kubeconfigs.isOfAnotherTenant(user);
    }

    private Map<String, Set<String>> withoutKubeconfig() {
        var without = new TreeMap<String, Set<String>>();
        for (var cluster : plan.clusters()) {
            inside(cluster).filter(subject -> kubeconfigs.isLackedBy(subject, cluster))
                .forEach(subject -> without.computeIfAbsent(subject.label(), _ -> new TreeSet<>()).add(cluster.name()));
        }
        return without;
    }

    /** Who may do something inside a cluster; service accounts bring their own way in. */
    private Stream<Subject> inside(PlannedCluster cluster) {
        var bound = Stream.concat(
            plan.kubernetesBindings().stream().filter(binding -> binding.cluster().equals(cluster.name())).map(binding -> binding.subject()),
            cluster.settings().adminGroups().stream());
        var byAzure = cluster.settings().azureRbac().filter(decided -> decided.value()).isPresent()
            ? plan.heldRoles().stream()
                .filter(right -> right.scope().meets(cluster.scope())
                    && RolePermissions.of(right.role(), plan).filter(allowed -> allowed.reachInto(CLUSTERS)).isPresent())
                .map(HeldRole::subject)
            : Stream.<Subject>empty();
        return Stream.concat(bound, byAzure).filter(subject -> !(subject instanceof Subject.Account)).distinct();
    }
}
