package aksiam.generate.pim;

import aksiam.plan.Access;
import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * A group whose membership is activated.
 *
 * @param eligible rights that are meant to be activated with it
 * @param standing rights that the design calls standing, which its members lose whenever they are not active
 */
public record PimGroup(String name, String owner, int eligibleDays, List<String> eligible, List<String> standing) {
    static List<PimGroup> of(Plan plan) {
        var groups = new LinkedHashMap<Subject, List<EligibleGrant>>();
        plan.eligibleGrants().stream().filter(grant -> grant.mechanism() == Mechanism.GROUP)
            .forEach(grant -> groups.computeIfAbsent(grant.subject(), _ -> new ArrayList<>()).add(grant));
        return groups.entrySet().stream().map(group -> of(group.getKey(), group.getValue(), plan)).toList();
    }

    private static PimGroup of(Subject subject, List<EligibleGrant> grants, Plan plan) {
        var eligible = Stream.concat(grants.stream().map(grant -> right(grant.role(), grant.scope())),
            plan.clusters().stream().filter(cluster -> cluster.settings().adminGroups().contains(subject))
                .map(cluster -> right("cluster-admin", cluster.name()) + ", by the admin group list"))
            .distinct().toList();
        var standing = new ArrayList<String>();
        plan.roleAssignments().stream().filter(assignment -> assignment.subject().equals(subject) && assignment.access() == Access.STANDING)
            .forEach(assignment -> standing.add(right(assignment.role().name(), assignment.scope().id())));
        plan.kubernetesBindings().stream().filter(binding -> binding.subject().equals(subject))
            .forEach(binding -> standing.add(right(binding.role(), binding.cluster() + binding.namespace().map(name -> "/" + name).orElse(""))));
        standing.removeAll(eligible);
        var days = grants.stream().map(EligibleGrant::activation).reduce(EligibleGrant.Activation::strictest).map(rules -> rules.eligibleDays().orElse(0))
            .orElse(0);
        return new PimGroup(subject.label(), owner(subject, plan), days, eligible, List.copyOf(standing));
    }

    /** As the task says that brings it under PIM. */
    private static String owner(Subject subject, Plan plan) {
        return plan.tasks().stream().filter(task -> task.area() == Task.Area.PIM_GROUPS && task.title().contains(" " + subject.label() + " under PIM"))
            .map(Task::owner)
            .findFirst().orElse("");
    }

    private static String right(String role, String scope) {
        return role + " at " + scope;
    }
}
