package aksiam.generate.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.plan.Namespace;
import aksiam.testkit.Designs;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a record says of an answer is so in the design it stands in. */
class TrueSentencesTest {
    @Test
    void anAnswerThatEveryRowReplacesSaysSo() {
        var boundary = text(Designs.read("regulated"), "boundary");
        assertTrue(boundary.contains("the row of every team says its own, so this answer by itself sets nothing:"), boundary);
        assertTrue(boundary.contains("authorizer, settlement, portal and reporting: Namespace + Network policy"), boundary);
        assertFalse(outcome(boundary).contains("the only boundary against hostile tenants"), boundary);
        var level = text(Designs.read("regulated"), "pod-security");
        assertTrue(level.contains("portal and reporting: Baseline"), level);
        assertTrue(text(Designs.read("shared-platform"), "boundary").contains(" say otherwise:"));
    }

    @Test
    void aPolicySaysWhichNamespacesOfTeamsItLeavesOut() {
        assertTrue(text(Designs.read("regulated"), "policy-addon").contains(", which leaves out every namespace of a team there"));
        assertTrue(text(Designs.read("regulated"), "policy-level").contains("namespaces of the teams of this design enforce it"));
    }

    /** Every number of things that are made is that of the plan without what is there already. */
    @Test
    void whatIsThereAlreadyIsNotMade() {
        for (var name : Designs.all()) {
            var source = Source.of(Designs.read(name));
            var facts = PlanFacts.of(source.design(), source.plan());
            var made = source.plan().namespaces().stream().filter(namespace -> namespace.maker() != Namespace.Maker.GIVEN).count();
            var identities = source.plan().identities().stream().filter(identity -> !identity.given()).count();
            assertEquals(made, counted(facts, "it makes (\\d+) namespaces?"), name);
            assertEquals(identities, counted(facts, "it makes (\\d+) managed identit.*"), name);
            assertEquals(source.plan().namespaces().stream().filter(namespace -> namespace.maker() != Namespace.Maker.GIVEN)
                .filter(namespace -> namespace.podSecurity().isPresent()).count(), counted(facts, "it sets the Pod Security level of (\\d+) namespaces?"),
                name);
        }
        assertTrue(text(Designs.read("cluster-in-use"), "kubelet-identity").startsWith("# Kubelet identity: Own identity"));
    }

    @Test
    void claimsAboutACustomRoleAreThoseOfTheRoleInTheTable() {
        var role = Row.of("name", "Repair", "purpose", "sre", "actions", List.of("Microsoft.ContainerService/*"), "scopes", List.of("*"));
        var design = Designs.read("regulated").with("azure-roles", new Answer.Table(List.of(role)));
        var text = outcome(text(design, "sre-rights"));
        assertFalse(text.contains("it repairs without the admin kubeconfig"), text);
        assertFalse(text.contains("it cannot turn local accounts on"), text);
        assertTrue(text.contains("the table `azure-roles` defines for it:\n  * Repair: wherever it is given, its holder can "), text);
        assertTrue(text.contains("which nothing in this design gives"), text);
        var owner = outcome(text(Designs.read("regulated"), "landing-zone-owner-rights"));
        assertFalse(owner.contains("connectivity"), owner);
        assertTrue(owner.contains("peerings, network security groups, firewalls and private DNS can still be changed"), owner);
    }

    @Test
    void aConditionOfAConsequenceIsAskedOfTheDesign() {
        var shared = outcome(text(Designs.read("shared-platform"), "cluster-identity-rights"));
        assertFalse(shared.contains("it cannot delete or rewrite a subnet"), shared);
        assertFalse(shared.contains("Automatic needs"), shared);
        for (var name : Designs.all()) {
            var design = Designs.read(name);
            assertFalse(outcome(text(design, "kubelet-identity")).contains("China"), name);
            assertFalse(design.choice("cluster-flavour").equals("standard") && outcome(text(design, "node-ssh")).contains("nodes of Automatic"), name);
        }
    }

    @Test
    void aBuiltInRoleThatNobodyIsGivenIsCalledSo() {
        var text = outcome(text(Designs.read("cluster-in-use"), "secops-rights"));
        assertTrue(text.contains("nobody in this design is given Security Reader or Log Analytics Reader"), text);
        assertFalse(text.contains("RBAC Reader shows no roles"), text);
    }

    @Test
    void anIdentityWithoutARoleIsNamed() {
        var text = outcome(text(Designs.read("aks-dronedelivery"), "workload-identity"));
        assertTrue(text.contains("it gives no Azure role to 3 identities:"), text);
        assertFalse(text.contains("each workload has rights of its own"), text);
    }

    @Test
    void aDriverSpeaksForTheAnswerThatWasGiven() {
        for (var name : Designs.all()) {
            var design = Designs.read(name);
            for (var consideration : Catalogue.all()) {
                var suggestion = consideration.suggestion().apply(design);
                var answer = design.answer(consideration.id());
                if (suggestion.isPresent() && answer.isPresent() && answer.get() instanceof Answer.Table && !answer.get().equals(suggestion.get().answer())) {
                    assertFalse(text(design, consideration.id()).contains("## Decision Drivers"), name + "/" + consideration.id());
                }
            }
        }
        var regulated = text(Designs.read("regulated").with("sign-in", new Answer.Choice("client-certificates")), "sign-in");
        assertFalse(regulated.contains("* For \"Microsoft Entra ID\""), regulated);
    }

    @Test
    void aRuleNamesItsPodsItsProtocolAndWhatItLeavesOut() {
        var text = text(Designs.read("aks-dronedelivery"), "flows");
        var rules = text.lines().filter(line -> line.startsWith("  * ") && (line.contains(" may reach ") || line.contains(" accepts from "))).toList();
        assertEquals(rules.stream().distinct().toList(), rules);
        assertTrue(rules.stream().filter(rule -> rule.contains("0.0.0.0/0")).allMatch(rule -> rule.contains("169.254.169.254/32") && rule.contains(", TCP ")),
            text);
    }

    @Test
    void theContextNamesNoQuestionThatDoesNotApply() {
        var text = text(Designs.read("cluster-in-use"), "deployer-rights");
        assertFalse(text.contains("Deployment before production"), text);
        assertTrue(text.contains("whoever deploys is given:"), text);
        assertFalse(outcome(text).contains("it reads secrets and acts as any service account"), text);
    }

    @Test
    void ofSeveralOptionsEachSentenceSaysWhichItSpeaksOf() {
        var logs = outcome(text(Designs.read("regulated"), "audit-logs"));
        assertTrue(logs.contains("because of kube-audit: it means very many lines"), logs);
        assertTrue(logs.contains("because of guard: it means few lines"), logs);
    }

    private static long counted(Map<String, List<PlanFacts.Fact>> facts, String pattern) {
        var number = Pattern.compile(pattern);
        return facts.values().stream().flatMap(List::stream).map(fact -> number.matcher(fact.summary())).filter(Matcher::matches)
            .mapToLong(matcher -> Long.parseLong(matcher.group(1))).sum();
    }

    private static String text(Design design, String consideration) {
        var record = RecordText.of(Source.of(design), consideration).markdown(Templates.embedded());
        return record.substring(record.indexOf("# "));
    }

    private static String outcome(String record) {
        int start = record.indexOf("### Consequences");
        return start < 0 ? "" : record.substring(start, record.indexOf("### Confirmation"));
    }
}
