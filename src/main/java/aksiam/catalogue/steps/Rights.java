package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.catalogue.steps.Principals.Holder;
import aksiam.domain.BuiltInRoles;
import aksiam.domain.PlatformNamespaces;
import aksiam.model.Format;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.Namespace;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import aksiam.plan.RoleAssignment;
import aksiam.plan.ServiceAccount;
import aksiam.plan.Subject;
import aksiam.plan.WaitingGrant;
import java.util.Optional;
import java.util.Set;

/** Puts single rights into the plan, or says what they wait for. */
final class Rights {
    static final Set<String> BUILT_IN_CLUSTER_ROLES = Set.of("view", "edit", "admin", "cluster-admin");
    private final Contribution from;
    private final PlanBuilder plan;
    private final Scopes scopes;
    private final boolean peopleBindable;

    Rights(Contribution from, PlanBuilder plan, Scopes scopes) {
        this.from = from;
        this.plan = plan;
        this.scopes = scopes;
        this.peopleBindable = !from.design().choice("sign-in").equals("client-certificates");
    }

    /** The Azure role of this name: of the design, built in, or the GUID of one that our list does not hold. */
    Optional<Role> azureRole(String name) {
        return plan.customRole(name).or(() -> plan.customRole(CustomRoles.nameIn(from.design(), name)))
            .map(role -> role.role()).or(() -> BuiltInRoles.find(name).map(role -> Effects.builtIn(role.name())))
            .or(() -> Optional.of(name).filter(guid -> !guid.isEmpty() && Format.GUID.fits(guid)).map(guid -> new Role(guid, guid, false)));
    }

    /** Assigns an Azure role, or lets the grant wait for the object id of its principal. */
    void azure(Holder holder, Role role, AzureScope scope, Access access, String reason) {
        if (holder.subject() instanceof Subject.Account) {
            incomplete("Service account " + holder.name() + " cannot hold the Azure role " + role.name() + ": give it an identity instead.");
        } else if (!holder.subject().isKnown()) {
            await(holder, "azure", role.name(), scope.id());
        } else {
            plan.add(new RoleAssignment(holder.subject(), role, scope, stage(holder, scope), access, from.consideration(), reason));
        }
    }

    /** Binds a ClusterRole in a namespace, or for the whole cluster. With client certificates nobody but service accounts can be told apart. */
    void kubernetes(Holder holder, String role, ClusterDraft cluster, Optional<String> namespace, String reason) {
        var scope = cluster.name() + namespace.map(name -> "/" + name).orElse("");
        switch (holder.subject()) {
            case Subject.Account(var space, var name) -> {
                if (!exists(cluster, space)) {
                    incomplete(
                        "Service account " + holder.name() + " cannot be given " + role + " at " + scope + ": the cluster has no namespace " + space + ".");
                    return;
                }
                if (plan.serviceAccount(cluster.name(), space, name).isEmpty()) {
                    plan.put(new ServiceAccount(cluster.name(), space, name, Optional.empty(), false, from.consideration()));
                }
                bind(holder, role, cluster, namespace, reason);
            }
            case Subject.Entra _ when !peopleBindable -> incomplete(
                holder.name() + " is not given " + role + " at " + scope
                    + ": with client certificates nobody can be told apart, so a binding would bind nobody.");
            case Subject.Entra entra when entra.isKnown() -> bind(holder, role, cluster, namespace, reason);
            case Subject.Entra _ -> await(holder, "kubernetes", role, scope);
            case Subject.Identity _, Subject.ClusterMade _ -> await(holder, "kubernetes", role, scope);
        }
    }

    private void bind(Holder holder, String role, ClusterDraft cluster, Optional<String> namespace, String reason) {
        if (namespace.filter(name -> !exists(cluster, name)).isPresent()) {
            incomplete(holder.name() + " cannot be given " + role + " at " + cluster.name() + "/" + namespace.get() + ": the cluster has no such namespace.");
            return;
        }
        plan.add(new KubernetesBinding(cluster.name(), namespace, role, holder.subject(), from.consideration(), reason));
    }

    private boolean exists(ClusterDraft cluster, String namespace) {
        return isThere(plan, cluster, namespace, from.consideration());
    }

    /** Whether a cluster has a namespace. One that an add-on brings stands in the plan as given from then on. */
    static boolean isThere(PlanBuilder plan, ClusterDraft cluster, String namespace, String consideration) {
        if (plan.namespace(cluster.name(), namespace).isPresent()) {
            return true;
        }
        var known = PlatformNamespaces.find(namespace);
        known.filter(platform -> !platform.inEveryCluster()).ifPresent(_ -> plan.put(Namespace.given(cluster.name(), namespace, consideration)));
        return known.isPresent();
    }

    /** The grant is left out of the output; one open point for each principal says why. */
    void await(Holder holder, String plane, String role, String scope) {
        plan.add(new WaitingGrant(holder.name(), plane, role, scope, holder.owner(), from.consideration()));
        var text = holder.subject() instanceof Subject.Entra
            ? "The object id of " + holder.name() + " is not known: its grants wait."
            : "The object id of " + holder.name() + " is known only after the deployment: for Kubernetes grants enter it as a principal of its own.";
        plan.add(new OpenPoint("principals", OpenPoint.Kind.WAITING, text, holder.owner(), Optional.empty()));
    }

    void incomplete(String text) {
        plan.add(from.open(OpenPoint.Kind.INCOMPLETE, text));
    }

    /** What a cluster needs before it exists is given before it: the rights of its own identities on what is not made with it. */
    private int stage(Holder holder, AzureScope scope) {
        boolean before = holder.ofCluster() && !(holder.subject() instanceof Subject.ClusterMade);
        return before && plan.clusters().stream().noneMatch(cluster -> scopes.isMadeWith(cluster, scope)) ? 2 : 4;
    }
}
