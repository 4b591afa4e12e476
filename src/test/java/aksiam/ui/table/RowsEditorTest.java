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
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
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
        editor = Fx.call(() -> Editors.forConsideration(Catalogue.get(consideration), design, rows -> {
            changes.add(rows);
            design = design.with(consideration, new Answer.Table(rows));
            editor.show(design);
        }));
        Fx.show(new StackPane(editor), 980, 900, Sample.look("light", 100));
    }

    @Test
    void pictures() {
        Sample.pictures("grid-teams", () -> new StackPane(Editors.forConsideration(Catalogue.get("teams"), Sample.DESIGN, _ -> {
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

    @Test
    void editsNestedRows() {
        open("clusters");
        Fx.click("prd-weu");
        Fx.run(() -> ((Grid) editor.lookup(".grid")).go(((Grid) editor.lookup(".grid")).getItems().getFirst(), Catalogue.get("clusters").rowType().orElseThrow().field("pools").orElseThrow()));
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
}
