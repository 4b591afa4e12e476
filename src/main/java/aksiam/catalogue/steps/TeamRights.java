package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.catalogue.steps.Principals.Holder;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Team;
import aksiam.plan.Access;
import aksiam.plan.ClusterDraft;
import aksiam.plan.CustomRole;
import aksiam.plan.KubernetesRole;
import aksiam.plan.Namespace;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rights that follow from what a team is: those of its developers and deployers in its namespaces, and of those who may read them. */
final class TeamRights {
    /** What somebody may do in a namespace. */
    enum Level {
        READ("view", "Azure Kubernetes Service RBAC Reader", "read"),
        WRITE("edit", "Azure Kubernetes Service RBAC Writer", "change"),
        ADMIN("admin", "Azure Kubernetes Service RBAC Admin", "administer"),
        DEPLOY("deployer", "", "deploy into");

        private final String clusterRole;
        private final String azureRole;
        private final String verb;

        Level(String clusterRole, String azureRole, String verb) {
            this.clusterRole = clusterRole;
            this.azureRole = azureRole;
            this.verb = verb;
        }
    }

    /** Which authorizer holds the rights of the teams. */
    private enum Plane {
        KUBERNETES,
        AZURE,
        UNDECIDED
    }

    private final Contribution from;
    private final PlanBuilder plan;
    private final Principals principals;
    private final Scopes scopes;
    private final Rights rights;
    private final Plane plane;
    private final CustomRoles customRoles;
    private final Map<Level, Role> azureRoles = new EnumMap<>(Level.class);

    TeamRights(Contribution from, PlanBuilder plan) {
        this.from = from;
        this.plan = plan;
        this.principals = new Principals(from.design(), plan);
        this.scopes = new Scopes(plan);
        this.rights = new Rights(from, plan, scopes);
        this.customRoles = new CustomRoles(from.design());
        // With client certificates nobody can be told apart, so that no authorizer holds rights of people.
        this.plane = from.design().choice("sign-in").equals("client-certificates") ? Plane.UNDECIDED : switch (from.design().choice("authorization")) {
            case "kubernetes-rbac" -> Plane.KUBERNETES;
            case "azure-rbac" -> Plane.AZURE;
            case "both" -> switch (from.design().choice("authorization-split")) {
                case "teams-kubernetes" -> Plane.KUBERNETES;
                case "teams-azure" -> Plane.AZURE;
                default -> Plane.UNDECIDED;
            };
            default -> Plane.UNDECIDED;
        };
    }

    /** Effect of what developers may do, before production or in it. */
    static void developers(Contribution from, PlanBuilder plan, boolean production) {
        var level = switch (from.design().choice(from.consideration())) {
            case "read" -> Optional.of(Level.READ);
            case "write" -> Optional.of(Level.WRITE);
            case "admin" -> Optional.of(Level.ADMIN);
            default -> Optional.<Level>empty();
        };
        level.ifPresent(known -> new TeamRights(from, plan).everyTeam(production, known, false));
    }

    /** Effect of who deploys, before production or in it. With GitOps it is the controller in the cluster, which needs no grant. */
    static void deployers(Contribution from, PlanBuilder plan, boolean production) {
        var people = from.design().choice(from.consideration()).equals("people");
        if (people || from.design().choice(from.consideration()).equals("pipeline")) {
            deployerLevel(from).ifPresent(level -> new TeamRights(from, plan).everyTeam(production, level, !people));
        }
    }

    /** Effect of the deployer's rights: the role that whoever deploys is given, where it is no built-in one. */
    static void deployerRole(Contribution from, PlanBuilder plan) {
        var deploys = List.of("people", "pipeline");
        var somebody = deploys.contains(from.design().choice("deployment")) || deploys.contains(from.design().choice("deployment-production"));
        if (somebody && deployerLevel(from).filter(Level.DEPLOY::equals).isPresent()) {
            new TeamRights(from, plan).defineDeployer();
        }
    }

    /** Effect of the visibility matrix. */
    static void readers(Contribution from, PlanBuilder plan) {
        var teams = from.design().rows("teams", Tables.TEAMS).stream().collect(Collectors.toMap(Team::name, team -> team, (first, _) -> first));
        var rights = new TeamRights(from, plan);
        for (var row : from.design().rows("visibility", Tables.VISIBILITY)) {
            var reader = teams.get(row.reader());
            var owner = teams.get(row.owner());
            var cluster = plan.cluster(row.cluster());
            if (reader == null || owner == null || cluster.isEmpty()) {
                rights.rights.incomplete("Visibility of " + row.owner() + " for " + row.reader() + " in " + row.cluster() + ": "
                    + (cluster.isEmpty() ? "no such cluster." : "no such team."));
                continue;
            }
            var readers = rights.principals.developers(reader.principals());
            rights.namespaces(owner, cluster.get()).forEach(namespace -> readers.forEach(holder -> rights.give(holder, Level.READ, cluster.get(), namespace,
                "Developers of " + reader.name() + " may read namespace " + namespace.name() + " of " + owner.name())));
        }
    }

