package aksiam.catalogue.steps;

import aksiam.model.Design;
import aksiam.model.rows.Principal;
import aksiam.model.rows.Tables;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands behind a name in a cell: a row of the principals, the identity of a workload, a service account, or an identity of a
 * cluster such as kubelet@CLUSTER.
 */
final class Principals {
    /**
     * Somebody who can hold a right. Rights of a subject whose object id is not known wait.
     *
     * @param owner     who creates the principal and keeps its members; may be empty
     * @param tenant    tenant of the principal; empty: the tenant of the design
     * @param ofCluster whether it is an identity of a cluster itself
     */
    record Holder(String name, Subject subject, String owner, String tenant, boolean ofCluster) {
        private static Holder of(String name, Subject subject) {
            return new Holder(name, subject, "", "", false);
        }

        /** Whether just-in-time access can be had: automation cannot activate anything. */
        boolean isPerson() {
            return subject instanceof Subject.Entra(var _, var _, var kind) && kind != Subject.Entra.Kind.ServicePrincipal;
        }

        boolean isGroup() {
            return subject instanceof Subject.Entra(var _, var _, var kind) && kind == Subject.Entra.Kind.Group;
        }
    }

    private final Map<String, Principal> rows = new HashMap<>();
    private final Set<String> workloadIdentities = new HashSet<>();
    private final boolean secretsProvider;
    private final PlanBuilder plan;

    Principals(Design design, PlanBuilder plan) {
        this.plan = plan;
        design.rows("principals", Tables.PRINCIPALS).forEach(row -> rows.putIfAbsent(row.name(), row));
        if (WorkloadRows.haveIdentities(design)) {
            workloadIdentities.addAll(new WorkloadIdentities(design).names());
        }
        secretsProvider = design.choice("key-vault-access").equals("csi-driver");
    }

    /** Who holds rights under this name; empty when nobody of that name is in the design. */
    Optional<Holder> find(String name) {
        var row = Optional.ofNullable(rows.get(name));
        if (workloadIdentities.contains(name) && row.filter(known -> known.objectId().isKnown() || !known.kind().equals("managed-identity")).isEmpty()) {
            return Optional.of(Holder.of(name, new Subject.Identity(name)));
        }
        return row.isPresent() ? row.flatMap(Principals::holder) : ofCluster(name);
    }

    /** The developers among these names: groups and users. */
    List<Holder> developers(List<String> names) {
        return ofKind(names, Set.of("group", "user"));
    }

    /** The identities among these names that deploy. */
    List<Holder> deployers(List<String> names) {
        return ofKind(names, Set.of("pipeline", "managed-identity"));
    }

    private List<Holder> ofKind(List<String> names, Set<String> kinds) {
        return names.stream().distinct().filter(name -> rows.containsKey(name) && kinds.contains(rows.get(name).kind())).flatMap(name -> find(name).stream())
            .toList();
    }

    private static Optional<Holder> holder(Principal row) {
        return switch (row.kind()) {
            case "group" -> Optional.of(entra(row, Subject.Entra.Kind.Group));
            case "user" -> Optional.of(entra(row, Subject.Entra.Kind.User));
            case "pipeline", "managed-identity" -> Optional.of(entra(row, Subject.Entra.Kind.ServicePrincipal));
            case "service-account" -> account(row.name());
            default -> Optional.empty();
        };
    }

    private static Holder entra(Principal row, Subject.Entra.Kind kind) {
        return new Holder(row.name(), new Subject.Entra(row.name(), row.objectId(), kind), row.owner(), row.tenant(), false);
    }

    private static Optional<Holder> account(String name) {
        int slash = name.indexOf('/');
        return slash < 1 || slash == name.length() - 1
            ? Optional.empty()
            : Optional.of(Holder.of(name, new Subject.Account(name.substring(0, slash), name.substring(slash + 1))));
    }

    private Optional<Holder> ofCluster(String name) {
        int at = name.indexOf('@');
        return at < 0 ? Optional.empty() : plan.cluster(name.substring(at + 1)).flatMap(cluster -> switch (name.substring(0, at)) {
            case "control-plane" -> cluster.controlPlaneSubject();
            case "kubelet" -> cluster.kubeletSubject();
            // AKS makes this identity with the add-on only; of an existing cluster the design need not say that it has it.
            case "key-vault-secrets-provider" -> secretsProvider || cluster.existing()
                ? Optional.<Subject>of(new Subject.ClusterMade(cluster.name(), Subject.ClusterMade.Part.KEY_VAULT_SECRETS_PROVIDER))
                : Optional.<Subject>empty();
            default -> Optional.<Subject>empty();
        }).map(subject -> new Holder(name, subject, "", "", true));
    }
}
