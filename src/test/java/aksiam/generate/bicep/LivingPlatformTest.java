package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.domain.OneWayDoors;
import aksiam.generate.Artefact;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Tables;
import aksiam.plan.Decided;
import aksiam.plan.Plan;
import aksiam.plan.PlanBuilder;
import aksiam.rules.Check;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.Plans;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a design says about a platform that is there: tags of what is new, groups of others, waves and consents. */
class LivingPlatformTest {
    private static final Design FLEET = Designs.read("fleet");

    private static Design with(Design design, String id, Row... rows) {
        return design.with(id, new Answer.Table(List.of(rows)));
    }

    private static String text(Design design, String path) {
        return Bundles.of(design).files().stream().filter(file -> file.path().equals(path)).map(Artefact::text).findFirst().orElseThrow();
    }

    @Test
    void logsGoToTablesOfTheirOwnAndToAnEventHubOfTheRegion() {
        assertTrue(text(Designs.read("small-team"), "infra/modules/cluster-additions.bicep").contains("logAnalyticsDestinationType: 'Dedicated'"));
        assertTrue(text(FLEET, "infra/blue-weu.bicepparam").contains("namespaces/evh-siem-weu/"), "westeurope");
        assertTrue(text(FLEET, "infra/blue-neu.bicepparam").contains("namespaces/evh-siem-neu/"), "northeurope");
        var readme = text(FLEET, "README.md");
        assertTrue(readme.contains("with the rights Manage, Send and Listen"), readme);
        assertTrue(readme.contains("on the destination of the audit logs the right to list its keys"), readme);
    }

    @Test
    void theReadmeJudgesVersionsByTheDayOfTheLastDecision() {
        var day = FLEET.lastDecision().orElseThrow();
        var old = with(FLEET, "clusters", FLEET.rows("clusters").stream().map(row -> row.with("kubernetesVersion", "1.33")).toArray(Row[]::new));
        assertTrue(text(old, "README.md").contains("As of " + day + ", the day of the last decision: Kubernetes 1.33 "), text(old, "README.md"));
        assertFalse(text(FLEET, "README.md").contains("**Kubernetes versions.**"));
    }

    @Test
    void tagsStandOnWhatIsMade() {
        var tagged = with(FLEET, "tags", Row.of("name", "cost centre", "value", "47'11"), Row.of("name", "Cost Centre", "value", "other"));
        for (var path : List.of("infra/blue-weu.bicepparam", "infra/blue-weu-identities.bicepparam")) {
            assertTrue(text(tagged, path).contains("param tags = { 'cost centre': '47\\'11' }\n"), text(tagged, path));
            assertFalse(text(FLEET, path).contains("param tags"), "undecided prints nothing");
        }
        assertTrue(text(tagged, "infra/identities.bicep").contains("tags: tags") && text(tagged, "infra/modules/cluster.bicep").contains("tags: tags"));
        assertFalse(text(tagged, "infra/update-blue-weu.sh").contains("cost centre"), "what is there keeps its own");
    }

    @Test
    void tagsThatAzureRefusesAreFound() {
        assertTrue(found(with(FLEET, "tags", Row.of("name", "a/b"))).contains("$.answers.tags[0].name"));
        assertTrue(found(with(FLEET, "tags", Row.of("name", "a", "value", "x".repeat(257)))).contains("$.answers.tags[0].value"));
        assertTrue(found(with(FLEET, "tags", Row.of("name", "a"), Row.of("name", "A"))).contains("$.answers.tags[1].name"));
        assertTrue(found(with(FLEET, "tags", IntStream.range(0, 51).mapToObj(i -> Row.of("name", "tag" + i, "value", "x")).toArray(Row[]::new)))
            .contains("$.answers.tags[50].name"));
        assertEquals(found(FLEET), found(with(FLEET, "tags", Row.of("name", "costcentre", "value", "4711"))));
    }

    private static List<String> found(Design design) {
        return Check.findings(design).stream().filter(finding -> finding.consideration().equals("tags")).map(finding -> finding.place().path()).toList();
    }

