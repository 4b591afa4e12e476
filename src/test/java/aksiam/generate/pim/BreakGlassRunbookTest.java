package aksiam.generate.pim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.EmergencyAccess;
import aksiam.generate.Bundle;
import aksiam.generate.Escaping;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.rules.Check;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The procedure says for which day it is, who can run it, and who gets in besides. */
class BreakGlassRunbookTest {
    @Test
    void aProcedureOfActivatedRightsIsNoneForTheDayWhenPimFails() {
        var design = Designs.read("cluster-in-use");
        var page = text(design, "pim/break-glass.md");
        assertTrue(page.contains("**PIM has to work for it.** In aks-prod everybody"), page);
        assertFalse(page.contains("or PIM does"), page);
        assertTrue(text(design, "README.md").contains("the day on which sign-in to a cluster fails and PIM works"), page);
        assertTrue(findings(design).contains("break-glass-needs-pim"), () -> findings(design).toString());
        var plan = Catalogue.plan(design);
        var needed = List.of("Azure Kubernetes Service Contributor Role", "Managed Identity Operator", "AKS break-glass network");
        var listed = plan.eligibleGrants().stream().filter(grant -> needed.stream().anyMatch(grant.role()::startsWith)).toList();
        assertEquals(4, listed.size());
        assertFalse(page.contains("landing zone owner"), "a right at the whole subscription is not asked for where a narrower one is there");
        listed.forEach(grant -> assertTrue(page.contains("- aks-admins: " + Escaping.md(grant.role() + " at " + grant.scope())), page));
    }

    @Test
    void aStandingHolderActsWithoutPim() {
        var design = Designs.read("cluster-in-use");
        var grants = new ArrayList<>(design.rows("grants"));
        grants.add(Row.of("principal", "batch-devs", "plane", "azure", "role", "Azure Kubernetes Service Contributor Role", "scope", "aks-prod", "access",
            "break-glass", "reason", "t"));
        var both = design.with("grants", new Answer.Table(grants));
        assertFalse(findings(both).contains("break-glass-needs-pim"));
        assertTrue(text(both, "pim/break-glass.md").contains("or PIM does"));
        assertTrue(text(both, "README.md").contains("the day on which sign-in to a cluster or PIM fails"));
    }

    @Test
    void whoHasNoKubeconfigCannotRunTheCommands() {
        var design = Designs.read("aks-dronedelivery");
        assertTrue(findings(design).contains("no-kubeconfig"));
        var page = text(design, "pim/break-glass.md");
        assertTrue(page.contains("**Nobody can do this yet.** Whoever would be let in has no right to fetch a kubeconfig."), page);
        assertFalse(page.contains("Can be done by"), page);
        assertTrue(text(design, "README.md").contains("dronedelivery-cluster-admin (admin group) with a kubeconfig that somebody else hands out"), page);
        assertTrue(text(design, "README.md").contains("In aks-dronedelivery nobody can run them yet."), page);
        var access = EmergencyAccess.of(design, Catalogue.plan(design)).getFirst();
        assertEquals(List.of("dronedelivery-cluster-admin (admin group)"), access.withoutKubeconfig().stream().map(EmergencyAccess.Holder::text).toList());
    }

    @Test
    void whoComesInByLocalAccountsIsNamed() {
        var design = Designs.read("aks-dronedelivery");
        var readme = text(design, "README.md");
        assertTrue(text(design, "pim/break-glass.md").contains("- github-action (Contributor)"));
        var warnings = readme.substring(readme.indexOf("## Read this first"), readme.indexOf("## Before you start"));
        assertTrue(warnings.contains("**Local accounts.**") && warnings.contains("github-action (Contributor)"), warnings);
        assertTrue(readme.contains("while local accounts are on, with the admin kubeconfig also by github-action (Contributor)"), readme);
        var off = design.with("local-accounts", new Answer.Choice("disabled"));
        assertFalse(text(off, "README.md").contains("github-action (Contributor)"));
    }

    private static List<String> findings(Design design) {
        return Check.findings(design).stream().map(finding -> finding.id()).toList();
    }

    private static String text(Design design, String path) {
        Bundle bundle = Bundles.of(design);
        return bundle.files().stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow().text();
    }
}
