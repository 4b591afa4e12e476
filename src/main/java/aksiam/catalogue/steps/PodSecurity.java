package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Contrast.bad;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.yes;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contribution;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.domain.PlatformNamespaces;
import aksiam.model.Design;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Team;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.PlanBuilder;
import aksiam.plan.PolicyAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of step 5: what a pod may be, and who enforces that. */
final class PodSecurity {
    private static final Reference SAFEGUARDS = Reference.aks("Deployment safeguards", "deployment-safeguards");
    private static final Reference SECURITY = Reference.aks("Security concepts", "concepts-security");
    private static final Reference POD_SECURITY_ADMISSION = new Reference("Pod Security admission (Kubernetes)",
        "https://kubernetes.io/docs/concepts/security/pod-security-admission/", "2026-08");
    /** Initiatives of Azure Policy that audit or deny what breaks a Pod Security level on Linux nodes. */
    private static final String BASELINE_INITIATIVE = "/providers/Microsoft.Authorization/policySetDefinitions/a8640138-9b0a-4a28-b8cb-1666c838647d";
    private static final String RESTRICTED_INITIATIVE = "/providers/Microsoft.Authorization/policySetDefinitions/42b8ef37-b724-4e24-bbc8-7a7708edfe00";

    static final Consideration POD_SECURITY = Consideration
        .oneOf("pod-security", "Pod Security level", "Which Pod Security level do the namespaces of the teams enforce?",
            Option.of("restricted", "Restricted", "Hardened pods only.")
                .good("No root, no privilege escalation", "Most applications can meet it")
                .bad("Some images have to change").see(POD_SECURITY_ADMISSION),
            Option.of("baseline", "Baseline", "Known escalations are closed.")
                .good("Most images run as they are", "No host namespaces, no privileged pods")
                .bad("Root in the container is allowed").see(POD_SECURITY_ADMISSION),
            Option.of("privileged", "Privileged", "No restriction.")
                .good("Everything runs", "Suits agents that need the node")
                .bad("A pod can take over its node").see(POD_SECURITY_ADMISSION))
        .compare(
            on("Root in the container", good("No"), bad("Yes"), bad("Yes")),
            on("Host namespaces, privileged containers", good("No"), good("No"), bad("Yes")),
            on("Images as they are", partly("Some have to change"), good("Most"), good("All")))
        .why(
            "Labels of the namespace decide which pods are admitted; the check is part of Kubernetes and always on in AKS. Whoever may write the labels may lower the level, so namespaces stay with the platform team.")
        .see(POD_SECURITY_ADMISSION, SECURITY)
        .suggest(design -> ScopeStep.isRegulated(design) || design.choices("boundary").equals(List.of("namespace"))
            ? Suggestion.option("restricted",
                ScopeStep.isRegulated(design) ? "this design is regulated" : "namespaces alone separate the teams of this design, on shared nodes")
            : design.rows("teams").isEmpty()
                ? Suggestion.none()
                : Suggestion.option("restricted",
                    "most workloads of the %s of this design can meet it; a team that cannot says so in its row"
                        .formatted(Suggestion.count(design.rows("teams").size(), "team"))))
        .undecided("Namespaces of teams whose row names no level get no label of Pod Security.")
        .recordOnly("The namespaces of the teams carry it, and Azure Policy takes it over.");

