package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.catalogue.steps.Principals.Holder;
import aksiam.catalogue.steps.Scopes.Place;
import aksiam.model.Format;
import aksiam.model.rows.Grant;
import aksiam.model.rows.Persona;
import aksiam.model.rows.Tables;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import aksiam.plan.WaitingGrant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The grants as they stand in the table: each row gives what it says and nothing besides, but for what a way back into a cluster needs. */
final class GrantRows {
    private final Contribution from;
    private final PlanBuilder plan;
    private final Principals principals;
    private final Scopes scopes;
    private final Rights rights;
    private final BreakGlass breakGlass;
    private final String mechanism;
    private final Map<String, Persona> personas;
    private final ActivationRows activations;

    private GrantRows(Contribution from, PlanBuilder plan) {
        this.from = from;
        this.plan = plan;
        this.principals = new Principals(from.design(), plan);
        this.scopes = new Scopes(plan);
        this.rights = new Rights(from, plan, scopes);
        this.breakGlass = new BreakGlass(from, plan);
        this.mechanism = from.design().choice("jit-mechanism");
        this.personas = from.design().rows("personas", Tables.PERSONAS).stream()
            .collect(Collectors.toMap(Persona::name, persona -> persona, (first, _) -> first));
        this.activations = new ActivationRows(from, plan, principals, scopes);
    }

    /** Effect of the grants. */
    static void contribute(Contribution from, PlanBuilder plan) {
        var effect = new GrantRows(from, plan);
        from.design().rows("grants", Tables.GRANTS).forEach(effect::add);
    }

    private void add(Grant grant) {
        var holder = principals.find(grant.principal());
        if (holder.isEmpty()) {
            incomplete(grant, "no such principal, or its identity is not decided.");
            return;
        }
        var access = access(grant);
        if (access.isEmpty()) {
            incomplete(grant, "it is neither standing nor eligible nor break-glass.");
            return;
        }
        var places = scopes.of(grant.scope());
        if (places.isEmpty()) {
            incomplete(grant, "the scope is none of the design's clusters and no Azure id.");
        }
        for (var place : places) {
            switch (grant.plane()) {
                case "azure" -> azure(grant, holder.get(), access.get(), place);
                case "kubernetes" -> kubernetes(grant, holder.get(), access.get(), place);
                default -> incomplete(grant, "the plane is neither azure nor kubernetes.");
            }
        }
    }

    private void azure(Grant grant, Holder holder, Access access, Place place) {
        var role = rights.azureRole(grant.role());
        if (role.isEmpty()) {
            incomplete(grant, "no built-in or custom Azure role has this name.");
            return;
        }
        var scope = scopes.azure(place);
        var reach = new RoleReach(role.get(), plan);
        if (role.get().custom() && !reach.dataActions().isEmpty() && scope.kind() == AzureScope.Kind.MANAGEMENT_GROUP) {
            plan.add(from.open(OpenPoint.Kind.LIMIT,
                text(grant) + ": a custom role with data actions cannot be assigned at a management group; name the subscriptions."));
            return;
        }
        if (!reach.isAssignableAt(scope)) {
            incomplete(grant, "the scope is none of the assignable scopes of the custom role, nor below one.");
            return;
        }
        var without = reach.clustersWithoutEffect(scope);
        if (!without.isEmpty()) {
            incomplete(grant, "inside " + String.join(", ", without) + " it allows nothing, because Azure RBAC is off there.");
        }
        if (access == Access.BREAK_GLASS) {
            alertOnUse(holder);
        }
        give(grant, holder, access, new BreakGlass.Right(role.get(), scope, grant.reason()));
        breakGlass.beside(role.get(), scope, access).forEach(right -> give(grant, holder, access, right));
    }

    private void give(Grant grant, Holder holder, Access access, BreakGlass.Right right) {
        switch (access) {
            case STANDING, BREAK_GLASS -> rights.azure(holder, right.role(), right.scope(), access, right.reason());
            case ELIGIBLE -> {
                switch (mechanism) {
                    case "azure-roles", "both" -> eligible(grant, holder, Optional.of(right.role()), right.scope().id(), right.reason(), Mechanism.AZURE_ROLE);
                    case "groups" -> {
                        if (eligible(grant, holder, Optional.of(right.role()), right.scope().id(), right.reason(), Mechanism.GROUP)) {
                            rights.azure(holder, right.role(), right.scope(), Access.STANDING, right.reason());
                        }
                    }
                    default -> incomplete(grant, "it is eligible, but no mechanism of just-in-time access is decided.");
                }
            }
        }
    }

