package aksiam.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Input;
import aksiam.intake.CellText;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import aksiam.rules.Candidates;
import aksiam.rules.Cells;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody types into any cell of any table is saved, opens again as the same text, and is wrong for the grid where it is for the check. */
final class TypedCellsTest {
    private static final long SEED = Long.getLong("typed.seed", 13);
    private static final int TEXTS = Integer.getInteger("typed.texts", 12);
    private static final String LETTERS = "aZ09 -_./:,;*@=\"'\\{}[]<>$%&#\t\n\u00e9\u4e2d\u202e\ud83d\ude80";
    private static final List<String> KNOWN = List.of("twenty", "maybe", "yes", "-5", "007", "+3", "2147483648", "1e3", "3.5", "0", "null", "true", "*",
        "kube-system",
        "payments/web", "10.0.0.0/8", "500m", "new", "2026-02-30", "\u0661\u0662", "{\"a\": 1}", "x".repeat(5_000));
    private static final Set<Finding.Kind> OF_A_CELL = Set.of(Finding.Kind.MALFORMED_VALUE, Finding.Kind.UNKNOWN_OPTION, Finding.Kind.DANGLING_REFERENCE);

    @Test
    void anyTextInAnyCellIsSavedAndOpenedAndToldOnce() throws UnreadableDesign {
        var random = new Random(SEED);
        int cells = 0;
        for (var consideration : Catalogue.all()) {
            if (consideration.rowType().isPresent()) {
                cells += table(consideration.rowType().get(), consideration.id(), row -> row, Place.answer(consideration.id()).at(0), random);
            }
        }
        assertTrue(cells > 100, cells + " columns");
    }

    /** Tries every column of a type whose rows stand at a place, and those of the tables in its cells. */
    private static int table(RowType<?> type, String consideration, Function<Row, Row> around, Place place, Random random) throws UnreadableDesign {
        int cells = 0;
        for (var field : type.fields()) {
            if (field.kind() == RowType.Kind.ROWS) {
                cells += table(field.rows().orElseThrow(), consideration, row -> around.apply(Row.of(field.name(), List.of(row))),
                    place.key(field.name()).at(0), random);
            } else {
                for (var typed : texts(random).toList()) {
                    cell(type, field, consideration, around, place, typed);
                }
                cells++;
            }
        }
        return cells;
    }

    private static void cell(RowType<?> type, Field field, String consideration, Function<Row, Row> around, Place place, String typed) throws UnreadableDesign {
        var row = Row.EMPTY.with(field.name(), CellText.parse(field, typed, Candidates.NONE));
        var design = Design.EMPTY.with(consideration, new Answer.Table(List.of(around.apply(row))));
        var told = place.key(field.name()) + " with " + typed + ", seed " + SEED;
        var opened = DesignFile.parse(DesignFile.print(design), told);
        assertEquals(design, opened, told);
        if (field.kind() != RowType.Kind.LIST && field.options().stream().noneMatch(typed.strip()::equalsIgnoreCase)
            && !(row.cells().get(field.name()) instanceof Boolean)) {
            assertEquals(typed.strip(), CellText.format(field, row), told);
        }
        var findings = Check.findings(opened).stream().filter(finding -> OF_A_CELL.contains(finding.kind()))
            .filter(finding -> finding.place().path().startsWith(place.key(field.name()).path())).toList();
        assertEquals(findings.size(), findings.stream().map(Finding::place).distinct().count(), told + ": " + findings);
        var faults = Cells.faults(type, row, Candidates.of(opened));
        // What else a scope has to do with the rest of the design, only the check can know.
        if (!field.name().equals("scope") && !field.name().equals("pool")) {
            assertEquals(findings.stream().limit(1).map(Finding::message).toList(), faults.stream().map(Cells.Fault::message).toList(), told);
        }
    }

    @Test
    void wrongNumbersAndFlagsAreFindings() {
        assertEquals(
            List.of("$.answers.teams[0].quotaPods", "$.answers.environments[0].production", "$.answers.clusters[0].pools[0].count").stream().sorted().toList(),
            Check.findings(Design.EMPTY.with("environments", typed("environments", "production", "maybe")).with("teams", typed("teams", "quotaPods", "twenty"))
                .with("clusters", new Answer.Table(List.of(Row.of("pools", List.of(Row.of("count", -5)))))))
                .stream().filter(finding -> finding.kind() == Finding.Kind.MALFORMED_VALUE).map(finding -> finding.place().path()).sorted().toList());
    }

    @Test
    void anyTextOfATextAnswerIsSavedAndOpened() throws UnreadableDesign {
        var random = new Random(SEED);
        for (var consideration : Catalogue.all()) {
            if (consideration.input() instanceof Input.Text) {
                for (var typed : texts(random).toList()) {
                    var design = Design.EMPTY.with(consideration.id(), new Answer.Text(typed));
                    assertEquals(design, DesignFile.parse(DesignFile.print(design), consideration.id()));
                }
            }
        }
    }

    private static Answer typed(String consideration, String column, String typed) {
        var field = Catalogue.get(consideration).rowType().orElseThrow().field(column).orElseThrow();
        return new Answer.Table(List.of(Row.of(column, CellText.parse(field, typed, Candidates.NONE))));
    }

    private static Stream<String> texts(Random random) {
        return Stream.concat(KNOWN.stream(), Stream.generate(() -> text(random)).limit(TEXTS)).filter(text -> !text.isBlank());
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(20))
            .mapToObj(_ -> LETTERS.codePoints().skip(random.nextInt(LETTERS.codePointCount(0, LETTERS.length()))).findFirst()
                .getAsInt())
            .map(Character::toString).collect(Collectors.joining());
    }
}
