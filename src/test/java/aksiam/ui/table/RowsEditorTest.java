package aksiam.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.testkit.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowsEditorTest {
    private final List<List<Row>> changes = new ArrayList<>();
    private Design design = Sample.DESIGN;
    private TableEditor editor;

    @AfterEach
    void close() {
        Fx.closeAll();
    }

    /** The window's part: a change becomes a new design, which is shown. */
    private void open(String consideration) {
        editor = Fx.call(() -> Sample.editor(consideration, design, (id, rows) -> {
            changes.add(rows);
            design = design.with(id, new Answer.Table(rows));
            editor.show(design);
        }));
        Fx.show(Sample.page(editor), 980, 900, Sample.look("light", 100));
    }

    @Test
    void pictures() throws java.io.IOException {
        Sample.pictures("grid-teams", () -> Sample.page(Sample.editor("teams", Sample.DESIGN, (_, _) -> {
        })), 1280, 640);
    }

    @Test
    void typesAnEmptyTableByKeyboard() {
        design = Sample.DESIGN.without("environments");
        open("environments");
        Fx.run(() -> editor.lookup(".add").requestFocus());
        Fx.keys(KeyCode.SPACE);
        Fx.type("production");
        Fx.keys(KeyCode.TAB);
        Fx.keys(KeyCode.SPACE);
        Fx.keys(KeyCode.INSERT);
        Fx.type("test\n");
        assertEquals(List.of(Row.of("name", "production", "production", true), Row.of("name", "test")), design.rows("environments"));
    }

    @Test
    void escRestoresAndLeavingKeeps() {
        open("teams");
        Fx.click("storefront");
        Fx.keys(KeyCode.F2);
        Fx.type("x");
        Fx.keys(KeyCode.ESCAPE);
        assertEquals(0, changes.size());
        Fx.type("shop");
        Fx.click("catalog");
        assertEquals("shop", design.rows("teams").getFirst().text("name"));
        assertEquals(1, changes.size());
    }

    @Test
    void theFirstColumnStaysInSightAndAClickOnItGoesToItsRow() {
        open("teams");
        var grid = (Grid) Fx.find(".grid");
        Fx.run(grid::requestFocus);
        Fx.keys(KeyCode.END);
        var names = Fx.find(".sticky-names");
        assertEquals(Set.of(Fx.call(() -> grid.getVisibleLeafColumn(1).getWidth())),
            Fx.call(() -> names.lookupAll(".label").stream().filter(Node::isVisible).map(name -> ((Region) name).getWidth()).collect(Collectors.toSet())),
            "each covers its cell");
        Fx.click("catalog");
        assertEquals(1, Fx.call(() -> grid.getFocusModel().getFocusedCell().getRow()));
        assertTrue(names.isVisible(), "the columns did not move");
        // Back through the columns, none of them is behind the first one.
        while (Fx.call(() -> grid.getFocusModel().getFocusedCell().getColumn()) > 2) {
            Fx.keys(KeyCode.LEFT);
            var cells = Fx.call(() -> grid.covers().cells().orElseThrow());
            int column = Fx.call(() -> grid.getFocusModel().getFocusedCell().getColumn());
            assertTrue(Fx.call(() -> cells.right(column - 1) >= grid.covers().covered() - 1), "column " + column);
        }
    }

    @Test
    void theHandleOfACellFillsTheRowsThatItIsDraggedOver() {
        open("teams");
        var rows = design.rows("teams");
        Fx.click(rows.getFirst().text("quotaCpu"));
        Fx.drag(Fx.find("#fill-handle"), 0, 2 * ((Grid) Fx.find(".grid")).getFixedCellSize());
        var cpu = rows.getFirst().text("quotaCpu");
        assertEquals(List.of(cpu, cpu, cpu, rows.get(3).text("quotaCpu")), design.rows("teams").stream().limit(4).map(row -> row.text("quotaCpu")).toList());
        assertEquals(1, changes.size());
    }

    @Test
    void suggestsAndKeepsUnknownValues() {
        open("clusters");
        Fx.click("prd-weu");
        Fx.keys(KeyCode.TAB);
        Fx.type("te");
        Fx.screen("grid-suggestions", 980, 900);
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.ENTER);
        assertEquals("test", design.rows("clusters").getFirst().text("environment"));
        Fx.type("nowhere\n");
        assertEquals("nowhere", design.rows("clusters").get(1).text("environment"));
        assertTrue(Fx.call(() -> ((javafx.scene.text.Text) editor.lookup(".strong")).getText()).contains("prd-neu, Environment"));
    }

    private static void copy(String text) {
        Fx.run(() -> {
            var content = new javafx.scene.input.ClipboardContent();
            content.putString(text);
            javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @Test
    void pastesRowsAsOneChangeThatCanBeTakenBack() {
        open("teams");
        var before = design;
        copy("Team\tCPU\tClusters\tWhatever\norders\t16\tprd-weu prd-neu\tx\nreports\t4\tprd-eus\t\n");
        Fx.click("storefront");
        Fx.keys(KeyCode.CONTROL, KeyCode.V);
        Fx.picture("grid-paste", editor.getScene());
        assertEquals(0, changes.size());
        assertTrue(Fx.exists("1 new, 1 changed, 0 unchanged, 1 wrong cell"));
        Fx.click("Add 1 team, change 1");
        assertEquals(1, changes.size());
        assertEquals("16", design.rows("teams").get(3).text("quotaCpu"));
        assertEquals(13, design.rows("teams").size());
        Fx.run(() -> editor.show(before));
        assertEquals(12, Fx.call(() -> ((Grid) editor.lookup(".grid")).getItems().size()));
    }

    @Test
    void aColumnThatIsNotUnderstoodIsMappedInThePreview() {
        open("teams");
        copy("Team\tWhatever\norders\t4712\nreports\t4713\n");
        Fx.click("storefront");
        Fx.keys(KeyCode.CONTROL, KeyCode.V);
        Fx.run(() -> {
            combo("paste-map-column").setValue("Whatever");
            combo("paste-map-means").setValue("Cost code");
            combo("paste-map-means").getOnAction().handle(new javafx.event.ActionEvent());
        });
        Fx.picture("grid-paste-mapped", editor.getScene());
        Fx.click("Add 1 team, change 1");
        assertEquals("4712", design.rows("teams").get(3).text("costCode"));
        assertEquals("4713", design.rows("teams").getLast().text("costCode"));
    }

    @SuppressWarnings("unchecked")
    private javafx.scene.control.ComboBox<String> combo(String style) {
        return (javafx.scene.control.ComboBox<String>) editor.lookup("." + style);
    }

    @Test
    void pastesABlockFromTheCurrentCellOn() {
        open("teams");
        Fx.click("orders");
        Fx.run(() -> grid().go(grid().getItems().get(3), Catalogue.get("teams").rowType().orElseThrow().field("quotaCpu").orElseThrow()));
        copy("1\t2Gi\n3\t4Gi\n");
        Fx.keys(KeyCode.CONTROL, KeyCode.V);
        Fx.picture("grid-paste-place", editor.getScene());
        assertEquals(0, changes.size(), "what would change is shown first");
        assertTrue(Fx.exists("12 → 1"));
        Fx.keys(KeyCode.SPACE);
        assertEquals(List.of("1", "3"), design.rows("teams").subList(3, 5).stream().map(row -> row.text("quotaCpu")).toList());
        assertEquals(List.of("2Gi", "4Gi"), design.rows("teams").subList(3, 5).stream().map(row -> row.text("quotaMemory")).toList());
        assertEquals(1, changes.size());
    }

    @Test
    void refusesSecrets() {
        open("principals");
        Fx.click("aks-catalog-dev");
        copy("-----BEGIN PRIVATE KEY-----abcdef");
        Fx.keys(KeyCode.CONTROL, KeyCode.V);
        assertEquals(0, changes.size());
        assertTrue(Fx.call(() -> ((javafx.scene.text.Text) editor.lookup(".strong")).getText()).contains("Not taken over"));
    }

    @Test
    void marksFillDownDuplicateAndDelete() {
        open("teams");
        Fx.click("storefront");
        Fx.keys(KeyCode.TAB);
        Fx.keys(KeyCode.SHIFT, KeyCode.DOWN);
        Fx.keys(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(List.of("aks-storefront-dev"), design.rows("teams").get(1).list("principals"));
        Fx.click("search");
        Fx.keys(KeyCode.SHIFT, KeyCode.SPACE);
        Fx.click("Duplicate");
        assertEquals("search-2", design.rows("teams").get(3).text("name"));
        Fx.click("Delete");
        assertEquals(List.of("storefront", "catalog", "search-2", "orders"), design.rows("teams").stream().limit(4).map(row -> row.text("name")).toList());
    }

    @Test
    void staysSmoothWithManyRowsAndKeepsItsPlace() {
        var rows = java.util.stream.IntStream.range(0, 1000)
            .mapToObj(i -> Row.of("name", "team-" + i, "clusters", List.of("prd-weu"), "namespaces", List.of("n" + i), "quotaCpu", "4")).toList();
        design = Sample.DESIGN.with("teams", new Answer.Table(rows));
        open("teams");
        Fx.run(() -> {
            grid().requestFocus();
            grid().go(grid().getItems().get(700), Catalogue.get("teams").rowType().orElseThrow().field("namespaces").orElseThrow());
        });
        assertTrue(Fx.call(() -> editor.lookupAll(".table-row-cell").size()) < 100);
        var changed = new ArrayList<>(rows);
        changed.set(3, changed.get(3).with("quotaCpu", "9"));
        Fx.run(() -> editor.show(design.with("teams", new Answer.Table(changed))));
        assertEquals(700, Fx.call(() -> grid().getFocusModel().getFocusedIndex()));
        assertTrue(Fx.exists("team-700"));
        changed.remove(0);
        Fx.run(() -> editor.show(design.with("teams", new Answer.Table(changed))));
        assertTrue(Fx.exists("team-700"));
        Fx.type("shop\n");
        assertEquals(List.of("shop"), design.rows("teams").get(Fx.call(() -> grid().getFocusModel().getFocusedIndex()) - 1).list("namespaces"));
    }

    private Grid grid() {
        return (Grid) editor.lookup(".grid");
    }

    @Test
    void editsNestedRows() {
        open("clusters");
        Fx.click("prd-weu");
        Fx.run(() -> ((Grid) editor.lookup(".grid")).go(((Grid) editor.lookup(".grid")).getItems().getFirst(),
            Catalogue.get("clusters").rowType().orElseThrow().field("pools").orElseThrow()));
        Fx.keys(KeyCode.ENTER);
        Fx.drain();
        Fx.picture("grid-detail", editor.getScene());
        Fx.keys(KeyCode.TAB);
        Fx.type("User\n");
        assertEquals("User", design.rows("clusters").getFirst().rows("pools").getFirst().text("mode"));
        Fx.keys(KeyCode.INSERT);
        Fx.type("batch\n");
        assertEquals(3, design.rows("clusters").getFirst().rows("pools").size());
    }

    private void at(int row, String column) {
        Fx.run(() -> {
            grid().requestFocus();
            grid().go(grid().getItems().get(row), Catalogue.get("teams").rowType().orElseThrow().field(column).orElseThrow());
        });
    }

    private static String copied() {
        return Fx.call(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString());
    }

    private List<String> shown() {
        return Fx.call(() -> grid().getItems().stream().map(line -> line.row().text("name")).toList());
    }

    @Test
    void selectsBlocksByKeyboardAndCutsThem() {
        open("teams");
        at(3, "quotaCpu");
        Fx.keys(KeyCode.SHIFT, KeyCode.DOWN);
        Fx.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        Fx.keys(KeyCode.CONTROL, KeyCode.X);
        assertEquals("12\t48Gi\n8\t32Gi", copied());
        assertEquals(List.of("", ""), design.rows("teams").subList(3, 5).stream().map(row -> row.text("quotaMemory")).toList());
        assertEquals(1, changes.size(), "a block is one change");
        Fx.keys(KeyCode.SHIFT, KeyCode.UP);
        Fx.keys(KeyCode.SHIFT, KeyCode.LEFT);
        Fx.type("5");
        Fx.keys(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("5", design.rows("teams").get(3).text("quotaCpu"));
        Fx.keys(KeyCode.CONTROL, KeyCode.END);
        assertEquals(11, Fx.call(() -> grid().getFocusModel().getFocusedIndex()));
        Fx.keys(KeyCode.CONTROL, KeyCode.HOME);
        Fx.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DOWN);
        Fx.keys(KeyCode.CONTROL, KeyCode.C);
        assertEquals(12, copied().lines().count());
    }

    @Test
    void sortsAndFiltersForTheEyeOnly() {
        open("teams");
        at(0, "quotaCpu");
        Fx.run(() -> grid().sort(grid().field(), true));
        assertEquals(List.of("insights", "storefront", "search"), shown().subList(0, 3));
        assertTrue(Fx.exists("Sorted by CPU, descending, for the eye only"));
        Fx.type("99\n");
        assertEquals("99", design.rows("teams").getFirst().text("quotaCpu"), "an edit goes to the row that is shown there");
        assertEquals(List.of("insights", "storefront", "search"), shown().subList(0, 3), "and no row moves");
        Fx.keys(KeyCode.CONTROL, KeyCode.F);
        Fx.type("prd-neu");
        assertEquals(List.of("insights", "storefront", "search", "catalog", "fulfilment", "returns"), shown().stream().sorted(java.util.Comparator
            .comparing(name -> List.of("insights", "storefront", "search", "catalog", "fulfilment", "returns").indexOf(name))).toList());
        Fx.picture("grid-filtered", editor.getScene());
        Fx.keys(KeyCode.ESCAPE);
        assertEquals(design.rows("teams").stream().map(row -> row.text("name")).toList(), shown());
        assertEquals(1, changes.size(), "neither is a change of the design");
    }

    @Test
    void movesRowsAndDeletesTheLastOne() {
        open("teams");
        at(1, "name");
        Fx.keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        assertEquals(List.of("catalog", "storefront"), design.rows("teams").stream().limit(2).map(row -> row.text("name")).toList());
        assertEquals(0, Fx.call(() -> grid().getFocusModel().getFocusedIndex()), "the current cell moves along");
        Fx.keys(KeyCode.CONTROL, KeyCode.A);
        Fx.keys(KeyCode.CONTROL, KeyCode.DELETE);
        assertEquals(0, design.rows("teams").size());
        assertTrue(Fx.exists("No teams yet"));
        Fx.picture("grid-empty", editor.getScene());
    }

    @Test
    void changesTheTrafficOfTheCurrentTeam() {
        design = design.with("boundary", new Answer.Choices(List.of("namespace", "network-policy"))).with("default-traffic", new Answer.Choice("deny-both"));
        open("teams");
        at(3, "name");
        assertTrue(Fx.exists("Traffic of orders"));
        Fx.run(() -> editor.lookup(".team-traffic .matrix").requestFocus());
        Fx.keys(KeyCode.RIGHT);
        Fx.keys(KeyCode.SPACE);
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.SPACE);
        Fx.picture("grid-traffic", editor.getScene());
        assertEquals(List.of(Row.of("fromTeam", "orders", "toTeam", "catalog"), Row.of("fromTeam", "catalog", "toTeam", "orders")), design.rows("flows"));
    }

    /** For a look at the figures; machines differ too much to hold them to one. */
    @Test
    void printsHowLongAThousandTeamsTake() {
        var rows = java.util.stream.IntStream.range(0, 1000)
            .mapToObj(i -> Row.of("name", "team-" + i, "clusters", List.of("prd-weu"), "namespaces", List.of("n" + i), "quotaCpu", "4")).toList();
        design = Sample.DESIGN.with("teams", new Answer.Table(rows));
        long before = System.nanoTime();
        open("teams");
        var opened = System.nanoTime() - before;
        at(500, "quotaCpu");
        var typed = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            Fx.type((i + 1) + "\n");
            typed.add(System.nanoTime() - start);
        }
        var moved = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            Fx.keys(KeyCode.DOWN);
            moved.add(System.nanoTime() - start);
        }
        assertEquals("20", design.rows("teams").get(519).text("quotaCpu"));
        System.out.printf("1,000 teams: opened in %d ms, a cell typed in %d ms, a row moved on in %d ms (median, two frames of waiting each)%n",
            opened / 1_000_000,
            median(typed), median(moved));
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1_000_000;
    }
}
