package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.domain.BuiltInRoles;
import aksiam.model.Design;
import aksiam.model.ResourceId;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Target;
import aksiam.model.rows.Workload;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.FederatedCredential;
import aksiam.plan.IdentityBinding;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Namespace;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import aksiam.plan.RoleAssignment;
import aksiam.plan.ServiceAccount;
import aksiam.plan.StableHash;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import aksiam.plan.Workload.VaultMount;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The workloads: an identity for each name, its trust in service accounts, and what it may do. */
final class WorkloadRows {
    private static final Pattern CREDENTIAL_NAME = Pattern.compile("[a-zA-Z0-9][-_a-zA-Z0-9]{2,119}");
    private static final Pattern MOUNTED = Pattern.compile("(secret|key|cert)/[-a-zA-Z0-9]{1,127}");
    private static final Pattern PERMISSION = Pattern.compile("[A-Za-z0-9._-]+");
    private final Contribution from;
    private final PlanBuilder plan;
    private final Rights rights;
    private final boolean bindings;
    private final boolean csiDriver;
    private final WorkloadIdentities keys;
    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private final Map<String, String> credentialNames = new HashMap<>();

    /** What all rows of one identity say together. */
    private static final class Identity {
        private final ClusterDraft home;
        private String resourceGroup = "";
        private ResourceId there = ResourceId.NONE;
        private final Set<String> clusters = new LinkedHashSet<>();

        private Identity(ClusterDraft home) {
            this.home = home;
        }
    }

    private WorkloadRows(Contribution from, PlanBuilder plan) {
        this.from = from;
        this.plan = plan;
        this.rights = new Rights(from, plan, new Scopes(plan));
        this.bindings = from.design().choice("workload-identity").equals("identity-bindings");
        this.keys = new WorkloadIdentities(from.design());
        this.csiDriver = from.design().choice("key-vault-access").equals("csi-driver");
    }

    /** Whether workloads have identities at all. */
    static boolean haveIdentities(Design design) {
        return Set.of("federated", "identity-bindings").contains(design.choice("workload-identity"));
    }

    /** Effect of the workloads. */
    static void contribute(Contribution from, PlanBuilder plan) {
        if (haveIdentities(from.design())) {
            var effect = new WorkloadRows(from, plan);
            var rows = from.design().rows("workloads", Tables.WORKLOADS);
            rows.forEach(effect::gather);
            effect.identities.forEach(effect::add);
            rows.forEach(effect::add);
        }
    }

    /** Effect of giving each workload an identity of its own: rows that share one contradict it. */
    static void checkSharing(Contribution from, PlanBuilder plan) {
        if (from.design().choice("identity-sharing").equals("per-workload")) {
            var names = new TreeMap<String, Set<String>>();
            var keys = new WorkloadIdentities(from.design());
            from.design().rows("workloads", Tables.WORKLOADS).stream().filter(row -> !row.identity().isEmpty())
                .forEach(row -> names.computeIfAbsent(keys.of(row), _ -> new LinkedHashSet<>()).add(row.name()));
            names.forEach((identity, workloads) -> {
                if (workloads.size() > 1) {
                    plan.add(from.open(OpenPoint.Kind.LACKING,
                        "Identity " + identity + " serves " + String.join(", ", workloads) + ", although each workload is to have its own."));
                }
            });
        }
    }

    private List<ClusterDraft> clusters(Workload row) {
        return row.clusters().stream().distinct().flatMap(name -> plan.cluster(name).stream()).toList();
    }

