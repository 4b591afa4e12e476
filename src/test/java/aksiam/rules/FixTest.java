package aksiam.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.RecordEntry;
import aksiam.model.Row;
import aksiam.testkit.Designs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixTest {
    private final Design sound = Designs.read("shared-platform");

    @Test
    void a_name_that_differs_in_case_or_one_character_is_replaced_by_the_only_one_it_can_be() {
        assertEquals("Use aks-sre-repair", fixed(cell("grants", 1, "principal", "AKS-SRE-repair")));
        assertEquals("Use aks-sre-repair", fixed(cell("grants", 1, "principal", "aks-sre-repairs")));
        assertTrue(offered(cell("grants", 1, "principal", "somebody else")).isEmpty(), "no name is near");
    }

    @Test
    void what_was_copied_along_is_taken_off() {
        var id = sound.rows("principals").getFirst().text("objectId");
        assertEquals("Use " + id, fixed(cell("principals", 0, "objectId", "{" + id + "}")));
        assertTrue(offered(cell("principals", 0, "objectId", id.substring(1))).isEmpty(), "nobody knows the missing character");
    }

    @Test
    void what_the_form_takes_only_in_small_letters_is_written_so() {
        var row = Row.of("name", "Store Front");
        assertEquals("Use store-front", fixed(Design.EMPTY.with("teams", new Answer.Table(List.of(row)))));
    }

    @Test
    void a_row_goes_only_when_it_says_nothing() {
        assertEquals("Remove the row", fixed(Design.EMPTY.with("teams", new Answer.Table(List.of(Row.of("name", "a"), Row.of("name", ""))))));
        assertTrue(offered(Design.EMPTY.with("teams", new Answer.Table(List.of(Row.of("name", "", "costCode", "4711"))))).isEmpty());
    }

    @Test
    void a_secret_is_removed_and_its_value_never_told() {
        var secret = "AccountKey=" + "abcdefgh".repeat(8);
        var design = cell("principals", 0, "owner", secret);
        assertEquals("Remove the value", fixed(design));
        assertFalse(offered(design).orElseThrow().toString().contains(secret));
    }

    @Test
    void an_impossible_option_gives_way_to_the_suggested_one() {
        var design = sound.with("network-policy-engine", new Answer.Choice("cilium")).with("network-plugin", new Answer.Choice("kubenet"));
        var impossible = Check.findings(design).stream().filter(finding -> finding.kind() == Finding.Kind.IMPOSSIBLE_OPTION).toList();
        assertFalse(impossible.isEmpty());
        var fix = Optional.ofNullable(Fix.of(design, impossible).get(impossible.getFirst())).orElseThrow();
        assertTrue(Check.findings(fix.in(design)).stream().noneMatch(impossible.getFirst()::equals));
    }

    /** As a merge of two branches leaves it, each of which took the next number. */
    @Test
    void twoRecordsOfOneNumberGetTwoNumbersByOneFix() {
        var twice = new Design(sound.id(), sound.answers(), sound.decisions(), List.of(new RecordEntry(1, "sign-in"), new RecordEntry(2, "local-accounts"),
            new RecordEntry(2, "authorization"), new RecordEntry(3, "teams"), new RecordEntry(1, "boundary")), sound.unknown());
        assertEquals("Give the next free number", fixed(twice));
        assertEquals(List.of(1, 2, 4, 3, 5), twice.renumbered().records().stream().map(RecordEntry::number).toList());
        assertEquals(twice.renumbered(), twice.renumbered().renumbered());
    }

    @Test
    void of_two_equal_rows_the_second_one_goes_and_of_two_different_ones_neither() {
        var rows = new ArrayList<>(sound.rows("personas"));
        rows.add(rows.getFirst());
        assertEquals("Remove the second row", fixed(sound.with("personas", new Answer.Table(rows))));
        rows.set(rows.size() - 1, rows.getFirst().with("purpose", "something else"));
        assertTrue(offered(sound.with("personas", new Answer.Table(rows))).isEmpty());
    }

    @Test
    void an_answer_that_does_not_apply_can_be_cleared() {
        assertEquals("Clear the answer", fixed(sound.with("service-principals", new Answer.Table(List.of(Row.of("cluster", "prd-weu"))))));
    }

    @Test
    void workloads_beyond_the_credentials_of_one_identity_are_spread_and_keep_its_rights() {
        var target = Row.of("service", "key-vault", "resource", "/subscriptions/3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11/resourceGroups/rg", "role",
            "Key Vault Secrets User");
        var rows = new ArrayList<>(CheckTest.workloads(45).rows("workloads"));
        rows.set(3, rows.get(3).with("targets", List.of(target)));
        var design = CheckTest.workloads(45).with("workloads", new Answer.Table(rows));
        assertEquals("Spread over 3 identities", fixed(design));
        var spread = offered(design).orElseThrow().in(design).rows("workloads");
        assertEquals(List.of("shared", "shared-2", "shared-2", "shared-3"),
            List.of(19, 20, 39, 40).stream().map(i -> spread.get(i).text("identity")).toList());
        assertEquals(List.of(List.of(target), List.of(target), List.of()), List.of(20, 40, 41).stream().map(i -> spread.get(i).rows("targets")).toList());
        var granted = design.with("grants",
            new Answer.Table(List.of(Row.of("principal", "shared", "plane", "azure", "role", "Reader", "scope", "prd", "access", "standing"))));
        assertTrue(offered(granted).isEmpty(), "rights of a grant would not follow");
    }

    /** The label of the fix, after it was proved to settle the finding and to bring no other one. */
    private static String fixed(Design design) {
        var findings = Check.findings(design);
        var fix = offered(design).orElseThrow();
        var after = Check.findings(fix.in(design));
        assertTrue(after.size() < findings.size(), () -> findings + " -> " + after);
        return fix.label();
    }

    private static Optional<Fix> offered(Design design) {
        return Fix.of(design, Check.findings(design)).values().stream().findFirst();
    }

    private Design cell(String table, int index, String column, Object value) {
        var rows = new ArrayList<>(sound.rows(table));
        rows.set(index, rows.get(index).with(column, value));
        return sound.with(table, new Answer.Table(rows));
    }
}
