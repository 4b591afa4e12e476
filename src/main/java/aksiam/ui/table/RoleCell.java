package aksiam.ui.table;

import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Content;
import aksiam.ui.table.Lines.Line;
import aksiam.ui.table.RoleReach.Standing;
import aksiam.workshop.Overview.Mark;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Name of a role, whom it is meant for, and a mark when sensitive operations stay open. */
final class RoleCell extends ListCell<Line> {
    private final Label name = Nodes.prose("", "strong");
    private final Label purpose = Nodes.prose("", "muted");
    private final Node warning = Marks.of(Mark.WARNING);
    private final HBox box;
    private final ChangeListener<Content> changed = (_, _, _) -> render();

    RoleCell() {
        getStyleClass().add("role-cell");
        var text = new VBox(name, purpose);
        text.setMinWidth(0);
        box = Nodes.row("role-row", Nodes.grow(text), warning);
        box.setPrefWidth(0);
        itemProperty().subscribe((before, now) -> {
            if (before != null) {
                before.content().removeListener(changed);
            }
            if (now != null) {
                now.content().addListener(changed);
            }
        });
    }

    /** As high as its words at the width of the list; by itself a cell asks as if they never broke. */
    @Override
    protected double computePrefHeight(double width) {
        double sides = snappedLeftInset() + snappedRightInset();
        return snappedTopInset() + snappedBottomInset()
            + (getListView() == null || getGraphic() == null ? super.computePrefHeight(width) : box.prefHeight(getListView().getWidth() - sides));
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(empty || line == null ? null : box);
        render();
    }

    private void render() {
        if (getItem() == null) {
            setAccessibleText(null);
            return;
        }
        var row = getItem().row();
        int open = RoleReach.of(row).sensitive(Standing.GRANTED).size();
        Nodes.tip(this, (row.text("name") + "\n" + row.text("description")).strip());
        name.setText(row.text("name").isEmpty() ? Messages.get("roles.new") : row.text("name"));
        var meant = row.text("purpose").isEmpty() ? Messages.get("roles.custom") : Messages.get("roles.custom.for", row.text("purpose"));
        purpose.setText(open == 0 ? meant : Messages.get("roles.custom.open", meant, open));
        warning.setVisible(open > 0);
        setAccessibleText(name.getText() + ", " + purpose.getText());
    }
}
