package aksiam.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.model.rows.Tables;
import aksiam.rules.Candidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a grid shows of rows, without a grid. */
class ArrangementTest {
    private static final Field NAME = Tables.TEAMS.field("name").orElseThrow();
    private static final Field CPU = Tables.TEAMS.field("quotaCpu").orElseThrow();
    private static final Field MEMORY = Tables.TEAMS.field("quotaMemory").orElseThrow();

    private final List<List<Row>> changes = new ArrayList<>();
    private final Lines lines = new Lines(Tables.TEAMS, changes::add);
    private final Arrangement arrangement = new Arrangement(lines);

    private void show(Row... rows) {
        lines.show(List.of(rows), Candidates.NONE);
    }

    private static Row team(String name, String cpu, String memory) {
        return Row.EMPTY.with("name", name).with("quotaCpu", cpu).with("quotaMemory", memory);
    }

    private List<String> names() {
        return arrangement.shown().stream().map(line -> line.row().text("name")).toList();
    }

    private List<String> design() {
        return lines.rows().stream().map(row -> row.text("name")).toList();
    }

    @Test
    void sortsByValueAndLeavesTheDesignAlone() {
        show(team("pool10", "10", "1Gi"), team("Pool2", "9", "900Mi"), team("empty", "", ""), team("pool1", "500m", "2Gi"));
        arrangement.sort(Optional.of(new Arrangement.Order(CPU, false)));
        assertEquals(List.of("pool1", "Pool2", "pool10", "empty"), names());
        arrangement.sort(Optional.of(new Arrangement.Order(MEMORY, true)));
        assertEquals(List.of("pool1", "pool10", "Pool2", "empty"), names(), "empty cells come last either way");
        arrangement.sort(Optional.of(new Arrangement.Order(NAME, false)));
        assertEquals(List.of("empty", "pool1", "Pool2", "pool10"), names(), "numbers in names count as numbers");
        assertEquals(List.of("pool10", "Pool2", "empty", "pool1"), design());
        assertEquals(List.of(), changes);
        arrangement.sort(Optional.empty());
        assertEquals(design(), names());
    }

    @Test
    void whatChangesStaysWhereItIsUntilOneSortsAgain() {
        show(team("a", "1", ""), team("b", "2", ""), team("c", "3", ""));
        arrangement.sort(Optional.of(new Arrangement.Order(CPU, true)));
        lines.set(arrangement.shown().getLast(), CPU, "9");
        assertEquals(List.of("c", "b", "a"), names());
        lines.add(team("new", "2", ""), Optional.of(arrangement.shown().getFirst()));
        assertEquals(List.of("c", "new", "b", "a"), names(), "a new row stands behind the one it follows");
        assertEquals(List.of("a", "b", "c", "new"), design());
        lines.delete(List.of(arrangement.shown().get(2)));
        assertEquals(List.of("c", "new", "a"), names());
    }

    @Test
    void filtersByAllWordsInAnyColumn() {
        show(team("orders", "4", "8Gi"), team("orders-batch", "2", "8Gi"), team("search", "4", "16Gi"));
        arrangement.filter("ORDERS 8gi");
        assertEquals(List.of("orders", "orders-batch"), names());
        assertTrue(arrangement.isFiltered());
        assertFalse(arrangement.isPlain());
        arrangement.filter(" ");
        assertEquals(3, names().size());
        assertTrue(arrangement.isPlain());
    }

    @Test
    void movesRowsPastEachOtherAsOneChange() {
        show(team("a", "", ""), team("b", "", ""), team("c", "", ""), team("d", "", ""));
        assertTrue(lines.move(List.of(lines.all().get(1), lines.all().get(2)), -1));
        assertEquals(List.of("b", "c", "a", "d"), design());
        assertFalse(lines.move(List.of(lines.all().getFirst()), -1), "there is no room above the first");
        assertTrue(lines.move(List.of(lines.all().getFirst()), 1));
        assertEquals(List.of("c", "b", "a", "d"), design());
        assertEquals(2, changes.size());
    }

    @Test
    void fillsClearsAndCopiesBlocks() {
        var rows = List.of(team("a", "1", "1Gi"), team("b", "2", "2Gi"), team("c", "3", "3\tGi"));
        var block = new Block(rows, Tables.TEAMS.fields(),
            Stream.of(0, 1, 2).flatMap(row -> Stream.of(new Block.At(row, CPU), new Block.At(row, MEMORY))).toList());
        assertEquals(List.of("1", "1"), Stream.of(1, 2).map(row -> block.fillDown().get(row).text("quotaCpu")).toList());
        assertEquals(List.of("1Gi", "1Gi"), Stream.of(1, 2).map(row -> block.fillDown().get(row).text("quotaMemory")).toList());
        assertEquals("1\t1Gi\n2\t2Gi\n3\t\"3\tGi\"", block.text(false));
        assertEquals("CPU\tMemory", block.text(true).lines().findFirst().orElseThrow());
        assertEquals(List.of("", ""), Stream.of("quotaCpu", "quotaMemory").map(block.clear().get(1)::text).toList());
        var one = new Block(rows, Tables.TEAMS.fields(), List.of(new Block.At(2, CPU)));
        assertEquals("2", one.fillDown().get(2).text("quotaCpu"), "a single row takes the one above");
    }

    @Test
    void showsTheEntriesThatFit() {
        var entries = List.of("prd-weu", "prd-neu", "tst-weu");
        assertEquals("prd-weu, prd-neu, tst-weu", Shown.fitting(entries, 25, String::length));
        assertEquals("prd-weu, prd-neu +1", Shown.fitting(entries, 24, String::length));
        assertEquals("prd-weu +2", Shown.fitting(entries, 5, String::length));
    }
}
