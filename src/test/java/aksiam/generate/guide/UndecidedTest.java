package aksiam.generate.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Team;
import aksiam.plan.ManagedIdentity.Purpose;
import aksiam.plan.Namespace;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.PlannedCluster.Settings;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import aksiam.plan.TrafficRule;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.Pairwise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says of an undecided question is true of the whole design, whatever else is decided in it. */
class UndecidedTest {
    /** What each sentence says, as a question to the plan. Whoever changes a sentence changes it here. */
    private static final Map<String, BiPredicate<Design, Plan>> CLAIMS = new HashMap<>();

    private static void says(String sentence, Predicate<Plan> holds) {
        CLAIMS.put(sentence, (_, plan) -> holds.test(plan));
    }

    static {
        says("The bundle has no title.", plan -> plan.name().isEmpty());
        says("Records and README name no organisation.", plan -> plan.organisation().isEmpty());
        CLAIMS.put("Records name nobody but those who are entered with a decision.", (design, _) -> design.rows("people").isEmpty());
        says("Templates take the tenant of the subscription they are deployed to.", plan -> plan.tenant().isEmpty());
        CLAIMS.put("A cluster without a subscription of its own has no Azure output.", (design, plan) -> design.rows("clusters", Tables.CLUSTERS).stream()
            .filter(row -> row.subscription().isEmpty()).allMatch(row -> of(plan, row.name()).noneMatch(PlannedCluster::isDeployable)));
        says("Every cluster counts as production, where the rules are stricter.", plan -> plan.clusters().stream().allMatch(PlannedCluster::production));
        CLAIMS.put("Each cluster is generated in the region that its row names.", (design, plan) -> design.rows("clusters", Tables.CLUSTERS).stream()
            .allMatch(row -> of(plan, row.name()).allMatch(cluster -> cluster.region().equals(row.region()))));
        CLAIMS.put("Clusters that name no flavour are generated as AKS Standard, the only kind that leaves all other questions open.",
            (design, plan) -> design.rows("clusters", Tables.CLUSTERS).stream().filter(row -> row.flavour().isEmpty())
                .allMatch(row -> of(plan, row.name()).noneMatch(PlannedCluster::automatic)));
        CLAIMS.put("A cluster whose row does not say that it is new counts as existing, and no template makes it.",
            (design, plan) -> design.rows("clusters", Tables.CLUSTERS).stream().filter(row -> !row.origin().equals("new"))
                .allMatch(row -> of(plan, row.name()).allMatch(PlannedCluster::existing)));
        says("Nothing is generated for any cluster.", plan -> plan.clusters().isEmpty());
        CLAIMS.put("Suggestions assume no regulation.", (design, _) -> design.choice("regulatory-class").isEmpty());
        says("No identity is made for a control plane, and no template names one.",
            plan -> noIdentity(plan, Purpose.CONTROL_PLANE) && unset(plan, Settings::controlPlane));
        says("No service principal is known, so new clusters are not deployed.", plan -> unset(plan, Settings::servicePrincipal) && noNewCluster(plan));
        says("No identity is made for the nodes, and the registry permission mode gives none a right.",
            plan -> noIdentity(plan, Purpose.KUBELET) && noRight(plan, "registry-permission-mode"));
        says("This question gives the cluster identity no right on any network part.",
            plan -> noRight(plan, "own-network") && noRight(plan, "cluster-identity-rights"));
        says("This question gives the cluster identity no role on subnets and route tables.", plan -> noRight(plan, "cluster-identity-rights"));
        says("This question gives no right on a registry; images of private registries need one from elsewhere.",
            plan -> noRight(plan, "registry-permission-mode"));
        says("Nothing is set about sign-in with Entra ID.", plan -> unset(plan, Settings::entra));
        says("No group, user or pipeline is known, so none is given a right.", plan -> Stream.of(
            plan.roleAssignments().stream().map(right -> right.subject()), plan.kubernetesBindings().stream().map(right -> right.subject()),
            plan.eligibleGrants().stream().map(right -> right.subject()), plan.cosmosRoleAssignments().stream().map(right -> right.subject()))
            .flatMap(subjects -> subjects).noneMatch(subject -> subject instanceof Subject.Entra entra && !entra.name().startsWith("service principal of")));
        says("Nothing is set about local accounts.", plan -> unset(plan, Settings::disableLocalAccounts));
        says("No tenant of the users is set.", plan -> unset(plan, Settings::entraTenant));
        says("The tenant of the users is not known, so new clusters are not deployed.", plan -> unset(plan, Settings::entraTenant) && noNewCluster(plan));
        says("No Conditional Access policy is asked for.", plan -> noTask(plan, Task.Area.CONDITIONAL_ACCESS));
        says("Nothing is set about the reach of the API server.", plan -> unset(plan, Settings::apiServer));
        says("No private DNS zone is set.", plan -> unset(plan, Settings::privateDnsZone));
        says("Nothing is set about a public name.", plan -> unset(plan, Settings::publicFqdn));
        says("Nothing is set about command invoke.", plan -> unset(plan, Settings::disableRunCommand));
        says("Nothing is set about SSH.", plan -> unset(plan, Settings::sshAccess));
        says("No way in is chosen, and no procedure is written down.",
            plan -> plan.tasks().stream().noneMatch(task -> task.consideration().equals("break-glass")));
        says("No diagnostic setting is written.", plan -> plan.clusters().stream().map(PlannedCluster::settings)
            .allMatch(settings -> settings.auditCategories().isEmpty() || settings.auditDestination().isEmpty()));
        says("No diagnostic setting is written where a region has no destination of its own.",
            plan -> plan.clusters().stream().flatMap(cluster -> cluster.settings().auditDestination().stream())
                .allMatch(destination -> destination.consideration().equals("audit-by-region")));
        says("This question gives nobody a right on the logs.", plan -> noRight(plan, "audit-readers"));
        says("Nobody is asked to keep the sign-in logs.", plan -> noTask(plan, Task.Area.SIGN_IN_LOGS));
        says("No review is asked for.", plan -> noTask(plan, Task.Area.ACCESS_REVIEWS));
        says("No policy that watches over the settings of clusters is assigned.", plan -> noPolicy(plan, "cluster-guardrails"));
        says("No right is derived for any team, and nothing is set about Azure RBAC.", plan -> unset(plan, Settings::azureRbac) && noRightOfTeams(plan));
        says("No right is derived for any team.", UndecidedTest::noRightOfTeams);
        says("No admin group is set.", plan -> plan.clusters().stream().allMatch(cluster -> cluster.settings().adminGroups().isEmpty()));
        CLAIMS.put("Nothing depends on it but suggestions.", UndecidedTest::isInNoFile);
        CLAIMS.put("Nothing separates the teams whose row names no method.", (_, plan) -> namespaces(plan, team -> team.boundary().isEmpty())
            .allMatch(namespace -> namespace.stance().isEmpty()));
        says("No network plugin is set.", plan -> unset(plan, Settings::networkPlugin));
        says("No network policy engine is set.", plan -> unset(plan, Settings::networkPolicy));
        says("Traffic to DNS names is an open point and stands in no policy.",
            plan -> plan.trafficRules().stream().noneMatch(rule -> rule.peer() instanceof TrafficRule.Peer.DnsName));
        says("No NetworkPolicy is written.", plan -> plan.trafficRules().isEmpty() && plan.namespaces().stream().allMatch(space -> space.stance().isEmpty()));
        CLAIMS.put("Namespaces of teams whose row names no level get no label of Pod Security.",
            (_, plan) -> namespaces(plan, team -> team.podSecurity().isEmpty()).allMatch(namespace -> namespace.podSecurity().isEmpty()));
        says("Namespaces are written as Kubernetes objects.", plan -> plan.namespaces().stream().noneMatch(space -> space.maker() == Namespace.Maker.AKS));
        says("Nothing is set about the add-on, and no policy on pods is assigned.", plan -> unset(plan, Settings::policyAddon)
            && unset(plan, Settings::safeguards) && noPolicy(plan, "policy-addon"));
        says("No namespace, quota or right is made for any team.",
            plan -> plan.namespaces().stream().allMatch(space -> space.team().isEmpty()) && noRightOfTeams(plan));
        says("This question lets nobody read the workloads of another team.", plan -> noRight(plan, "visibility"));
        says("No persona is defined, so no grant can name one.",
            plan -> plan.kubernetesRoles().stream().noneMatch(role -> role.consideration().equals("personas"))
                && plan.kubernetesBindings().stream().filter(binding -> binding.consideration().equals("grants"))
                    .allMatch(binding -> List.of("view", "edit", "admin", "cluster-admin", "deployer").contains(binding.role())));
        says("This question gives developers no right and no kubeconfig before production.", plan -> noRight(plan, "developer-rights"));
        says("This question gives developers no right and no kubeconfig in production.", plan -> noRight(plan, "developer-rights-production"));
        says("This question gives nobody the right to deploy before production.", plan -> noRight(plan, "deployment"));
        says("This question gives nobody the right to deploy in production.", plan -> noRight(plan, "deployment-production"));
        says("This question gives nobody the right to deploy.", plan -> noRight(plan, "deployer-rights"));
        says("No role is proposed for SRE.", plan -> noRole(plan, "sre-rights"));
        says("No role is proposed for SecOps.", plan -> noRole(plan, "secops-rights"));
        says("No role is proposed for the owner of the landing zone.", plan -> noRole(plan, "landing-zone-owner-rights"));
        says("No role is proposed for application teams.", plan -> noRole(plan, "application-team-rights"));
        says("No grant is given beside what follows from other answers.", plan -> noRight(plan, "grants"));
        CLAIMS.put("No mechanism is ruled out.", (design, _) -> design.choice("entra-licence").isEmpty());
        says("An eligible grant gives nothing, standing or otherwise, and is an open point.", plan -> plan.eligibleGrants().isEmpty());
        says("Eligible grants keep the settings that Entra has; each role is an open point.", plan -> plan.eligibleGrants().stream()
            .allMatch(grant -> grant.activation().hours() == 0 && grant.activation().approval().isEmpty()));
        says("No identity is made for any workload, and the issuer is left as it is.",
            plan -> noIdentity(plan, Purpose.WORKLOAD) && unset(plan, Settings::oidcIssuer) && unset(plan, Settings::workloadIdentity));
        CLAIMS.put("The rows say which workloads share an identity; no row is held against it.", (_, plan) -> plan.openPoints().stream()
            .filter(point -> point.consideration().equals("identity-sharing")).noneMatch(point -> point.text().startsWith("Identity ")));
        says("The driver is left as it is and nothing is mounted.", plan -> unset(plan, Settings::secretsProvider)
            && plan.workloads().stream().allMatch(workload -> workload.mounts().isEmpty()));
        says("No identity, credential or service account is made for a workload.",
            plan -> noIdentity(plan, Purpose.WORKLOAD) && plan.federatedCredentials().isEmpty() && plan.workloads().isEmpty());
        says("Nothing is said about it.", plan -> plan.tasks().stream().noneMatch(task -> task.consideration().equals("pod-identity-cleanup")));
    }

