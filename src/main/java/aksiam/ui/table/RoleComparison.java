package aksiam.ui.table;

import aksiam.domain.Operations;
import aksiam.domain.Operations.Operation;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.RoleReach.Standing;
import aksiam.workshop.Overview.Mark;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What one role may do beside another one: the operations that only this one grants, and those that only the other one does. Sensitive ones come first. */
final class RoleComparison extends VBox {
    /** @param here whether it is the role that is edited which grants it */
    private record Difference(Operation operation, boolean here) {
    }

    private final Label title = Nodes.prose("", "strong");
    private final Label count = Nodes.prose("", "small", "muted");
    private final ListView<Difference> list = new ListView<>();

    RoleComparison(Runnable close) {
        getStyleClass().addAll("role-card", "picker");
        setId("role-comparison");
        list.getStyleClass().add("picker-list");
        list.setPlaceholder(Nodes.prose(Messages.get("roles.same"), "small", "muted"));
        list.setCellFactory(_ -> new DifferenceCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(Nodes.row("picker-row", Nodes.grow(title), Nodes.iconButton("close", Messages.get("roles.compare.close"), close)), count, list);
    }

    void show(RoleReach reach, String otherName, RoleReach other) {
        title.setText(Messages.get("roles.compared", otherName));
        list.setAccessibleText(title.getText());
        var here = only(reach, other);
        var there = only(other, reach);
        count.setText(Messages.get("roles.differences", here.size(), there.size()));
        list.getItems().setAll(Stream.concat(here.stream().map(operation -> new Difference(operation, true)),
            there.stream().map(operation -> new Difference(operation, false)))
            .sorted(Comparator.comparing((Difference difference) -> !difference.operation().isSensitive())).toList());
    }

    private static List<Operation> only(RoleReach one, RoleReach other) {
        return Operations.all().stream().filter(operation -> one.standing(operation) == Standing.GRANTED && other.standing(operation) != Standing.GRANTED)
            .toList();
    }

    private static final class DifferenceCell extends ListCell<Difference> {
        private final Label sign = Nodes.text("", "sign");
        private final Label name = Nodes.text("", "operation-name");
        private final Label effect = Nodes.text("", "muted");
        private final Node row;

        DifferenceCell() {
            getStyleClass().add("picker-cell");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            var text = new VBox(name, effect);
            text.setMinWidth(0);
            var box = Nodes.row("picker-row", sign, Nodes.grow(text));
            box.setPrefWidth(0);
            row = box;
        }

        @Override
        protected void updateItem(Difference difference, boolean empty) {
            super.updateItem(difference, empty);
            setText(null);
            setGraphic(empty || difference == null ? null : row);
            if (empty || difference == null) {
                setAccessibleText(null);
                Nodes.tip(this, "");
                return;
            }
            var operation = difference.operation();
            sign.setText(difference.here() ? "+" : "−");
            sign.getStyleClass().setAll("label", "sign", difference.here() ? "sign-added" : "sign-removed");
            name.setText(RoleReach.shortName(operation.name()).replaceFirst("^managedClusters/", ""));
            name.setGraphic(operation.isSensitive() ? Marks.of(Mark.WARNING) : null);
            effect.setText(RoleReach.effect(operation));
            Nodes.tip(this, operation.name() + "\n" + effect.getText());
            setAccessibleText(Messages.get(difference.here() ? "roles.only.here" : "roles.only.there", operation.name() + ", " + effect.getText()));
        }
    }
}