    private static Optional<Level> deployerLevel(Contribution from) {
        return switch (from.design().choice("deployer-rights")) {
            case "deployer" -> Optional.of(Level.DEPLOY);
            case "edit" -> Optional.of(Level.WRITE);
            case "admin" -> Optional.of(Level.ADMIN);
            default -> Optional.empty();
        };
    }

    private void everyTeam(boolean production, Level level, boolean deployers) {
        for (var team : from.design().rows("teams", Tables.TEAMS)) {
            var holders = deployers ? principals.deployers(team.principals()) : principals.developers(team.principals());
            for (var name : team.clusters()) {
                plan.cluster(name).filter(cluster -> cluster.production() == production)
                    .ifPresent(cluster -> namespaces(team, cluster).forEach(namespace -> holders.forEach(holder -> give(holder, level, cluster,
                        namespace, (deployers ? "Pipeline of " : "Developers of ") + team.name() + " may " + level.verb + " namespace " + namespace.name()))));
            }
        }
    }

    private List<Namespace> namespaces(Team team, ClusterDraft cluster) {
        return team.namespaces().stream().flatMap(name -> plan.namespace(cluster.name(), name).stream())
            .filter(namespace -> namespace.team().filter(owner -> owner.name().equals(team.name())).isPresent()).toList();
    }

    /** Gives a right in a namespace by the authorizer that was decided, and what is needed to fetch a kubeconfig. */
    private void give(Holder holder, Level level, ClusterDraft cluster, Namespace namespace, String reason) {
        if (level == Level.DEPLOY) {
            defineDeployer();
        }
        switch (plane) {
            case KUBERNETES -> rights.kubernetes(holder, level.clusterRole, cluster, Optional.of(namespace.name()), reason);
            case AZURE -> rights.azure(holder, azureRole(level), scopes.namespace(cluster, namespace.name()), Access.STANDING, reason);
            case UNDECIDED -> {
                return;
            }
        }
        giveKubeconfig(holder, cluster, namespace);
    }

    private void giveKubeconfig(Holder holder, ClusterDraft cluster, Namespace namespace) {
        if (!holder.tenant().isEmpty() && !holder.tenant().equalsIgnoreCase(from.design().text("tenant"))) {
            rights.incomplete(holder.name() + " belongs to another tenant and cannot be given an Azure role: hand out its kubeconfig another way.");
        } else if (namespace.maker() == Namespace.Maker.AKS && cluster.azureRbac != null && cluster.azureRbac.value()) {
            rights.azure(holder, Effects.builtIn("Azure Kubernetes Service Namespace User"), scopes.namespace(cluster, namespace.name()), Access.STANDING,
                "Fetch the kubeconfig of namespace " + namespace.name());
        } else {
            rights.azure(holder, Effects.builtIn("Azure Kubernetes Service Cluster User Role"), scopes.cluster(cluster), Access.STANDING,
                "Fetch the kubeconfig");
        }
    }

    /** The Azure role of a level; a custom one is defined with its first use. */
    private Role azureRole(Level level) {
        return azureRoles.computeIfAbsent(level, _ -> switch (level) {
            case READ, ADMIN -> Effects.builtIn(level.azureRole);
            case DEPLOY -> define(customRoles.deployer());
            case WRITE -> from.design().choice("application-team-rights").equals("custom")
                ? define(customRoles.forPurpose("application-team", "application-team-rights"))
                : Effects.builtIn(level.azureRole);
        });
    }

    private Role define(CustomRole role) {
        CustomRoles.define(role, from, plan);
        return role.role();
    }

    /** A persona or a custom role of the design that carries the name takes the place of these. */
    private void defineDeployer() {
        switch (plane) {
            case KUBERNETES -> plan.add(DEPLOYER);
            case AZURE -> azureRole(Level.DEPLOY);
            case UNDECIDED -> {
            }
        }
    }

    /** The deployer of Kubernetes RBAC: by itself no secrets, exec, service accounts or network policies; its pods can mount and be what they like. */
    static final KubernetesRole DEPLOYER = new KubernetesRole("deployer", "Deploys workloads into a namespace", List.of(
        rule("apps", List.of("deployments", "statefulsets", "daemonsets", "replicasets"), true),
        rule("batch", List.of("jobs", "cronjobs"), true),
        rule("autoscaling", List.of("horizontalpodautoscalers"), true),
        rule("", List.of("configmaps", "services"), true),
        rule("networking.k8s.io", List.of("ingresses"), true),
        rule("", List.of("pods", "pods/log"), false)), "deployer-rights");

    private static KubernetesRole.Rule rule(String group, List<String> resources, boolean change) {
        return KubernetesRole.Rule.ofResources(List.of(group), resources,
            change ? List.of("get", "list", "watch", "create", "update", "patch", "delete") : List.of("get", "list", "watch"), List.of());
    }
}