    /** Each question left out of every preset, published design and pair of options in turn. */
    @Test
    void everySentenceHoldsInThePlan() {
        var designs = Stream.concat(Designs.all().stream().map(Designs::read), Pairwise.designs().stream())
            .flatMap(design -> Stream.of(design, existing(design))).toList();
        var unread = new TreeSet<String>();
        var wrong = new TreeSet<String>();
        for (var design : designs) {
            Catalogue.all().stream().filter(consideration -> !consideration.optional()).forEach(consideration -> {
                var without = Catalogue.applicable(design.without(consideration.id()));
                if (consideration.isOpenIn(without)) {
                    var claim = CLAIMS.get(consideration.undecided());
                    if (claim == null) {
                        unread.add(consideration.undecided());
                    } else if (!claim.test(without, Catalogue.plan(without))) {
                        wrong.add(consideration.id() + " in " + design.text("design-name") + ": " + consideration.undecided());
                    }
                }
            });
        }
        assertEquals(List.of(), List.copyOf(unread), "nobody knows whether these are true");
        assertEquals(List.of(), List.copyOf(wrong));
    }

    @Test
    void noSentenceIsClaimedThatNobodySays() {
        var said = Catalogue.all().stream().map(Consideration::undecided).toList();
        assertEquals(List.of(), CLAIMS.keySet().stream().filter(sentence -> !said.contains(sentence)).sorted().toList());
    }

