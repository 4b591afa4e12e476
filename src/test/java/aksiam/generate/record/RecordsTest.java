package aksiam.generate.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.testkit.Designs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Decision ACCEPTED = new Decision(Decision.Status.ACCEPTED, "The kubeconfig must not be a key", List.of("Miriam Graham"),
        Optional.of(LocalDate.of(2026, 11, 24)), Optional.empty(),
        Optional.of(LocalDate.of(2027, 11, 24)));
    private static final Design DECIDED = Design.EMPTY.with("sign-in", new Answer.Choice("entra-id")).with("sign-in", ACCEPTED);

    private static final Answer CLUSTER = new Answer.Table(List.of(Row.of("name", "prd", "origin", "new", "region", "westeurope", "resourceGroup", "rg",
        "subscription", "ce11de8d-a7d0-41a8-ace0-77cc28fd9872", "pools", List.of(Row.of("name", "system", "mode", "System", "size", "s", "count", 1)))));

    private static String consequences(Map<String, String> files, String consideration) {
        var text = files.entrySet().stream().filter(file -> file.getKey().endsWith("-" + consideration + ".md")).findFirst().orElseThrow().getValue();
        return text.substring(text.indexOf("### Consequences"), text.indexOf("### Confirmation"));
    }

    @Test
    void anAcceptedDecisionSaysWhatWhyWhoAndWhen() {
        var text = files(DECIDED).get("records/0001-sign-in.md");
        assertTrue(text.startsWith("---\nstatus: accepted\ndate: 2026-11-24\ndecision-makers: \"Miriam Graham\"\n---\n\n# Sign-in: Microsoft Entra ID\n"),
            text);
        assertTrue(text.contains("Chosen option: \"Microsoft Entra ID\", because the kubeconfig must not be a key."), text);
        assertTrue(text.contains("To be looked at again on 2027-11-24"), text);
    }

    @Test
    void withoutAReasonItStaysProposed() {
        var text = files(DECIDED.with("sign-in", ACCEPTED.withBecause(" "))).get("records/0001-sign-in.md");
        assertTrue(text.contains("\nstatus: proposed\n"), text);
        assertTrue(text.contains("The reason is still to be written down."), text);
    }

    @Test
    void withoutADeciderItStaysProposed() {
        assertTrue(files(DECIDED.with("sign-in", ACCEPTED.withDeciders(List.of(" ")))).get("records/0001-sign-in.md").contains("\nstatus: proposed\n"));
    }

    /** Without a cluster the issuer is turned on nowhere, and what is not turned on can still be left off. */
    @Test
    void aDoorThatNothingGoesThroughIsNoConsequence() {
        var design = DECIDED.with("workload-identity", new Answer.Choice("federated")).with("workload-identity", ACCEPTED);
        assertFalse(consequences(files(design), "workload-identity").contains("one-way door"));
        assertTrue(consequences(files(design.with("clusters", CLUSTER)), "workload-identity").contains("one-way door: it cannot be undone"));
    }

    /** System-assigned can become user-assigned, a service principal a managed identity, and node subnets an overlay: none of these is a door that shuts. */
    @Test
    void whatCanBeLeftLaterIsNotCalledIrreversible() {
        for (var chosen : Map.of("control-plane-identity", List.of("system-assigned", "service-principal"), "network-plugin", List.of("azure-cni"))
            .entrySet()) {
            for (var option : chosen.getValue()) {
                var text = consequences(
                    files(DECIDED.with("clusters", CLUSTER).with(chosen.getKey(), new Answer.Choice(option)).with(chosen.getKey(), ACCEPTED)),
                    chosen.getKey());
                assertFalse(text.contains("cannot be undone"), text);
            }
        }
    }

    /** The answer stays in the file, and no document speaks of it while what it depends on does not apply either. */
    @Test
    void anAnswerThatStayedBehindHasNoRecord() {
        var design = Design.EMPTY.with("sign-in", new Answer.Choice("client-certificates")).with("user-tenant", new Answer.Choice("other-tenant"))
            .with("audit-readers", new Answer.Choices(List.of("a"))).with("audit-readers", ACCEPTED);
        assertEquals(List.of(), Records.toNumber(design));
        var files = files(design.with("user-tenant", ACCEPTED));
        assertEquals(List.of("records/index.md"), List.copyOf(files.keySet()));
    }

    @Test
    void reasonsCountWhatTheyNameInTheDesign() {
        var teams = new Answer.Table(List.of(Row.of("name", "a"), Row.of("name", "b"), Row.of("name", "c")));
        var one = DECIDED.with("teams", teams).with("workloads", new Answer.Table(List.of(Row.of("name", "api"))))
            .with("workload-identity", new Answer.Choice("federated")).with("workload-identity", ACCEPTED);
        var text = files(one).entrySet().stream().filter(file -> file.getKey().endsWith("workload-identity.md")).findFirst().orElseThrow().getValue();
        assertTrue(text.contains("1 workload of this design would otherwise keep secrets"), text);
        var counted = Pattern.compile("\\b(\\d+) (team|cluster|workload|principal)s?\\b");
        for (var name : Designs.all()) {
            var design = Designs.read(name);
            for (var consideration : Catalogue.all()) {
                consideration.suggestion().apply(design).ifPresent(suggestion -> counted.matcher(suggestion.because()).results()
                    .forEach(number -> assertTrue(Integer.parseInt(number.group(1)) <= design.rows(number.group(2) + "s").size(), suggestion.because())));
            }
        }
    }

    @Test
    void anUnknownOptionIsNeverAccepted() {
        assertTrue(files(DECIDED.with("sign-in", new Answer.Choice("no-such"))).get("records/0001-sign-in.md").contains("\nstatus: proposed\n"));
    }

    @Test
    void withoutADateItIsAnOpenPointAndHasNoRecord() {
        var design = DECIDED.with("sign-in", ACCEPTED.withDate(Optional.empty()));
        var files = files(design);
        assertEquals(List.of(), Records.toNumber(design));
        assertEquals(List.of("records/index.md"), List.copyOf(files.keySet()));
        assertTrue(files.get("records/index.md").contains("| No date | Sign-in |"), files.get("records/index.md"));
    }

    @Test
    void numbersAreGivenOnceAndNeverAgain() {
        assertEquals(List.of("sign-in"), Records.toNumber(DECIDED));
        var numbered = DECIDED.numbered(Records.toNumber(DECIDED));
        var changed = numbered.without("sign-in").with("authorization", new Answer.Choice("kubernetes-rbac")).with("authorization", ACCEPTED);
        var index = files(changed).get("records/index.md");
        assertTrue(index.contains("| 0001 | Sign-in | withdrawn"), index);
        assertTrue(index.contains("| 0002 | [Authorization: "), index);
    }

    @Test
    void consultedAndInformedComeFromThePeople() {
        var people = new Answer.Table(
            List.of(Row.of("name", "Pradeep Gupta", "function", "security", "part", "consulted"), Row.of("name", "Lee Gu", "part", "informed")));
        var text = files(DECIDED.with("people", people)).get("records/0001-sign-in.md");
        assertTrue(text.contains("consulted: \"Pradeep Gupta (security)\"\ninformed: \"Lee Gu\"\n"), text);
    }

    @Test
    void theWindowShowsARecordOfWhatIsNotDecidedYet() {
        var record = RecordText.of(Source.of(Design.EMPTY), "sign-in");
        var text = record.markdown(Templates.embedded());
        assertFalse(record.accepted());
        assertTrue(text.contains("Not decided yet."), text);
        assertFalse(text.contains("date:"), text);
    }

    private static Map<String, String> files(Design design) {
        return new Records().render(Source.of(design), Templates.embedded()).stream().collect(Collectors.toMap(Artefact::path, Artefact::text));
    }
}
