package aksiam.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.testkit.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MatrixEditorTest {
    private final List<List<Row>> changes = new ArrayList<>();
    private Design design = Sample.DESIGN.with("boundary", new Answer.Choices(List.of("namespace", "network-policy")))
        .with("default-traffic", new Answer.Choice("deny-both")).with("authorization", new Answer.Choice("azure-rbac"))
        .with("visibility",
            new Answer.Table(List.of(reads("orders", "catalog", "prd-neu"), reads("orders", "pricing", "prd-weu"), reads("catalog", "search", "prd-weu"),
                reads("storefront", "catalog", "prd-weu"))))
        .with("flows", new Answer.Table(List.of(sends("orders", "payments").with("port", 8443).with("protocol", "TCP"), sends("orders", "pricing"),
            sends("storefront", "orders"), sends("fulfilment", "returns"), Row.of("fromTeam", "payments", "toDnsName", "api.example.com", "port", 443))));
    private TableEditor editor;

    private static Row reads(String reader, String owner, String cluster) {
        return Row.of("reader", reader, "owner", owner, "cluster", cluster);
    }

    private static Row sends(String from, String to) {
        return Row.of("fromTeam", from, "toTeam", to);
    }

    @AfterEach
    void close() {
        Fx.closeAll();
    }

    private TableEditor make(String consideration) {
        return Sample.editor(consideration, design, (id, rows) -> {
            changes.add(rows);
            design = design.with(id, new Answer.Table(rows));
            editor.show(design);
        });
    }

    private void open(String consideration) {
        editor = Fx.call(() -> make(consideration));
        Fx.show(Sample.page(editor), 980, 900, Sample.look("light", 100));
        Fx.run(() -> editor.lookup(".matrix").requestFocus());
    }

    private String words() {
        return Fx.call(() -> ((Text) editor.lookup(".sentence .strong")).getText());
    }

    private void press(KeyCode code, int times) {
        IntStream.range(0, times).forEach(_ -> Fx.keys(code));
    }

    @Test
    void pictures() throws java.io.IOException {
        Sample.pictures("matrix-visibility", () -> Sample.page(make("visibility")), 1280, 640);
        Sample.pictures("matrix-traffic", () -> Sample.page(make("flows")), 1280, 640);
    }

    @Test
    void changesVisibilityByKeyboard() {
        open("visibility");
        press(KeyCode.DOWN, 3);
        press(KeyCode.RIGHT, 2);
        assertEquals("Developers of orders may not read namespace search on prd-weu.", words());
        Fx.keys(KeyCode.SPACE);
        assertEquals("Developers of orders may read namespace search on prd-weu.", words());
        assertEquals(reads("orders", "search", "prd-weu"), design.rows("visibility").getLast());
        Fx.keys(KeyCode.SPACE);
        assertEquals(4, design.rows("visibility").size());
        Fx.picture("matrix-focus", editor.getScene());
    }

    @Test
    void extendsTheChoiceAndSkipsWhatIsFixed() {
        open("visibility");
        press(KeyCode.DOWN, 1);
        Fx.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        Fx.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        Fx.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        Fx.keys(KeyCode.SPACE);
        assertEquals(1, changes.size(), "several cells are one change");
        Fx.keys(KeyCode.DELETE);
        assertTrue(design.rows("visibility").stream().noneMatch(row -> row.text("reader").equals("catalog")));
    }

    @Test
    void fillsAndClearsARow() {
        open("visibility");
        Fx.click("Fill row");
        int filled = (int) design.rows("visibility").stream().filter(row -> row.text("reader").equals("storefront")).count();
        assertEquals(14, filled);
        Fx.click("Clear row");
        assertEquals(3, design.rows("visibility").size());
    }

    @Test
    void saysWhyACellIsNotApplicable() {
        open("visibility");
        press(KeyCode.DOWN, 5);
        assertEquals("Not applicable: pricing and storefront on prd-weu.", words());
        Fx.keys(KeyCode.SPACE);
        assertEquals(0, changes.size());
    }

    @Test
    void trafficBetweenTeamsKeepsTheOtherFlows() {
        open("flows");
        press(KeyCode.DOWN, 3);
        press(KeyCode.RIGHT, 4);
        assertEquals("orders may send to payments (port 8443 TCP): from orders and orders-batch to payments, on prd-weu.", words());
        Fx.keys(KeyCode.SPACE);
        assertEquals(4, design.rows("flows").size());
        Fx.keys(KeyCode.SPACE);
        assertEquals(sends("orders", "payments"), design.rows("flows").getLast());
        assertEquals("api.example.com", design.rows("flows").get(3).text("toDnsName"));
        Fx.click("All flows, 5");
        assertTrue(Fx.exists("Add flow"));
    }

    @Test
    void aTeamNeedsAFlowToItselfWhereNothingPassesWithinANamespace() {
        open("flows");
        assertEquals("storefront may send to itself.", words());
        design = design.with("default-traffic", new Answer.Choice("deny-all"));
        open("flows");
        assertEquals("storefront may not send to storefront.", words());
        Fx.keys(KeyCode.SPACE);
        assertEquals(sends("storefront", "storefront"), design.rows("flows").getLast());
    }

    @Test
    void whatChangesWithTheLayoutHasItsLookInTheSameFrame() {
        open("flows");
        design = design.with("flows", new Answer.Table(List.of(sends("storefront", "catalog"), sends("catalog", "orders"))));
        var fills = Fx.call(() -> {
            editor.show(design);
            ((MatrixView) editor.lookup(".matrix")).layout();
            return editor.lookupAll(".matrix-cell .line").stream().map(line -> ((SVGPath) line).getFill()).collect(Collectors.toSet());
        });
        assertEquals(Set.of(Color.TRANSPARENT), fills, "a tick is a line");
    }

    @Test
    void aThousandTeamsHaveFewNodes() {
        var teams = IntStream.range(0, 1000).mapToObj(i -> Row.of("name", "team-" + i, "clusters", List.of("prd-weu"), "namespaces", List.of("n" + i)))
            .toList();
        design = design.with("teams", new Answer.Table(teams));
        open("flows");
        Fx.keys(KeyCode.CONTROL, KeyCode.END);
        assertEquals("team-999 may send to itself.", words());
        assertTrue(Fx.call(() -> editor.lookupAll(".matrix-cell").size()) < 2000);
    }
}
