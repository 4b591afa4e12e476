package aksiam.testkit;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.intake.CellText;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import java.util.List;
import java.util.NoSuchElementException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.TableColumnHeader;

/** Everything by mouse but the typing of text. */
public final class MouseHands implements Hands {
    /** Tables with more columns are wider than the window: their rows are filled in below the table. */
    private static final int WIDE = 7;

    @Override
    public void open(Consideration consideration) {
        var step = Catalogue.stepOf(consideration.id());
        click(Fx.find("#step-" + step.number()));
        named(".other-row", consideration.title()).ifPresent(this::click);
    }

    @Override
    public void choose(String option) {
        click(Fx.find("#option-" + option));
    }

    @Override
    public void type(String text) {
        click(Fx.find("#answer"));
        Fx.type(text);
    }

    @Override
    public void rows(RowType<?> type, List<Row> rows) {
        if (Fx.exists("All flows, 0")) {
            click(Fx.find("All flows, 0"));
        }
        var pane = (Parent) Fx.find(".rows-pane.outer");
        if (type.fields().size() > WIDE) {
            rows.forEach(row -> form(pane, type, row));
        } else {
            fill(pane, type, rows);
        }
    }

    /** A click on a cell, what stands in it, and on to the next. Nested rows are filled in below the table. */
    private void fill(Parent pane, RowType<?> type, List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            click(add(pane));
            for (var field : type.fields()) {
                if (rows.get(i).cells().containsKey(field.name()) && field.kind() != Kind.ROWS) {
                    cell(pane, i, field, rows.get(i));
                }
            }
            for (var field : type.fields()) {
                if (field.kind() == Kind.ROWS && rows.get(i).cells().containsKey(field.name())) {
                    Fx.clickSeen(cell(pane, i, field), 2);
                    fill((Parent) Fx.find("#nested-" + field.name()), field.rows().orElseThrow(), rows.get(i).rows(field.name()));
                }
            }
        }
    }

    /** The button in the empty table, else the one among the tools beside its title. */
    private static Node add(Parent pane) {
        return Fx.call(() -> pane.lookupAll(".add").stream().filter(Fx::isShown).findFirst()).orElseGet(
            () -> in((Parent) Fx.find("#tools-" + pane.getId().replaceFirst("^(rows|nested)-", "")), ".add"));
    }

    private void cell(Parent pane, int row, Field field, Row values) {
        var cell = cell(pane, row, field);
        if (field.kind() == Kind.FLAG) {
            click(in((Parent) cell, ".check-box"));
        } else if (field.kind() == Kind.TEXT && !field.options().isEmpty()) {
            Fx.clickSeen(cell, 2);
            click(suggestion(values.text(field.name())));
        } else {
            click(cell);
            Fx.type(CellText.format(field, values));
        }
    }

    private void form(Parent pane, RowType<?> type, Row row) {
        click(add(pane));
        var details = (ToggleButton) Fx.find("Details");
        if (!details.isSelected()) {
            click(details);
        }
        for (var field : type.fields()) {
            if (!row.cells().containsKey(field.name())) {
                continue;
            }
            if (field.kind() == Kind.ROWS) {
                fill((Parent) Fx.find("#nested-" + field.name()), field.rows().orElseThrow(), row.rows(field.name()));
            } else {
                click(in((Parent) Fx.find("#entry-" + field.name()), ".value-field"));
                Fx.type(CellText.format(field, row));
            }
        }
    }

    @Override
    public void because(String reason) {
        click(Fx.find("#because"));
        Fx.type(reason);
    }

    @Override
    public void accept() {
        click(Fx.find("#accepted"));
    }

    @Override
    public void openPoint(String text) {
        click(Fx.find("#open-point"));
        click(Fx.find("#open-text"));
        Fx.type(text);
    }

    @Override
    public void save() {
        menu("File", "Save");
    }

    /** Chooses an item of a menu; in a narrow window the menus stand below one button. */
    public void menu(String menu, String item) {
        if (Fx.exists("#menu")) {
            click(Fx.find("#menu"));
        }
        click(Fx.find(menu));
        click(Fx.find(item));
    }

    public void click(Node node) {
        Fx.clickSeen(node, 1);
    }

    private static Node suggestion(String text) {
        return Fx
            .call(() -> javafx.stage.Window.getWindows().stream().flatMap(window -> window.getScene().getRoot().lookupAll(".suggestions .list-cell").stream())
                .filter(node -> node instanceof ListCell<?> cell && text.equals(cell.getItem())).findFirst().orElseThrow());
    }

    private static Node cell(Parent pane, int row, Field field) {
        var table = Fx.call(() -> pane.lookup(".grid"));
        Fx.seeColumn(table, Fx.call(() -> table.lookupAll(".column-header").stream()
            .filter(node -> node instanceof TableColumnHeader head && head.getTableColumn() != null && field.equals(head.getTableColumn().getUserData()))
            .findFirst().orElseThrow()));
        return Fx.call(() -> pane.lookupAll(".grid-cell").stream().filter(
            node -> node instanceof TableCell<?, ?> cell && Fx.isShown(cell) && cell.getIndex() == row && !cell.isEmpty()
                && field.equals(cell.getTableColumn().getUserData()))
            .findFirst().orElseThrow(() -> new NoSuchElementException(field.label() + " of row " + row)));
    }

    private static Node in(Parent parent, String selector) {
        return Fx.call(() -> java.util.Optional.ofNullable(parent.lookup(selector)).orElseThrow(() -> new NoSuchElementException(selector)));
    }

    /** The one whose name for assistive technology begins with the title. */
    private static java.util.Optional<Node> named(String selector, String title) {
        var page = Fx.find("#page");
        return Fx
            .call(() -> page.lookupAll(selector).stream().filter(node -> Fx.isShown(node) && node.getAccessibleText().startsWith(title + ", ")).findFirst());
    }
}