    @Test
    void whatAzureMakesOfANewClusterIsSaidOfNewClustersOnly(@TempDir Path folder) throws IOException {
        var design = Designs.read("small-team").without("api-server-reach");
        var made = Files.readString(Bundles.write(design, folder.resolve("new")).resolve("README.md"));
        var kept = Files.readString(Bundles.write(existing(design), folder.resolve("existing")).resolve("README.md"));
        assertTrue(made.contains("Nothing is set about the reach of the API server. Azure makes the API server of a new cluster public."), made);
        assertTrue(kept.contains("Nothing is set about the reach of the API server.\n"), kept);
        assertFalse(kept.contains("new cluster public"), kept);
    }

    private static Design existing(Design design) {
        return design.with("cluster-origin", new Answer.Choice("existing"))
            .with("clusters", new Answer.Table(design.rows("clusters").stream().map(row -> row.with("origin", "existing")).toList()));
    }

    private static Stream<PlannedCluster> of(Plan plan, String name) {
        return plan.clusters().stream().filter(cluster -> cluster.name().equals(name));
    }

    private static boolean unset(Plan plan, Function<Settings, Optional<?>> setting) {
        return plan.clusters().stream().allMatch(cluster -> setting.apply(cluster.settings()).isEmpty());
    }

    private static boolean noNewCluster(Plan plan) {
        return plan.clusters().stream().noneMatch(cluster -> !cluster.existing() && cluster.isDeployable());
    }

