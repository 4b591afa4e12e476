package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.domain.BuiltInRoles;
import aksiam.model.ResourceId;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import java.util.function.BiConsumer;

/** What the effects of several steps do alike. */
final class Effects {
    /** An effect on one cluster. */
    interface OnCluster {
        void apply(ClusterDraft cluster, Contribution by, PlanBuilder plan);
    }

    /** Of an option that leaves everything as it is. */
    static final BiConsumer<Contribution, PlanBuilder> NOTHING = (_, _) -> {
    };

    private Effects() {
    }

    static BiConsumer<Contribution, PlanBuilder> onEachCluster(OnCluster effect) {
        return (by, plan) -> plan.clusters().forEach(cluster -> effect.apply(cluster, by, plan));
    }

    static Role builtIn(String name) {
        var role = BuiltInRoles.get(name);
        return new Role(role.name(), role.guid(), false);
    }

    /** Gives an identity of a cluster a right: before the cluster exists, unless AKS makes the identity together with it. */
    static void give(PlanBuilder plan, Contribution by, Subject identity, Role role, ResourceId scope, String reason) {
        plan.add(new RoleAssignment(identity, role, new AzureScope(scope.text()), identity instanceof Subject.ClusterMade ? 4 : 2, Access.STANDING,
            by.consideration(), reason));
    }

    /** Without this part of the answer, what is deployed would be weaker than the answer: nothing is generated before it is there. */
    static void lacking(PlanBuilder plan, Contribution by, String text) {
        plan.add(by.open(OpenPoint.Kind.LACKING, text));
    }

    /** Somebody still brings an id, and the bundle leaves out what depends on it. */
    static void awaited(PlanBuilder plan, Contribution by, String text) {
        plan.add(by.open(OpenPoint.Kind.AWAITED, text));
    }

    /** The same of a part with which a cluster is made: a new cluster is not deployed before, an existing one keeps what it has. */
    static void awaited(ClusterDraft cluster, PlanBuilder plan, Contribution by, String text) {
        cluster.waits = true;
        awaited(plan, by, "Cluster %s: %s%s".formatted(cluster.name(), text, cluster.existing() ? "" : " It is not deployed before."));
    }

    /** A cell that the output needs is empty. */
    static void missing(PlanBuilder plan, Contribution by, String text) {
        plan.add(by.open(OpenPoint.Kind.INCOMPLETE, text));
    }

    /** What somebody has to do by hand. */
    static BiConsumer<Contribution, PlanBuilder> task(Task.Area area, String title, String detail) {
        return (by, plan) -> plan.add(new Task(area, title, detail, "", "", by.consideration()));
    }
}
