package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.workshop.Lines;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeRowsTest {
    @Test
    void a_line_that_fits_is_one_row() {
        assertEquals(List.of("name: 'orders'", "", "}"), texts("name: 'orders'\n\n}\n", 40));
    }

    @Test
    void a_long_line_goes_on_after_a_space_and_hangs_deeper_than_it_begins() {
        var rows = rows("  resource ordersDeploy 'Microsoft.Authorization/roleAssignments@2022-04-01' = {\n", 60);
        assertEquals(List.of("  resource ordersDeploy ", "'Microsoft.Authorization/roleAssignments@2022-04-01' ", "= {"),
            rows.stream().map(CodeRows.CodeRow::text).toList());
        assertEquals(List.of(0, 6, 6), rows.stream().map(CodeRows.CodeRow::indent).toList());
        assertEquals(List.of(true, false, false), rows.stream().map(CodeRows.CodeRow::first).toList());
        assertEquals(List.of(0, 0, 0), rows.stream().map(CodeRows.CodeRow::line).toList());
    }

    @Test
    void what_has_no_space_is_cut_where_the_row_ends_and_never_inside_of_a_character() {
        assertEquals("x".repeat(30) + "|" + "x".repeat(26) + "|" + "x".repeat(4), String.join("|", texts("x".repeat(60) + "\n", 30)));
        var emoji = "\ud83d\ude80".repeat(40);
        var parts = texts(emoji + "\n", 21);
        assertEquals(emoji, String.join("", parts));
        parts.forEach(part -> assertTrue(part.codePoints().allMatch(point -> point == 0x1F680), part));
    }

    @Test
    void nothing_is_lost_at_any_width() {
        var text = "    description: 'developer-rights-production: Developers of shop may read namespace shop, and nothing else at all'";
        for (int columns = 1; columns < 130; columns++) {
            assertEquals(text, rows(text + "\n", columns).stream().map(CodeRows.CodeRow::text).collect(Collectors.joining()), columns + " columns");
        }
    }

    private static List<String> texts(String text, int columns) {
        return rows(text, columns).stream().map(CodeRows.CodeRow::text).toList();
    }

    private static List<CodeRows.CodeRow> rows(String text, int columns) {
        return CodeRows.of(Lines.compare(text, text), columns);
    }
}