    private void gather(Workload row) {
        var clusters = clusters(row);
        if (clusters.isEmpty() || row.identity().isEmpty() || row.namespace().isEmpty() || row.serviceAccount().isEmpty()) {
            incomplete("Workload " + row.name() + " names no "
                + (clusters.isEmpty() ? "cluster of the design" : row.identity().isEmpty() ? "identity" : "namespace and service account")
                + ": nothing is made for it.");
            return;
        }
        var identity = identities.computeIfAbsent(keys.of(row), _ -> new Identity(clusters.getFirst()));
        clusters.forEach(cluster -> identity.clusters.add(cluster.name()));
        if (row.identityId().isKnown() && !isNamed(row)) {
            incomplete("Workload " + row.name() + ": " + row.identityId().text() + " is no user-assigned identity of the name " + row.identity()
                + ": one of this name is made.");
        } else if (row.identityId().isKnown()) {
            identity.there = row.identityId();
        }
        if (identity.resourceGroup.isEmpty()) {
            identity.resourceGroup = row.identityResourceGroup();
        }
    }

    private static boolean isNamed(Workload row) {
        return row.identityId().type().equalsIgnoreCase("Microsoft.ManagedIdentity/userAssignedIdentities")
            && row.identityId().name().equalsIgnoreCase(row.identity());
    }

    private void add(String name, Identity identity) {
        var row = identity.home.row();
        if (identity.there.isKnown()) {
            plan.add(new ManagedIdentity(name, identity.there.subscription(), identity.there.resourceGroup(), row.region(), ManagedIdentity.Purpose.WORKLOAD,
                true, List.copyOf(identity.clusters), from.consideration()));
            return;
        }
        plan.add(new ManagedIdentity(name, identity.home.id().subscription(), identity.resourceGroup.isEmpty() ? row.resourceGroup() : identity.resourceGroup,
            row.region(), ManagedIdentity.Purpose.WORKLOAD,
            List.copyOf(identity.clusters), from.consideration()));
    }

    private void add(Workload row) {
        if (!identities.containsKey(keys.of(row)) || row.namespace().isEmpty() || row.serviceAccount().isEmpty()) {
            return;
        }
        for (var cluster : clusters(row)) {
            if (trust(row, cluster)) {
                run(row, cluster);
            }
        }
        row.targets().forEach(target -> give(row, target));
    }

    /** Lets the service account act as the identity. */
    private boolean trust(Workload row, ClusterDraft cluster) {
        if (bindings) {
            if (cluster.automatic() || cluster.apiServer != null && cluster.apiServer.value().hasVnetIntegration()) {
                plan.add(from.open(OpenPoint.Kind.LIMIT, "Cluster " + cluster.name()
                    + " cannot have identity bindings: not with AKS Automatic, not with API server VNet integration. Use federated credentials."));
                return false;
            }
            plan.add(new IdentityBinding(cluster.name(), keys.of(row), bindingName(keys.of(row)), from.consideration()));
            return true;
        }
        plan.add(
            new FederatedCredential(cluster.name(), keys.of(row), credentialName(row, cluster), row.namespace(), row.serviceAccount(), from.consideration()));
        return true;
    }

    /** Lower case letters and digits, at most 64, starting with a letter: what Azure allows for a binding. */
    private static String bindingName(String identity) {
        var letters = identity.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return "ib" + letters.substring(0, Math.min(letters.length(), 54)) + StableHash.of(identity);
    }

    /** As the row says, with the cluster behind it where the row is for several; a name that is taken gives way to the full one. */
    private String credentialName(Workload row, ClusterDraft cluster) {
        var full = cluster.name() + "-" + row.namespace() + "-" + row.serviceAccount();
        var said = row.credential().isEmpty() ? full : row.clusters().size() > 1 ? row.credential() + "-" + cluster.name() : row.credential();
        var name = StableHash.shorten(said, 120);
        if (!CREDENTIAL_NAME.matcher(name).matches()) {
            name = "credential-" + StableHash.of(said);
        }
        var subject = cluster.name() + "/" + row.namespace() + "/" + row.serviceAccount();
        var holder = credentialNames.putIfAbsent(keys.of(row) + "/" + name, subject);
        if (holder == null || holder.equals(subject)) {
            return name;
        }
        if (!row.credential().isEmpty()) {
            incomplete(
                "Two federated credentials of identity " + row.identity() + " are called " + name + ": the second one is named after its service account.");
        }
        return StableHash.shorten(full, 111) + "-" + StableHash.of(subject);
    }

