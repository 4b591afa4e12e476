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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Names of rows of another consideration to pick from. Of many, those that are picked and some others are shown; a few letters find the rest. */
final class PickAnswer extends VBox {
    private static final int MANY = 30;

    private final Live live;
    private final Consideration consideration;
    private final String rowsOf;
    private final TextField filter = new TextField();
    private final VBox boxes = Nodes.column("pick-boxes");
    private final Label more = Nodes.prose("", "small", "muted");
    private List<String> names = List.of();

    PickAnswer(Live live, Consideration consideration, String rowsOf) {
        this.live = live;
        this.consideration = consideration;
        this.rowsOf = rowsOf;
        getStyleClass().add("pick");
        filter.setPromptText(Messages.get("pick.filter", Catalogue.get(rowsOf).title().toLowerCase(Locale.ROOT)));
        filter.setAccessibleText(filter.getPromptText());
        filter.getStyleClass().add("filter-field");
        filter.setMaxWidth(USE_PREF_SIZE);
        filter.textProperty().subscribe((_, _) -> draw());
        live.show(state -> names(state.design()), this::list);
        live.show(state -> state.design().choices(consideration.id()), this::tick);
    }

    /** The rows there are, and what is picked although there is no such row. */
    private List<String> names(Design design) {
        return Stream.concat(design.rows(rowsOf).stream().map(row -> row.text("name")), design.choices(consideration.id()).stream())
            .filter(name -> !name.isEmpty()).distinct().toList();
    }

    private void list(List<String> names) {
        this.names = names;
        var source = Catalogue.get(rowsOf);
        if (names.isEmpty()) {
            var go = Nodes.button(Messages.get("pick.go", source.title()),
                () -> live.dispatch(new Action.Go(new Page.At(Catalogue.stepOf(rowsOf).number(), rowsOf))));
            getChildren().setAll(Nodes.empty(Icons.of("list"), Messages.get("pick.empty"), Messages.get("pick.empty.why"), go));
            return;
        }
        Nodes.show(filter, names.size() > MANY);
        getChildren().setAll(filter, boxes, more);
        draw();
    }

    private void draw() {
        var source = Catalogue.get(rowsOf);
        var rows = live.state().design().rows(rowsOf).stream().map(row -> row.text("name")).collect(Collectors.toSet());
        var picked = live.state().design().choices(consideration.id());
        var typed = filter.isVisible() ? filter.getText().strip().toLowerCase(Locale.ROOT) : "";
        var fitting = names.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(typed)).toList();
        var first = Set.copyOf(fitting.subList(0, Math.min(MANY, fitting.size())));
        var shown = fitting.stream().filter(name -> first.contains(name) || picked.contains(name)).toList();
        boxes.getChildren()
            .setAll(shown.stream().map(name -> box(name, rows.contains(name) ? name : Messages.get("pick.gone", name, source.title()))).toList());
        more.setText(Messages.get("pick.more", fitting.size() - shown.size()));
        Nodes.show(more, fitting.size() > shown.size());
        tick(picked);
    }

    private CheckBox box(String name, String text) {
        var box = new CheckBox(text);
        box.setMnemonicParsing(false); // names have underscores
        box.getStyleClass().add("pick-box");
        box.setUserData(name);
        box.setOnAction(_ -> pick(name, box.isSelected()));
        return box;
    }

    private void tick(List<String> picked) {
        boxes.getChildren().stream().map(CheckBox.class::cast).forEach(box -> box.setSelected(picked.contains((String) box.getUserData())));
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
