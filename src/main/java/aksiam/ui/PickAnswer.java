package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** Names of rows of another consideration to pick from. */
final class PickAnswer extends VBox {
    private final Live live;
    private final Consideration consideration;
    private final String rowsOf;

    PickAnswer(Live live, Consideration consideration, String rowsOf) {
        this.live = live;
        this.consideration = consideration;
        this.rowsOf = rowsOf;
        getStyleClass().add("pick");
        live.show(state -> names(state.design()), this::list);
        live.show(state -> state.design().choices(consideration.id()), this::tick);
    }

    /** The rows there are, and what is picked although there is no such row. */
    private List<String> names(Design design) {
        return Stream.concat(design.rows(rowsOf).stream().map(row -> row.text("name")), design.choices(consideration.id()).stream())
            .filter(name -> !name.isEmpty()).distinct().toList();
    }

    private void list(List<String> names) {
        var source = Catalogue.get(rowsOf);
        getChildren().clear();
        if (names.isEmpty()) {
            var go = Nodes.button(Messages.get("pick.go", source.title()),
                () -> live.dispatch(new Action.Go(new Page.At(Catalogue.stepOf(rowsOf).number(), rowsOf))));
            getChildren().add(Nodes.empty(Icons.of("list"), Messages.get("pick.empty"), Messages.get("pick.empty.why"), go));
            return;
        }
        var rows = live.state().design().rows(rowsOf).stream().map(row -> row.text("name")).toList();
        for (var name : names) {
            var box = new CheckBox(rows.contains(name) ? name : Messages.get("pick.gone", name, source.title()));
            box.getStyleClass().add("pick-box");
            box.setUserData(name);
            box.setOnAction(_ -> pick(name, box.isSelected()));
            getChildren().add(box);
        }
        tick(live.state().design().choices(consideration.id()));
    }

    private void tick(List<String> picked) {
        getChildren().stream().filter(CheckBox.class::isInstance).map(CheckBox.class::cast)
            .forEach(box -> box.setSelected(picked.contains((String) box.getUserData())));
    }

    private void pick(String name, boolean selected) {
        var picked = new ArrayList<>(live.state().design().choices(consideration.id()));
        if (selected) {
            picked.add(name);
        } else {
            picked.remove(name);
        }
        live.dispatch(new Action.Answered(consideration.id(), new Answer.Choices(picked), live.now()));
    }
}