    /** The service account and a sample of what runs under it, where the namespace is in the plan. */
    private void run(Workload row, ClusterDraft cluster) {
        var namespace = plan.namespace(cluster.name(), row.namespace());
        if (!Rights.isThere(plan, cluster, row.namespace(), from.consideration())) {
            incomplete("Workload " + row.name() + " runs in namespace " + row.namespace() + ", which cluster " + cluster.name()
                + " does not have: its credential is made, its service account is left out.");
            return;
        }
        var account = plan.serviceAccount(cluster.name(), row.namespace(), row.serviceAccount());
        var other = account.flatMap(ServiceAccount::identity).filter(identity -> !identity.equals(keys.of(row)));
        if (other.isPresent()) {
            incomplete("Service account " + row.namespace() + "/" + row.serviceAccount() + " in cluster " + cluster.name() + " is to use identities "
                + other.get() + " and " + row.identity() + ": it uses the first.");
            return;
        }
        boolean given = row.accountGiven() || account.filter(ServiceAccount::given).isPresent();
        plan.put(new ServiceAccount(cluster.name(), row.namespace(), row.serviceAccount(), Optional.of(keys.of(row)), given, from.consideration()));
        if (given) {
            askChart(row, cluster);
        }
        if (plan.workload(cluster.name(), row.namespace(), row.name()).filter(known -> !known.serviceAccount().equals(row.serviceAccount())).isPresent()) {
            incomplete("Two workloads of namespace " + row.namespace() + " in cluster " + cluster.name() + " are called " + row.name()
                + ": the second one, with service account " + row.serviceAccount() + ", has no sample and mounts nothing.");
            return;
        }
        plan.add(new aksiam.plan.Workload(cluster.name(), row.name(), row.namespace(), row.serviceAccount(), keys.of(row),
            namespace.flatMap(Namespace::pool).map(pool -> pool.value()).orElse(""), bindings, mounts(row),
            from.consideration()));
    }

    /** Whoever makes the service account has to set what the manifests would have set. */
    private void askChart(Workload row, ClusterDraft cluster) {
        plan.add(new Task(Task.Area.CLUSTER, "Service account " + row.namespace() + "/" + row.serviceAccount() + " in cluster " + cluster.name(),
            "A chart or an operator makes it, so the manifests do not. It has to set the annotation azure.workload.identity/client-id of the service account to "
                + "the client id of " + row.identity() + ", which stands in azure-outputs.env of the cluster after stage 3, and the label "
                + "azure.workload.identity/use: \"true\" of the pods"
                + (bindings ? ", and their annotation azure.workload.identity/use-identity-binding: \"true\"" : "")
                + ".",
            "", "", from.consideration()));
    }