    private void kubernetes(Grant grant, Holder holder, Access access, Place place) {
        var where = switch (place) {
            case Place.WholeCluster(var cluster) -> Optional.of(new Where(cluster, Optional.empty()));
            case Place.InNamespace(var cluster, var namespace) -> Optional.of(new Where(cluster, Optional.of(namespace)));
            case Place.InAzure _ -> Optional.<Where>empty();
        };
        if (where.isEmpty()) {
            incomplete(grant, "Kubernetes RBAC reaches a cluster or a namespace, not an Azure id.");
        } else if (plan.kubernetesRole(grant.role()).isEmpty() && !Rights.BUILT_IN_CLUSTER_ROLES.contains(grant.role())) {
            incomplete(grant, "no persona of this name, and none of view, edit, admin, cluster-admin.");
        } else if (isMeantFor(where.get().cluster(), grant)) {
            bind(grant, holder, access, where.get());
        }
    }

    private record Where(ClusterDraft cluster, Optional<String> namespace) {
        String label() {
            return cluster.name() + namespace.map(name -> "/" + name).orElse("");
        }
    }

    private void bind(Grant grant, Holder holder, Access access, Where where) {
        switch (access) {
            case STANDING -> rights.kubernetes(holder, grant.role(), where.cluster(), where.namespace(), grant.reason());
            case BREAK_GLASS -> {
                rights.kubernetes(holder, grant.role(), where.cluster(), where.namespace(), grant.reason());
                alertOnUse(holder);
            }
            case ELIGIBLE -> {
                switch (mechanism) {
                    case "groups", "both" -> {
                        if (eligible(grant, holder, Optional.empty(), where.label(), grant.reason(), Mechanism.GROUP)) {
                            rights.kubernetes(holder, grant.role(), where.cluster(), where.namespace(), grant.reason());
                        }
                    }
                    case "azure-roles" ->
                        incomplete(grant, "Kubernetes RBAC knows no eligible right; only membership of the group can be activated, by PIM for Groups.");
                    default -> incomplete(grant, "it is eligible, but no mechanism of just-in-time access is decided.");
                }
            }
        }
    }

    /** For every cluster means: every one of the persona's environments. A cluster that is named is meant, and the contradiction is said. */
    private boolean isMeantFor(ClusterDraft cluster, Grant grant) {
        var environments = Optional.ofNullable(personas.get(grant.role())).map(Persona::environments).orElse(List.of());
        boolean meant = environments.isEmpty() || environments.contains(cluster.row().environment());
        if (!meant && !grant.scope().equals("*")) {
            incomplete(grant, "the persona is meant for " + String.join(", ", environments) + " only.");
        }
        return meant || !grant.scope().equals("*");
    }

    /** Whether the grant can be activated; otherwise it is an open point, or waits for an object id. */
    private boolean eligible(Grant grant, Holder holder, Optional<Role> role, String scope, String reason, Mechanism mechanism) {
        if (!holder.isPerson()) {
            incomplete(grant, "only people can activate a right; give automation a narrow standing one.");
            return false;
        }
        if (mechanism == Mechanism.GROUP && !holder.isGroup()) {
            incomplete(grant, "PIM for Groups activates the membership of a group; " + grant.principal() + " is none.");
            return false;
        }
        if (!holder.subject().isKnown()) {
            rights.await(holder, grant.plane(), grant.role(), scope);
            return false;
        }
        if (role.isPresent() && !new AzureScope(scope).isKnown()) {
            // The open point of the cluster says what is missing.
            plan.add(new WaitingGrant(holder.name(), grant.plane(), grant.role(), scope, "", from.consideration()));
            return false;
        }
        if (mechanism == Mechanism.GROUP) {
            plan.add(new Task(Task.Area.PIM_GROUPS, "Bring group " + holder.name() + " under PIM for Groups",
                "Make its members eligible instead of permanent. A dynamic group, or one synchronised from on-premises, cannot be used.",
                holder.owner(), "", "jit-mechanism"));
        }
        var right = new EligibleGrant(holder.subject(), role.map(Role::name).orElse(grant.role()), role, scope, Access.ELIGIBLE, mechanism,
            activations.of(grant, scope),
            from.consideration(), reason);
        activations.look(right);
        plan.add(right);
        return true;
    }

    private void alertOnUse(Holder holder) {
        plan.add(new Task(Task.Area.CLUSTER, "Alert on use of break-glass rights: " + holder.name(),
            "Raise an alert whenever " + holder.name() + " signs in or uses its rights, and review each use.", holder.owner(), "",
            from.consideration()));
    }

    private static Optional<Access> access(Grant grant) {
        return switch (grant.access()) {
            case "standing" -> Optional.of(Access.STANDING);
            case "eligible" -> Optional.of(Access.ELIGIBLE);
            case "break-glass" -> Optional.of(Access.BREAK_GLASS);
            default -> Optional.empty();
        };
    }

    private static String text(Grant grant) {
        return grant.role() + " for " + grant.principal() + " at " + grant.scope();
    }

    private void incomplete(Grant grant, String why) {
        rights.incomplete(text(grant) + ": " + why);
    }
}
