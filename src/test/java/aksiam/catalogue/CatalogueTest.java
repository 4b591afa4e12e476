package aksiam.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.plan.OpenPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void anOptionIsImpossibleWhicheverSideSaysSo() {
        var kubenet = choose(Design.EMPTY, "network-plugin", "kubenet");
        assertFalse(whyImpossible(kubenet, "network-policy-engine", "cilium").isEmpty());
        assertEquals(Optional.empty(), whyImpossible(kubenet, "network-policy-engine", "calico"));
        var cilium = choose(Design.EMPTY, "network-policy-engine", "cilium");
        assertFalse(whyImpossible(cilium, "network-plugin", "kubenet").isEmpty());
        assertEquals(Optional.empty(), whyImpossible(cilium, "network-plugin", "azure-overlay"));
    }

    @Test
    void whatIsImpossibleAlreadyIsNotBlamedOnAnotherOption() {
        var design = choose(choose(Design.EMPTY, "network-plugin", "kubenet"), "network-policy-engine", "cilium");
        assertEquals(1, Catalogue.impossible(design).size());
        assertEquals(Optional.empty(), whyImpossible(design, "command-invoke", "disabled"));
    }

    @Test
    void clientCertificatesExcludeWhateverNeedsEntra() {
        var certificates = choose(Design.EMPTY, "sign-in", "client-certificates");
        for (var pair : List.of("authorization azure-rbac", "authorization both", "conditional-access required", "local-accounts disabled",
            "jit-mechanism groups", "cluster-flavour automatic")) {
            var parts = pair.split(" ");
            assertFalse(whyImpossible(certificates, parts[0], parts[1]).isEmpty(), pair);
        }
        assertEquals(Optional.empty(), whyImpossible(certificates, "authorization", "kubernetes-rbac"));
    }

    @Test
    void automaticLeavesOnlyItsPresets() {
        var automatic = choose(Design.EMPTY, "cluster-flavour", "automatic");
        var left = List.of("sign-in", "authorization", "api-server-reach", "network-plugin", "network-policy-engine", "policy-addon").stream()
            .map(id -> Catalogue.get(id).input().options().stream().filter(option -> Catalogue.whyImpossible(automatic, Catalogue.get(id), option).isEmpty())
                .map(Option::id).toList())
            .toList();
        assertEquals(List.of(List.of("entra-id"), List.of("azure-rbac", "both"), List.of("vnet-integration-public", "vnet-integration-private"),
            List.of("azure-overlay"), List.of("cilium"), List.of("safeguards")), left);
    }

    @Test
    void hostileTenantsNeedClustersAmongTheMethods() {
        var hard = choose(Design.EMPTY, "tenancy-trust", "hard");
        assertEquals(List.of(), Catalogue.impossible(hard));
        assertFalse(Catalogue.impossible(hard.with("boundary", new Answer.Choices(List.of("namespace")))).isEmpty());
        assertEquals(List.of(), Catalogue.impossible(hard.with("boundary", new Answer.Choices(List.of("namespace", "cluster")))));
    }

    @Test
    void answersThatNoLongerApplyExcludeAndGiveNothing() {
        var design = choose(choose(choose(Design.EMPTY, "api-server-reach", "private-link"), "private-dns-zone", "none"), "public-fqdn", "no");
        assertEquals(1, Catalogue.impossible(design).size());
        assertEquals(List.of(), Catalogue.impossible(choose(design, "api-server-reach", "public")));
        assertFalse(Catalogue.applicable(choose(design, "api-server-reach", "public")).isAnswered("private-dns-zone"));
    }

    @Test
    void undecidedIsOpenAndAnEmptyListThatWasWrittenDownIsAnAnswer() {
        assertTrue(open(Design.EMPTY, "own-network").isPresent());
        assertEquals(Optional.empty(), open(Design.EMPTY.with("own-network", new Answer.Choices(List.of())), "own-network"));
        assertEquals(Optional.empty(), open(Design.EMPTY, "sign-off"));
        assertEquals(Optional.empty(), open(Design.EMPTY, "authorization-split"), "does not apply");
    }

    @Test
    void aMarkGivesAnOpenPointItsWordsOwnerAndDate() {
        var mark = new Decision.OpenPoint("Ask the network team", "Lee Gu", Optional.of(LocalDate.of(2026, 12, 4)));
        var undecided = Design.EMPTY.with("network-plugin", Decision.NONE.withOpenPoint(Optional.of(mark)));
        assertEquals(new OpenPoint("network-plugin", OpenPoint.Kind.UNDECIDED, "Ask the network team", "Lee Gu", mark.due()),
            open(undecided, "network-plugin").orElseThrow());
        assertEquals(OpenPoint.Kind.MARKED, open(choose(undecided, "network-plugin", "azure-overlay"), "network-plugin").orElseThrow().kind());
    }

    private static Design choose(Design design, String consideration, String option) {
        return design.with(consideration, new Answer.Choice(option));
    }

    private static Optional<String> whyImpossible(Design design, String consideration, String option) {
        return Catalogue.whyImpossible(design, Catalogue.get(consideration), Catalogue.get(consideration).option(option).orElseThrow());
    }

    private static Optional<OpenPoint> open(Design design, String consideration) {
        return Catalogue.plan(design).openPoints().stream().filter(point -> point.consideration().equals(consideration)).findFirst();
    }
}
