package aksiam.generate.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Artefact;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Decision ACCEPTED = new Decision(Decision.Status.ACCEPTED, "The kubeconfig must not be a key", List.of("Miriam Graham"),
        Optional.of(LocalDate.of(2026, 11, 24)), Optional.empty(),
        Optional.of(LocalDate.of(2027, 11, 24)));
    private static final Design DECIDED = Design.EMPTY.with("sign-in", new Answer.Choice("entra-id")).with("sign-in", ACCEPTED);

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