    private List<VaultMount> mounts(Workload row) {
        var byVault = new LinkedHashMap<ResourceId, Set<String>>();
        if (csiDriver) {
            for (var target : row.targets()) {
                var objects = target.objects().stream().filter(object -> MOUNTED.matcher(object).matches()).toList();
                if (target.service().equals("key-vault") && target.resource().isKnown() && !objects.isEmpty()) {
                    byVault.computeIfAbsent(vault(target.resource()), _ -> new LinkedHashSet<>()).addAll(objects);
                }
            }
        }
        return byVault.entrySet().stream().map(entry -> new VaultMount(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }

    /** The vault of a vault or of one of its secrets. */
    private static ResourceId vault(ResourceId resource) {
        return resource.names().size() > 1 ? resource.parent() : resource;
    }

    private void give(Workload row, Target target) {
        var subject = new Subject.Identity(keys.of(row));
        var reason = "Workload " + row.name();
        switch (target.service()) {
            case "microsoft-graph" -> graph(row, target);
            case "cosmos-db" -> BuiltInRoles.findCosmos(target.role()).filter(_ -> target.resource().isKnown()).ifPresentOrElse(role -> {
                var account = account(target.resource());
                plan.add(new CosmosRoleAssignment(subject, role.name(), role.guid(), account, target.resource().text().substring(account.text().length()),
                    from.consideration(), reason));
            }, () -> azure(row, target, reason));
            case "sql" -> {
                if (rights.azureRole(target.role()).isPresent()) {
                    azure(row, target, reason);
                } else {
                    database(row, target);
                }
            }
            default -> azure(row, target, reason);
        }
    }

    private void azure(Workload row, Target target, String reason) {
        var role = rights.azureRole(target.role());
        if (role.isEmpty() || !target.resource().isKnown()) {
            if (role.isEmpty()) {
                incomplete("Workload " + row.name() + ": no built-in or custom role is called \"" + target.role() + "\".");
            } else {
                Effects.awaited(plan, from, "Workload " + row.name() + ": the resource for " + target.role() + " is not named.");
            }
            return;
        }
        plan.add(new RoleAssignment(new Subject.Identity(keys.of(row)), role.get(), new AzureScope(target.resource().text()), 4, Access.STANDING,
            from.consideration(), reason));
    }

    /** The account of an account, a database or a container. */
    private static ResourceId account(ResourceId resource) {
        var account = resource;
        while (account.names().size() > 1) {
            account = account.parent();
        }
        return account;
    }

    private void database(Workload row, Target target) {
        if (target.role().isEmpty() || !target.resource().isKnown()) {
            Effects.awaited(plan, from, "Workload " + row.name() + ": the database or its role is not named.");
            return;
        }
        // Two principals may have one display name, so the user is told by object id (MicrosoftDocs/sql-docs#7167). Who runs the script looks it up.
        var hash = StableHash.of(keys.of(row));
        var objectId = "$(OBJECT_ID_" + hash + ")";
        var clientId = "$(CLIENT_ID_" + hash + ")";
        var identity = plan.identity(keys.of(row)).map(known -> known.id().text()).orElse(row.identity()).replaceAll("\\R|\\p{Cntrl}", " ");
        plan.add(new Task(Task.Area.SQL_USERS, "Database user " + row.identity() + " with role " + target.role(),
            "Run in database " + target.resource().text() + " as its Entra administrator.", "",
            "-- OBJECT_ID_" + hash + " and CLIENT_ID_" + hash + " are the principal id and the client id of " + identity + "\n"
                + SqlUser.replaced(row.identity(), objectId, clientId) + "IF DATABASE_PRINCIPAL_ID(" + SqlUser.text(row.identity()) + ") IS NULL "
                + SqlUser.created(row.identity(), objectId) + "\nALTER ROLE " + SqlUser.name(target.role()) + " ADD MEMBER " + SqlUser.name(row.identity())
                + ";",
            from.consideration()));
    }

    private void graph(Workload row, Target target) {
        if (target.role().isEmpty() || !PERMISSION.matcher(target.role()).matches()) {
            incomplete("Workload " + row.name() + ": the application permission for Microsoft Graph is not named.");
            return;
        }
        plan.add(new Task(Task.Area.GRAPH_PERMISSIONS, "Microsoft Graph " + target.role() + " for " + row.identity(),
            "Grant the application permission " + target.role() + " of Microsoft Graph to the managed identity "
                + row.identity() + ".",
            "", "grant '" + plan.identity(keys.of(row)).map(identity -> identity.id().text()).orElse("").replaceAll("[^-/._()a-zA-Z0-9]", "") + "' "
                + target.role(),
            from.consideration()));
    }

    private void incomplete(String text) {
        plan.add(from.open(OpenPoint.Kind.INCOMPLETE, text));
    }
}