    static final Consideration POLICY_ADDON = Consideration.oneOf("policy-addon", "Azure Policy add-on", "Does Azure Policy look at what runs in the clusters?",
        Option.of("off", "Off", "Only Pod Security admission.")
            .good("Nothing more runs in the cluster", "Compatible with IMDS restriction")
            .bad("No report over all clusters")
            .see(SECURITY).effect(addon(false)),
        Option.of("audit", "Audit Pod Security", "Reports what breaks the level, lets it run.")
            .good("One report over all clusters", "Nothing breaks")
            .bad("Reports and does not stop")
            .see(Reference.BUILT_IN_POLICIES).effect(addon(true).andThen((by, plan) -> assignInitiative("Audit", by, plan))),
        Option.of("deny", "Deny what breaks Pod Security", "Refuses at admission, in every namespace not excluded.")
            .good("Covers namespaces without labels", "Managed outside the cluster")
            .bad("A wrong scope stops deployments")
            .where("Covers namespaces without labels", (_, plan) -> !plan.policyAssignments().isEmpty())
            .see(Reference.BUILT_IN_POLICIES).effect(addon(true).andThen((by, plan) -> assignInitiative("Deny", by, plan))),
        Option.of("safeguards", "Deployment safeguards", "Best practices and Pod Security, at level Enforce.")
            .good("Covers probes, limits and labels too", "AKS Automatic includes it")
            .bad("Alters objects on their way in, so that GitOps may see drift", "On Automatic it cannot be lowered")
            .where("AKS Automatic includes it", Consequences.AUTOMATIC).where("On Automatic it cannot be lowered", Consequences.AUTOMATIC)
            .see(SAFEGUARDS).effect(addon(true).andThen(Effects.onEachCluster(PodSecurity::enforceSafeguards))))
        .compare(
            on("Stops what breaks the level", no(), partly("Reports it"), yes(), yes()),
            on("One report over all clusters", no(), yes(), yes(), yes()),
            on("Changes objects", good("No"), good("No"), good("No"), partly("Requests, limits, anti-affinity, spread")),
            on("IMDS restriction (preview)", good("Possible"), bad("Excluded"), bad("Excluded"), bad("Excluded")))
        .why(
            "Pod Security labels protect a namespace as long as nobody changes them; Azure Policy looks from outside and over all clusters. Deployment safeguards are a fixed set of policies that needs the add-on. With the add-on, access of pods to instance metadata cannot be switched off (preview feature).")
        .see(SAFEGUARDS, SECURITY)
        .suggest(design -> design.choice("cluster-flavour").equals("automatic")
            ? Suggestion.option("safeguards", "the clusters of this design are AKS Automatic, which has them always")
            : ScopeStep.isRegulated(design)
                ? Suggestion.option("deny", "this design is regulated")
                : design.rows("clusters").isEmpty()
                    ? Suggestion.none()
                    : Suggestion.option("audit",
                        "a report over the %s of this design shows what a stricter choice would stop"
                            .formatted(Suggestion.count(design.rows("clusters").size(), "cluster"))))
        .undecided("Nothing is set about the add-on, and no policy on pods is assigned.");

    static final Consideration POLICY_LEVEL = Consideration
        .oneOf("policy-level", "Level of Azure Policy", "Which Pod Security level does Azure Policy look for?",
            Option.of("restricted", "Restricted", "Whatever is no hardened pod.")
                .good("Shows what keeps a namespace from the restricted level", "One aim for all clusters")
                .bad("A report is long while few images are hardened").see(Reference.BUILT_IN_POLICIES),
            Option.of("baseline", "Baseline", "Known escalations only.")
                .good("Short reports, each worth a look", "Most images pass")
                .bad("Root in the container goes unreported").see(Reference.BUILT_IN_POLICIES))
        .why(
            "Azure Policy can look for another level than the one that the namespaces enforce: auditing a stricter one shows what is left to do before the labels follow. Namespaces of Azure, of others, and of teams whose row names a weaker level are excluded.")
        .see(Reference.BUILT_IN_POLICIES, SECURITY)
        .visibleWhen(in("policy-addon", "audit", "deny"))
        .suggest(design -> List.of("baseline", "restricted").contains(design.choice("pod-security"))
            ? suggestLevel(design)
            : Suggestion.none())
        .undecided("It looks for the level that the namespaces enforce, where that is decided.")
        .recordOnly("The Azure Policy add-on, above, takes it over.")
        .orNone();

    private PodSecurity() {
    }

    /** Levels from the weakest on. */
    private static final List<String> LEVELS = List.of("privileged", "baseline", "restricted");

    private static BiConsumer<Contribution, PlanBuilder> addon(boolean on) {
        return Effects.onEachCluster((cluster, by, _) -> cluster.policyAddon = by.decided(on));
    }

