package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.rules.Finding.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixTest {
    private static Design design(String consideration, Row... rows) {
        return Design.EMPTY.with("environments", table(Row.of("name", "production"), Row.of("name", "test"))).with(consideration, table(rows));
    }

    private static Answer table(Row... rows) {
        return new Answer.Table(List.of(rows));
    }

    private static Optional<Fix> fix(Design design, Kind kind) {
        return findings(design).stream().filter(finding -> finding.kind() == kind).findFirst().flatMap(finding -> Fix.of(finding, design));
    }

    private static List<Finding> findings(Design design) {
        return Check.findings(design, aksiam.catalogue.Catalogue.plan(design));
    }

    private static void settles(Design design, Kind kind, String label, Row... rows) {
        var fix = fix(design, kind).orElseThrow();
        assertEquals(label, fix.label());
        assertEquals(table(rows), fix.answer());
        assertTrue(findings(design.with(fix.consideration(), fix.answer())).stream().noneMatch(finding -> finding.kind() == kind));
    }

    @Test
    void a_name_that_is_almost_right_is_written_right() {
        settles(design("clusters", Row.of("name", "prd", "environment", "prodution")), Kind.DANGLING_REFERENCE, "Write production",
            Row.of("name", "prd", "environment", "production"));
        settles(design("personas", Row.of("name", "sre", "scope", "cluster", "environments", List.of("test", "Production"))), Kind.DANGLING_REFERENCE,
            "Write production", Row.of("name", "sre", "scope", "cluster", "environments", List.of("test", "production")));
    }

    @Test
    void a_form_and_an_option_likewise() {
        settles(design("teams", Row.of("name", "Store Front")), Kind.MALFORMED_VALUE, "Write store-front", Row.of("name", "store-front"));
        settles(design("personas", Row.of("name", "sre", "scope", "clusters")), Kind.UNKNOWN_OPTION, "Write cluster",
            Row.of("name", "sre", "scope", "cluster"));
    }

    @Test
    void what_can_be_meant_in_two_ways_is_left_to_people() {
        assertTrue(fix(design("clusters", Row.of("name", "prd", "environment", "staging")), Kind.DANGLING_REFERENCE).isEmpty());
        var twins = Design.EMPTY.with("environments", table(Row.of("name", "production-1"), Row.of("name", "production-2")))
            .with("clusters", table(Row.of("name", "prd", "environment", "production-3")));
        assertTrue(fix(twins, Kind.DANGLING_REFERENCE).isEmpty());
    }

    @Test
    void a_row_goes_only_when_it_says_nothing() {
        settles(design("teams", Row.of("name", "a"), Row.of("name", "")), Kind.NAMELESS_ROW, "Remove the row", Row.of("name", "a"));
        assertTrue(fix(design("teams", Row.of("name", "", "costCode", "4711")), Kind.NAMELESS_ROW).isEmpty());
    }
}