    @Test
    void aGroupOfOthersIsNotMade() {
        var rows = FLEET.rows("clusters").stream().map(row -> row.with("groupExists", true)).toArray(Row[]::new);
        var groups = FLEET.rows("clusters").stream().map(row -> row.text("resourceGroup")).distinct().toList();
        var files = Bundles.of(with(FLEET, "clusters", rows)).files();
        for (var group : groups) {
            assertTrue(made(Bundles.of(FLEET).files(), group), group);
            assertFalse(made(files, group), group);
        }
    }

    private static boolean made(List<Artefact> files, String group) {
        return files.stream().filter(file -> file.text().contains("param resourceGroups = ["))
            .anyMatch(file -> file.text().split("param resourceGroups = \\[")[1].split("\n\\]")[0].contains("name: '" + group + "'"));
    }

    @Test
    void clustersAreChangedOneWaveAfterAnother() {
        var waves = with(FLEET, "cluster-changes", Row.of("cluster", "green-weu", "wave", 1, "consents", List.of("network-policy"), "reason", "Sunday"),
            Row.of("cluster", "blue-neu", "wave", 2));
        var script = text(waves, "deploy.sh");
        var order = Stream.of("green-weu", "blue-neu", "blue-weu", "green-neu").map(name -> script.indexOf("run 'infra/update-" + name + ".sh' --part 1"))
            .toList();
        assertTrue(order.getFirst() > 0);
        assertEquals(order.stream().sorted().toList(), order);
        assertTrue(text(waves, "infra/update-green-weu.sh").contains("agreed='green-weu/network-policy'\n"));
        assertTrue(text(waves, "README.md").contains("- wave 1: green-weu\n- wave 2: blue-neu\n- last, without a wave: blue-weu, green-neu\n"));
        assertTrue(text(FLEET, "infra/update-green-weu.sh").contains("agreed=\n"), "nothing is agreed to unasked");
    }

    /** The window offers what can need consent, neither more nor less. */
    @Test
    void whatNeedsConsentCanBeAgreedTo() {
        var offered = Tables.CLUSTER_CHANGES.field("consents").orElseThrow().options();
        var plans = Stream.concat(Stream.of(Plans.everything(""), turnedOff()), Designs.all().stream().map(Designs::read).map(Catalogue::plan));
        var needed = plans.flatMap(plan -> plan.clusters().stream().flatMap(cluster -> SettingChanges.of(cluster, Lookup.of(plan)).stream()))
            .filter(change -> !change.consent().equals("never")).map(SettingChange::setting).distinct().sorted().toList();
        assertEquals(offered.stream().sorted().toList(), needed);
    }

    /** A cluster for which it is decided that it goes without. */
    private static Plan turnedOff() {
        var cluster = Plans.cluster("aks-off", Plans.SUBSCRIPTION, true, false, List.of());
        cluster.entra = new Decided<>(true, "sign-in");
        cluster.azureRbac = new Decided<>(false, "authorization");
        cluster.disableLocalAccounts = new Decided<>(false, "local-accounts");
        cluster.workloadIdentity = new Decided<>(false, "workload-identity");
        cluster.policyAddon = new Decided<>(false, "policy-addon");
        cluster.secretsProvider = new Decided<>(false, "key-vault-access");
        cluster.publicFqdn = new Decided<>(false, "public-fqdn");
        cluster.disableRunCommand = new Decided<>(false, "command-invoke");
        cluster.safeguards = new Decided<>("Enforce", "policy-addon");
        var plan = new PlanBuilder();
        plan.add(cluster);
        return plan.build();
    }

    @Test
    void theDataSaysWhatAChangeDoes() {
        assertEquals(List.of("reimages nodes"), effects("OWD-22", true));
        assertEquals(List.of(), effects("OWD-11", true));
        assertEquals(List.of("interrupts what runs"), effects("OWD-11", false));
        assertEquals(List.of("can lock somebody out"), effects("OWD-06", true));
        assertEquals(List.of(), effects("OWD-06", false));
        assertEquals(List.of("interrupts what runs", "cannot be undone"), effects("OWD-09", true));
    }

    private static List<String> effects(String door, boolean on) {
        return OneWayDoors.find(door).orElseThrow().effects(on).stream().map(OneWayDoors.Effect::words).toList();
    }
}
