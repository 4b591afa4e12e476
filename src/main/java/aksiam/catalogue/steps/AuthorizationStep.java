package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;
import static aksiam.catalogue.Condition.not;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.plain;
import static aksiam.catalogue.Contrast.yes;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contribution;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Design;
import aksiam.model.rows.Tables;
import aksiam.plan.ClusterDraft;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Subject;
import java.util.List;
import java.util.Optional;

/** Step 4: who decides what a signed-in person may do. */
public final class AuthorizationStep {
    private static final Reference CONCEPTS = Reference.aks("Cluster authorization concepts", "concepts-cluster-authorization");
    private static final Reference AZURE_RBAC = Reference.aks("Entra ID authorization for the Kubernetes API", "entra-id-authorization");
    private static final Reference KUBERNETES_RBAC = Reference.aks("Kubernetes RBAC with Entra ID", "kubernetes-rbac-entra-id");
    private static final Reference ENTRA = Reference.aks("Entra ID authentication for the control plane", "entra-id-control-plane-authentication");

    static final Consideration AUTHORIZATION = Consideration
        .oneOf("authorization", "Authorization", "Who decides what a signed-in person may do in the Kubernetes API?",
            Option.of("kubernetes-rbac", "Kubernetes RBAC with Entra groups", "Roles and bindings in each cluster, groups by object id.")
                .good("Covers any kind of object, custom resources too", "Rights are manifests, reviewed like code", "Users of another tenant are possible")
                .bad("Repeats in every cluster", "Just in time by group membership only")
                .see(KUBERNETES_RBAC).door("OWD-07")
                .effect(Effects.onEachCluster((cluster, by, _) -> cluster.azureRbac = by.decided(false))),
            Option.of("azure-rbac", "Azure RBAC for Kubernetes", "Role assignments decide, from namespace to management group.")
                .good("One assignment reaches many clusters", "Just in time for each assignment", "Grants stand in the activity log")
                .bad("4,000 assignments per subscription", "No service accounts; custom resources all or by preview")
                .see(AZURE_RBAC).door("OWD-07")
                .effect(Effects.onEachCluster((cluster, by, _) -> cluster.azureRbac = by.decided(true))),
            Option.of("both", "Both", "Azure RBAC for some, bindings for others; an allow in either wins.")
                .good("People by Azure RBAC, fine rights by bindings", "Lets you move from one to the other")
                .bad("Rights add up: two places to look", "Removing a right in one is not enough")
                .see(CONCEPTS).door("OWD-07")
                .effect(Effects.onEachCluster((cluster, by, _) -> cluster.azureRbac = by.decided(true))))
        .compare(
            on("Where rights live", plain("Roles and bindings in each cluster"), plain("Azure role assignments"), plain("In both; an allow in either wins")),
            on("Who can hold them", good("Users, groups, service accounts"), partly("Entra principals"), good("All of these")),
            on("One grant reaches", plain("One cluster or namespace"), plain("Namespace to management group"), plain("Either")),
            on("Many clusters", partly("Repeated, by GitOps"), good("Inherited"), plain("Either")),
            on("Just in time (PIM)", partly("By group membership"), good("Per assignment as well"), good("Both ways")),
            on("Custom resources", good("By name"), partly("All, or by a preview"), good("By name, in bindings")),
            on("Service accounts", yes(), no(), good("In bindings")),
            on("Trail of grants", plain("Audit log of the cluster"), plain("Activity log of Azure"), plain("Two logs")),
            on("Limit", good("None relevant"), partly("4,000 assignments per subscription"), partly("4,000 assignments per subscription")),
            on("Take a right away", good("In one place"), good("In one place"), partly("In both")))
        .why(
            "The starting document recommends Kubernetes RBAC with Entra ID and offers Azure RBAC as the alternative, one or the other. Today's documentation says otherwise on both points: both can be on at once, an allow in either wins, and Azure RBAC (\"Entra ID authorization\" in newer pages) is the default for people, Kubernetes RBAC the place for fine rights. Service accounts are always decided by Kubernetes RBAC.")
        .see(CONCEPTS, Reference.STARTING_DOCUMENT)
        .suggest(AuthorizationStep::suggestAuthorization)
        .undecided("No right is derived for any team, and nothing is set about Azure RBAC.");

    static final Consideration AUTHORIZATION_SPLIT = Consideration
        .oneOf("authorization-split", "Who uses which", "With both, which one holds the rights of the application teams?",
            Option.of("teams-kubernetes", "Teams by Kubernetes RBAC, platform by Azure RBAC", "Bindings in the namespaces of the teams.")
                .good("Teams review their rights as manifests", "Covers custom resources by name", "Few role assignments")
                .bad("No just-in-time access per assignment for teams").see(KUBERNETES_RBAC),
            Option.of("teams-azure", "Teams by Azure RBAC, fine rights by Kubernetes RBAC", "Role assignments at namespace scope.")
                .good("Today's documentation asks for it", "Just in time for each assignment")
                .bad("Several assignments for each team and namespace").see(AZURE_RBAC))
        .compare(
            on("Rights of teams", plain("Bindings in their namespaces"), plain("Role assignments at namespaces")),
            on("Just in time for teams", partly("By group membership"), good("Per assignment as well")),
            on("Custom resources", good("By name"), partly("All, or by a preview")),
            on("Role assignments used", good("Few"), partly("Several for each team and namespace")),
            on("Advised by", plain("The starting document"), plain("Today's documentation")))
        .why(
            "With both authorizers on, a right should still live in one place, so that taking it away there takes it away. Today's documentation puts people in Azure RBAC; the starting document puts application teams in Kubernetes RBAC.")
        .see(CONCEPTS)
        .visibleWhen(is("authorization", "both"))
        .suggest(AuthorizationStep::suggestSplit)
        .undecided("No right is derived for any team.")
        .recordOnly("The rights of the teams go where it says; they are written with the teams.");

