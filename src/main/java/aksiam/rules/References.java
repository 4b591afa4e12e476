package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Input;
import aksiam.catalogue.steps.CustomRoles;
import aksiam.catalogue.steps.WorkloadIdentities;
import aksiam.domain.BuiltInRoles;
import aksiam.domain.PlatformNamespaces;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.model.Place;
import aksiam.model.rows.Tables;
import aksiam.rules.Finding.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Picked names of rows that must be there, and namespaces, pools and roles; cells that name rows of other tables are looked at by {@link Cells}. */
final class References {
    private static final Set<String> KUBERNETES_ROLES = Set.of("view", "edit", "admin", "cluster-admin", "deployer");
    /** Identities of a cluster that can be named before the at sign. */
    private static final Set<String> CLUSTER_IDENTITIES = Set.of("kubelet", "control-plane", "key-vault-secrets-provider");

    private final Design design;
    private final List<Finding> findings;
    /** Names of the rows, by table, read once. */
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Set<String> clusters;
    private final Set<String> identities;
    /** Namespaces that are made or given, by cluster; those of teams without a cluster under the empty name. */
    private final Map<String, Set<String>> namespaces = new HashMap<>();

    private References(Design design, List<Finding> findings) {
        this.design = design;
        this.findings = findings;
        this.clusters = names("clusters");
        this.identities = new HashSet<>();
        identities.addAll(new WorkloadIdentities(design).names());
        design.rows("teams", Tables.TEAMS).forEach(team -> {
            for (var cluster : team.clusters().isEmpty() ? List.of("") : team.clusters()) {
                namespaces.computeIfAbsent(cluster, _ -> new TreeSet<>()).addAll(team.namespaces());
            }
        });
        design.rows("clusters", Tables.CLUSTERS)
            .forEach(cluster -> cluster.givenNamespaces().forEach(given -> namespaces.computeIfAbsent(cluster.name(), _ -> new TreeSet<>()).add(given.name())));
    }

    static void look(Design design, List<Finding> findings) {
        var references = new References(design, findings);
        Rows.of(design, "grants").forEach(references::grant);
        Rows.of(design, "teams").forEach(references::team);
        Rows.of(design, "flows").forEach(references::flow);
        Rows.of(design, "workloads").forEach(references::workload);
        Catalogue.all().forEach(consideration -> {
            if (consideration.input() instanceof Input.Pick(var rowsOf) && design.answers().get(consideration.id()) instanceof Answer.Choices(var names)) {
                for (int i = 0; i < names.size(); i++) {
                    references.name(consideration.id(), List.of(rowsOf), names.get(i), Place.answer(consideration.id()).at(i));
                }
            }
        });
    }

    private void name(String consideration, List<String> tables, String typed, Place place) {
        var name = typed.strip();
        if (name.isEmpty() || tables.stream().anyMatch(table -> stands(table, name))) {
            return;
        }
        findings.add(new Finding(Kind.DANGLING_REFERENCE, consideration, place, "there is no \"" + name + "\" in " + String.join(" or ", tables)));
    }

    private boolean stands(String table, String name) {
        return names(table).contains(name) || table.equals("principals") && (identities.contains(name) || isClusterIdentity(name));
    }

    private Set<String> names(String table) {
        return names.computeIfAbsent(table, id -> Set.copyOf(Rows.names(design, id)));
    }

    private boolean isClusterIdentity(String name) {
        int at = name.indexOf('@');
        return at > 0 && CLUSTER_IDENTITIES.contains(name.substring(0, at)) && clusters.contains(name.substring(at + 1));
    }