    /** By what the rows of the teams come to, which need not be the answer for all. */
    private static Optional<Suggestion> suggestLevel(Design design) {
        var level = design.choice("pod-security");
        var teams = design.rows("teams", Tables.TEAMS);
        var all = namespaces(teams.stream());
        var same = namespaces(teams.stream().filter(team -> team.podSecurity().isEmpty() || team.podSecurity().equals(level)));
        return all == 0 || same == 0
            ? Suggestion.none()
            : Suggestion.option(level, same == all
                ? "the namespaces of the teams of this design enforce it"
                : "%d of %d namespaces of the teams of this design enforce it".formatted(same, all));
    }

    private static int namespaces(Stream<Team> teams) {
        return teams.mapToInt(team -> team.namespaces().size() * team.clusters().size()).sum();
    }

    private static void enforceSafeguards(ClusterDraft cluster, Contribution by, PlanBuilder plan) {
        cluster.safeguards = by.decided("Enforce");
        var level = by.design().choice("pod-security");
        if (LEVELS.contains(level)) {
            cluster.safeguardsPodSecurity = by.decided(level.substring(0, 1).toUpperCase(Locale.ROOT) + level.substring(1));
        }
        if (!cluster.automatic()) { // Azure refuses to exclude namespaces there, whatever its documentation says: Azure/AKS#5442
            cluster.safeguardsExcluded.addAll(ofOthers(List.of(cluster), LEVELS.contains(level) ? level : LEVELS.getFirst(), by.design()));
        }
    }

    /** Assigns the initiative of the decided level to every resource group with clusters; while the level is undecided there is nothing to assign. */
    private static void assignInitiative(String effect, Contribution by, PlanBuilder plan) {
        var level = by.design().isAnswered("policy-level") ? by.design().choice("policy-level") : by.design().choice("pod-security");
        if (!level.equals("baseline") && !level.equals("restricted")) {
            return;
        }
        var byGroup = new TreeMap<String, List<ClusterDraft>>();
        plan.clusters().stream().filter(cluster -> cluster.build().isDeployable())
            .forEach(cluster -> byGroup
                .computeIfAbsent("/subscriptions/" + cluster.subscription() + "/resourceGroups/" + cluster.row().resourceGroup(), _ -> new ArrayList<>())
                .add(cluster));
        byGroup.forEach((group,
            clusters) -> plan.add(new PolicyAssignment("aks-pod-security-" + level, "Pod Security " + level + " on AKS",
                level.equals("restricted") ? RESTRICTED_INITIATIVE : BASELINE_INITIATIVE,
                new AzureScope(group), effect, excludedNamespaces(clusters, level, by.design()), by.consideration())));
    }

    /** What the initiative leaves out by default, which a list of one's own replaces, and the namespaces of others. */
    private static List<String> excludedNamespaces(List<ClusterDraft> clusters, String level, Design design) {
        var excluded = PlatformNamespaces.all().stream().filter(PlatformNamespaces.Known::excludedFromPolicy).map(PlatformNamespaces.Known::name)
            .collect(Collectors.toCollection(TreeSet::new));
        excluded.addAll(ofOthers(clusters, level, design));
        return List.copyOf(excluded);
    }

    /** Namespaces of the chosen engine and add-ons, namespaces that others make, and those of teams whose own level is weaker. */
    private static Set<String> ofOthers(List<ClusterDraft> clusters, String level, Design design) {
        var excluded = PlatformNamespaces.all().stream().filter(known -> known.comesWith().stream().map(answer -> answer.split("="))
            .anyMatch(answer -> design.choice(answer[0]).equals(answer[1]))).map(PlatformNamespaces.Known::name).collect(Collectors.toCollection(TreeSet::new));
        var names = clusters.stream().map(ClusterDraft::name).toList();
        clusters.forEach(cluster -> cluster.row().givenNamespaces().forEach(namespace -> excluded.add(namespace.name())));
        design.rows("teams", Tables.TEAMS).stream()
            .filter(team -> LEVELS.contains(team.podSecurity()) && LEVELS.indexOf(team.podSecurity()) < LEVELS.indexOf(level))
            .filter(team -> team.clusters().stream().anyMatch(names::contains)).forEach(team -> excluded.addAll(team.namespaces()));
        excluded.remove("");
        return excluded;
    }
}