    static final Consideration ADMIN_GROUPS = Consideration
        .pick("admin-groups", "Admin groups", "Which Entra groups are cluster-admin by the cluster's admin group list?", "principals")
        .why(
            "Groups in this list are cluster-admin through Kubernetes RBAC. A new cluster with Kubernetes RBAC alone needs one to begin with. With Azure RBAC the AKS baseline leaves the list empty; a public issue reports that listed groups keep cluster-admin even then, so treat the list as standing rights.")
        .see(ENTRA,
            new Reference("Admin groups with Azure RBAC (azure-aks-docs issue 257)", "https://github.com/MicrosoftDocs/azure-aks-docs/issues/257", "2026-08"))
        .visibleWhen(not(is("sign-in", "client-certificates")))
        .suggest(AuthorizationStep::suggestAdminGroups)
        .undecided("No admin group is set.")
        .effect(AuthorizationStep::listAdminGroups);

    public static final List<Consideration> ALL = List.of(AUTHORIZATION, AUTHORIZATION_SPLIT, ADMIN_GROUPS);

    private AuthorizationStep() {
    }

    private static void listAdminGroups(Contribution by, PlanBuilder plan) {
        var principals = new Principals(by.design(), plan);
        plan.clusters().forEach(cluster -> cluster.row().adminGroups().stream().filter(name -> !by.design().choices("admin-groups").contains(name))
            .forEach(name -> Effects.lacking(plan, by, "Cluster %s lists %s, which is no admin group of the design.".formatted(cluster.name(), name))));
        for (var name : by.design().choices("admin-groups")) {
            var holder = principals.find(name).filter(Principals.Holder::isGroup);
            if (holder.isEmpty()) {
                Effects.lacking(plan, by, "%s is no group of Entra ID: only groups can stand in the list of admin groups.".formatted(name));
            } else if (holder.get().subject() instanceof Subject.Entra group && group.isKnown()) {
                plan.clusters().stream().filter(cluster -> lists(cluster, name)).forEach(cluster -> cluster.adminGroups.add(group));
            } else {
                var rights = new Rights(by, plan, new Scopes(plan));
                plan.clusters().stream().filter(cluster -> lists(cluster, name))
                    .forEach(cluster -> rights.await(holder.get(), "kubernetes", "cluster-admin", cluster.name()));
            }
        }
    }

    private static boolean lists(ClusterDraft cluster, String group) {
        return cluster.row().adminGroups().isEmpty() || cluster.row().adminGroups().contains(group);
    }

    private static Optional<Suggestion> suggestAuthorization(Design design) {
        if (design.choice("sign-in").equals("client-certificates")) {
            return Suggestion.option("kubernetes-rbac",
                "with client certificates, Kubernetes RBAC decides for service accounts and nothing decides for people");
        }
        if (design.choice("cluster-flavour").equals("automatic")) {
            return Suggestion.option("azure-rbac", "the clusters of this design are AKS Automatic, where Azure RBAC is always on");
        }
        if (design.choice("user-tenant").equals("other-tenant")) {
            return Suggestion.option("kubernetes-rbac", "the users of this design sign in from another tenant, which Azure RBAC does not know");
        }
        var clusters = design.rows("clusters").size();
        return clusters > 1
            ? Suggestion.option("azure-rbac", "this design has %d clusters, and one assignment on a common scope reaches them all".formatted(clusters))
            : Suggestion.none();
    }

    private static Optional<Suggestion> suggestSplit(Design design) {
        var places = design.rows("teams", Tables.TEAMS).stream().mapToInt(team -> Math.max(1, team.namespaces().size()) * team.clusters().size()).sum();
        return places > 300
            ? Suggestion.option("teams-kubernetes",
                "the teams of this design have %s over all clusters, each of several role assignments".formatted(Suggestion.count(places, "namespace")))
            : Suggestion.option("teams-azure", "the teams of this design have %s over all clusters, far from the limit of 4,000 role assignments"
                .formatted(Suggestion.count(places, "namespace")));
    }

    private static Optional<Suggestion> suggestAdminGroups(Design design) {
        if (in("authorization", "azure-rbac", "both").holds(design)) {
            return Suggestion.noneOfThem("Azure RBAC is on in this design and gives the administrators their rights");
        }
        var free = design.rows("principals", Tables.PRINCIPALS).stream().filter(principal -> principal.kind().equals("group"))
            .filter(principal -> design.rows("teams", Tables.TEAMS).stream().noneMatch(team -> team.principals().contains(principal.name()))).toList();
        return is("authorization", "kubernetes-rbac").holds(design) && is("sign-in", "entra-id").holds(design) && free.size() == 1
            ? Suggestion.options(List.of(free.getFirst().name()),
                "it is the only group of this design that belongs to no team, and a new cluster with Kubernetes RBAC needs one")
            : Suggestion.none();
    }
}
