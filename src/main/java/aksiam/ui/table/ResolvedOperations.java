package aksiam.ui.table;

import aksiam.domain.Operations.Operation;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.RoleReach.Standing;
import aksiam.workshop.Overview.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The operations that a wildcard stands for: the sensitive ones, those that stay open first, and all others when they are asked for. */
final class ResolvedOperations extends VBox {
    /** Room for the icon, the padding and a word; the operation is more important than its effect. */
    private static final double LEAST = 70;
    private final boolean excluding;
    private final Hyperlink more = Nodes.link("", this::toggle);
    private List<Operation> operations = List.of();
    private RoleReach reach = new RoleReach(List.of(), List.of(), List.of(), List.of());
    private boolean all;

    /** @param excluding whether they are taken away, as those of NotActions are */
    ResolvedOperations(boolean excluding) {
        this.excluding = excluding;
        getStyleClass().add("contained");
        more.getStyleClass().add("contained-more");
    }

    void show(List<Operation> operations, RoleReach reach) {
        all &= operations.equals(this.operations);
        this.operations = operations;
        this.reach = reach;
        draw();
    }

    private void toggle() {
        all = !all;
        draw();
        more.requestFocus();
    }

    private void draw() {
        var rows = new ArrayList<Node>();
        operations.stream().filter(Operation::isSensitive).sorted(Comparator.comparing(operation -> !isOpen(reach.standing(operation))))
            .forEach(operation -> rows.add(row(operation.name(), RoleReach.effect(operation), true, reach.standing(operation))));
        var others = operations.stream().filter(operation -> !operation.isSensitive()).toList();
        if (all) {
            others.forEach(operation -> rows.add(row(operation.name(), RoleReach.effect(operation), false, reach.standing(operation))));
        }
        if (!others.isEmpty()) {
            more.setText(Messages.get(all ? "roles.fewer" : "roles.more", others.size()));
            rows.add(more);
        }
        getChildren().setAll(rows);
    }

    private boolean isOpen(Standing standing) {
        return !excluding && standing == Standing.GRANTED;
    }

    private HBox row(String operation, String effect, boolean sensitive, Standing standing) {
        boolean open = isOpen(standing);
        boolean excluded = !excluding && !open;
        var name = Nodes.text(RoleReach.shortName(operation), excluded ? "struck" : "plain");
        name.setGraphic(excluding ? Icons.of("shield") : excluded ? Icons.of("minus") : sensitive ? Marks.of(Mark.WARNING) : Icons.of("check"));
        var what = Nodes.text(excluded ? Messages.get("roles.excluded") : effect, excluded ? "standing" : "operation-note");
        name.setMinWidth(0);
        Nodes.tip(name, operation + "\n" + effect);
        Nodes.tip(what, effect);
        what.setMinWidth(excluded ? USE_PREF_SIZE : 0);
        var row = Nodes.row("contained-line", name, Nodes.spring(), what);
        what.maxWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.max(LEAST, row.getWidth() - name.prefWidth(-1) - LEAST), row.widthProperty()));
        row.getStyleClass().add(open && sensitive ? "open" : excluded ? "excluded" : "shielded");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(operation + ", " + Messages.get(excluded ? "roles.excluded" : excluding ? "roles.kept" : "roles.stays", effect));
        return row;
    }
}