    private void grant(Rows.Located row) {
        var grant = Tables.GRANTS.read(row.row());
        var scope = grant.scope();
        if (!scope.isEmpty() && !scope.equals("*") && !scope.startsWith("/") && Format.AZURE_SCOPE.fits(scope)) {
            int slash = scope.indexOf('/');
            var cluster = slash < 0 ? scope : scope.substring(0, slash);
            if (!clusters.contains(cluster)) {
                findings.add(row.finding(Kind.DANGLING_REFERENCE, "scope", "there is no cluster \"" + cluster + "\""));
            } else if (slash > 0) {
                namespace(row, "scope", scope.substring(slash + 1), List.of(cluster));
            }
        }
        if (!grant.role().isEmpty()
            && (grant.plane().equals("kubernetes") ? !isKubernetesRole(grant.role()) : grant.plane().equals("azure") && !isAzureRole(grant.role()))) {
            findings.add(row.finding(Kind.UNKNOWN_ROLE, "role", "the role \"" + grant.role() + "\" is neither in our data nor in the design"));
        }
    }

    private boolean isKubernetesRole(String role) {
        return KUBERNETES_ROLES.contains(role) || names("personas").contains(role);
    }

    private boolean isAzureRole(String role) {
        return BuiltInRoles.find(role).isPresent() || names("azure-roles").contains(role) || CustomRoles.names(design).contains(role);
    }

    private void team(Rows.Located row) {
        var team = Tables.TEAMS.read(row.row());
        if (!team.pool().isEmpty() && design.rows("clusters", Tables.CLUSTERS).stream().filter(cluster -> team.clusters().contains(cluster.name()))
            .flatMap(cluster -> cluster.pools().stream())
            .noneMatch(pool -> pool.name().equals(team.pool()))) {
            findings.add(row.finding(Kind.DANGLING_REFERENCE, "pool", "no cluster of the team has a node pool \"" + team.pool() + "\""));
        }
        for (int i = 0; i < team.namespaces().size(); i++) {
            var place = row.place().key("namespaces").at(i);
            PlatformNamespaces.find(team.namespaces().get(i)).ifPresent(known -> findings.add(new Finding(Kind.PLATFORM_NAMESPACE, "teams", place,
                "namespace \"" + known.name() + "\" belongs to the platform (" + known.of() + "), so it cannot be one of team " + team.name()
                    + ": its quota and policies would cut off what the cluster needs")));
        }
    }

    private void flow(Rows.Located row) {
        var flow = Tables.FLOWS.read(row.row());
        namespace(row, "fromNamespace", flow.fromNamespace(), List.copyOf(clusters));
        namespace(row, "toNamespace", flow.toNamespace(), List.copyOf(clusters));
        if (flow.fromTeam().isEmpty() && flow.fromNamespace().isEmpty() && flow.fromPods().isEmpty() && flow.fromAddresses().isEmpty()
            && flow.fromPlace().isEmpty()) {
            findings.add(row.finding(Kind.MISSING_VALUE, "fromTeam", "the traffic comes from nowhere: name a team, a namespace, pods, addresses or a place"));
        }
        if (flow.toTeam().isEmpty() && flow.toNamespace().isEmpty() && flow.toPods().isEmpty() && flow.toAddresses().isEmpty() && flow.toDnsName().isEmpty()
            && flow.toPlace().isEmpty()) {
            findings
                .add(row.finding(Kind.MISSING_VALUE, "toTeam", "the traffic goes nowhere: name a team, a namespace, pods, addresses, a DNS name or a place"));
        }
    }

    private void workload(Rows.Located row) {
        var workload = Tables.WORKLOADS.read(row.row());
        namespace(row, "namespace", workload.namespace(), workload.clusters());
    }

    /** Warns when none of the clusters knows the namespace. */
    private void namespace(Rows.Located row, String column, String name, List<String> in) {
        boolean known = name.isEmpty() || PlatformNamespaces.contains(name) || namespaces.getOrDefault("", Set.of()).contains(name)
            || in.stream().anyMatch(cluster -> namespaces.getOrDefault(cluster, Set.of()).contains(name));
        if (!known) {
            findings.add(row.finding(Kind.UNKNOWN_NAMESPACE, column,
                "namespace \"" + name + "\" belongs to no team and is not given" + (in.size() == 1 ? " in " + in.getFirst() : "")));
        }
    }
}
