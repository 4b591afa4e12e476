package aksiam.generate.bicep;

import aksiam.generate.bicep.GivenRight.Kind;
import aksiam.generate.bicep.Rights.Right;
import aksiam.generate.pim.JustInTime;
import aksiam.model.ResourceId;
import aksiam.plan.AzureScope;
import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that the templates and scripts of a bundle give in Azure. */
public final class GivenRights {
    private final Lookup lookup;
    private final Rights rights;
    private final Plan plan;

    private GivenRights(Plan plan) {
        this.plan = plan;
        this.lookup = Lookup.of(plan);
        this.rights = Rights.of(plan, lookup);
    }

    /** In the order of the stages. */
    public static List<GivenRight> of(Plan plan) {
        return new GivenRights(plan).all();
    }

    private List<GivenRight> all() {
        var all = new ArrayList<GivenRight>();
        plan.customRoles().forEach(role -> role.scopes().stream().filter(AzureScope::isKnown).findFirst()
            .ifPresent(scope -> all.add(new GivenRight(Kind.DEFINITION, 2, role.guid(), RightsFiles.deploymentScope(scope), "", "",
                "custom role " + role.azureName(), role.consideration()))));
        Stream.of(rights.clusterIdentities(), rights.others(), rights.managementGroups()).flatMap(List::stream).map(this::role).forEach(all::add);
        rights.byScript().forEach(assignment -> all.add(role(assignment, "", assignment.scope().id())));
        rights.cosmos().stream().map(this::cosmos).forEach(all::add);
        plan.federatedCredentials().stream().filter(credential -> lookup.clusters().containsKey(credential.cluster())
            && lookup.clusters().get(credential.cluster()).isDeployable() && lookup.identities().containsKey(credential.identity()))
            .forEach(credential -> all.add(new GivenRight(Kind.CREDENTIAL, 3, credential.name(), lookup.identities().get(credential.identity()).id().text(),
                lookup.clusters().get(credential.cluster()).id().text(), credential.subject(),
                "trust of " + credential.identity() + " in " + credential.namespace() + "/" + credential.serviceAccount() + " of " + credential.cluster(),
                credential.consideration())));
        plan.identityBindings().stream().filter(binding -> lookup.clusters().containsKey(binding.cluster())
            && lookup.clusters().get(binding.cluster()).isDeployable() && lookup.identities().containsKey(binding.identity()))
            .forEach(binding -> all.add(new GivenRight(Kind.BINDING, 3, binding.name(), lookup.clusters().get(binding.cluster()).id().text(), "", "",
                "binding of " + binding.identity() + " to " + binding.cluster(), binding.consideration())));
        plan.policyAssignments().stream().filter(assignment -> PolicyOutput.isReached(assignment.scope()))
            .forEach(assignment -> all.add(new GivenRight(Kind.POLICY, 5, assignment.name(), assignment.scope().id(), "", "",
                "policy " + assignment.displayName() + " at " + assignment.scope().id(), assignment.consideration())));
        plan.clusters().stream().filter(PlannedCluster::isDeployable).forEach(cluster -> all
            .add(new GivenRight(Kind.CLUSTER, 7, cluster.name(), cluster.id().text(), "", "", "objects in cluster " + cluster.name(), "clusters")));
        JustInTime.requests(plan).forEach(request -> all.add(new GivenRight(Kind.ELIGIBLE, 6, "", request.scope(), request.principalId(), request.roleGuid(),
            request.role() + " of " + request.principal() + " at " + request.scope() + ", eligible", request.consideration())));
        all.sort(Comparator.comparing(GivenRight::stage));
        return all;
    }

    private GivenRight role(Right right) {
        var assignment = right.assignment();
        var scope = scope(right);
        return role(assignment,
            ArmGuid.of(Stream.concat(Stream.concat(Stream.of(scope), named(assignment.subject()).stream()), Stream.of(assignment.role().guid()))
                .toArray(String[]::new)),
            scope);
    }

    private GivenRight role(RoleAssignment assignment, String name, String scope) {
        return new GivenRight(Kind.ROLE, assignment.stage(), name, scope, principal(assignment.subject()), assignment.role().guid(),
            assignment.role().name() + " of " + assignment.subject().label() + " at " + scope, assignment.consideration());
    }

    private GivenRight cosmos(CosmosRoleAssignment assignment) {
        var account = assignment.account();
        var id = group(account.subscription().toLowerCase(Locale.ROOT), account.resourceGroup()) + "/providers/Microsoft.DocumentDB/databaseAccounts/"
            + account.name();
        var path = assignment.scope().equals("/") ? "" : assignment.scope();
        var name = ArmGuid.of(id, path, named(assignment.subject()).getFirst(), assignment.roleGuid());
        return new GivenRight(Kind.COSMOS, 4, name, id + path, principal(assignment.subject()), assignment.roleGuid(),
            assignment.roleName() + " of " + assignment.subject().label() + " at " + id + path, assignment.consideration());
    }

    /** What stands for the principal in the name of an assignment, as the templates put it together. */
    private List<String> named(Subject subject) {
        return switch (subject) {
            case Subject.Entra(var _, var id, var _) -> List.of(id.text());
            case Subject.Identity _ -> List.of(lookup.id(subject).text());
            case Subject.ClusterMade(var _, var part) -> List.of(lookup.id(subject).text(), part.label());
            case Subject.Account _ -> List.of();
        };
    }

    private String principal(Subject subject) {
        return String.join("#", named(subject));
    }

    /** The id of the scope as the templates read it. */
    private static String scope(Right right) {
        var scope = right.assignment().scope();
        var resource = scope.resource();
        var subscription = resource.subscription().toLowerCase(Locale.ROOT);
        return switch (scope.kind()) {
            case MANAGEMENT_GROUP -> scope.id();
            case SUBSCRIPTION -> "/subscriptions/" + subscription;
            case RESOURCE_GROUP -> group(subscription, resource.resourceGroup());
            case RESOURCE -> group(subscription, resource.resourceGroup()) + provider(right.kind().levels().getLast().type(), resource);
        };
    }

    private static String provider(String type, ResourceId resource) {
        var parts = type.split("/");
        var path = new StringBuilder("/providers/").append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            path.append('/').append(parts[i]).append('/').append(resource.names().get(i - 1));
        }
        return path.toString();
    }

    private static String group(String subscription, String resourceGroup) {
        return "/subscriptions/" + subscription + "/resourceGroups/" + resourceGroup;
    }
}