    private static boolean noIdentity(Plan plan, Purpose purpose) {
        return plan.identities().stream().noneMatch(identity -> identity.purpose() == purpose);
    }

    private static boolean noRight(Plan plan, String consideration) {
        return Stream
            .of(plan.roleAssignments().stream().map(right -> right.consideration()), plan.kubernetesBindings().stream().map(right -> right.consideration()),
                plan.eligibleGrants().stream().map(right -> right.consideration()), plan.cosmosRoleAssignments().stream().map(right -> right.consideration()))
            .flatMap(sources -> sources).noneMatch(consideration::equals);
    }

    private static boolean noRightOfTeams(Plan plan) {
        return Stream.of("developer-rights", "developer-rights-production", "deployment", "deployment-production", "deployer-rights", "visibility")
            .allMatch(consideration -> noRight(plan, consideration));
    }

    private static boolean noRole(Plan plan, String consideration) {
        return plan.customRoles().stream().noneMatch(role -> role.consideration().equals(consideration));
    }

    private static boolean noPolicy(Plan plan, String consideration) {
        return plan.policyAssignments().stream().noneMatch(policy -> policy.consideration().equals(consideration));
    }

    private static boolean noTask(Plan plan, Task.Area area) {
        return plan.tasks().stream().noneMatch(task -> task.area() == area);
    }

    private static Stream<Namespace> namespaces(Plan plan, Predicate<Team> of) {
        return plan.namespaces().stream().filter(namespace -> namespace.team().filter(of).isPresent());
    }

    private static boolean isInNoFile(Design design, Plan plan) {
        return design.choice("tenancy-trust").isEmpty();
    }
}
