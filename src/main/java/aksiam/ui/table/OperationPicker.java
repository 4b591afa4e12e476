package aksiam.ui.table;

import aksiam.domain.Operations;
import aksiam.domain.Operations.Operation;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.RoleReach.Standing;
import aksiam.workshop.Overview.Mark;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The real operations of Microsoft.ContainerService, and what is sensitive elsewhere, with how each stands in the role. Enter adds, Shift+Enter excludes. */
final class OperationPicker extends VBox {
    private static final PseudoClass SENSITIVE = PseudoClass.getPseudoClass("sensitive");

    private final BiConsumer<Operation, Boolean> take;
    private final FilteredList<Operation> operations = new FilteredList<>(FXCollections.observableArrayList(Operations.all()));
    private final ListView<Operation> list = new ListView<>(operations);
    private final TextField search = new TextField();
    private final ToggleButton management = new ToggleButton(Messages.get("roles.management", count(false)));
    private final ToggleButton data = new ToggleButton(Messages.get("roles.data", count(true)));
    private final ToggleButton sensitive = new ToggleButton(Messages.get("roles.sensitive"), Marks.of(Mark.WARNING));
    private RoleReach reach = new RoleReach(List.of(), List.of(), List.of(), List.of());

    /** @param take gets an operation, and whether it is to be excluded */
    OperationPicker(BiConsumer<Operation, Boolean> take) {
        this.take = take;
        getStyleClass().addAll("role-card", "picker");
        var title = new Label(Messages.get("roles.operations"));
        title.getStyleClass().add("strong");
        var provider = new Label(Messages.get("roles.providers"));
        provider.getStyleClass().add("muted");
        var head = new FlowPane(title, provider);
        head.getStyleClass().add("chips");
        search.setPromptText(Messages.get("roles.filter"));
        search.setAccessibleText(Messages.get("roles.filter"));
        search.getStyleClass().add("picker-search");
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !operations.isEmpty()) {
                list.requestFocus();
                list.getSelectionModel().select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !operations.isEmpty()) {
                list.getSelectionModel().select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
                selected(event.isShiftDown());
                event.consume();
            }
        });
        management.setSelected(true);
        data.setSelected(true);
        var filters = new FlowPane(management, data, sensitive);
        filters.getStyleClass().add("chips");
        for (var filter : List.of(management, data, sensitive)) {
            filter.getStyleClass().add("chip-button");
            filter.setMinWidth(USE_PREF_SIZE);
            filter.selectedProperty().subscribe(this::filter);
        }
        search.textProperty().subscribe(this::filter);
        list.getStyleClass().add("picker-list");
        list.setAccessibleText(Messages.get("roles.operations"));
        list.setPlaceholder(new Label(Messages.get("roles.nomatch")));
        list.setCellFactory(_ -> new OperationCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected(event.isShiftDown());
                event.consume();
            } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
                search.requestFocus();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        var foot = new Label(Messages.get("roles.picker.keys"));
        foot.getStyleClass().add("muted");
        getChildren().setAll(head, search, filters, list, foot);
        filter();
    }

    void show(RoleReach reach) {
        if (!reach.equals(this.reach)) {
            this.reach = reach;
            list.refresh();
        }
    }

    private void filter() {
        var words = search.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        operations
            .setPredicate(operation -> (operation.data() ? data.isSelected() : management.isSelected()) && (!sensitive.isSelected() || operation.isSensitive())
                && java.util.stream.Stream.of(words).allMatch(word -> (operation.name() + " " + operation.note()).toLowerCase(Locale.ROOT).contains(word)));
    }

    private void selected(boolean exclude) {
        var operation = list.getSelectionModel().getSelectedItem();
        if (operation != null) {
            take.accept(operation, exclude);
        }
    }

    private static long count(boolean data) {
        return Operations.all().stream().filter(operation -> operation.data() == data).count();
    }

    private final class OperationCell extends ListCell<Operation> {
        private final Label name = new Label();
        private final Label effect = new Label();
        private final Label standing = new Label();
        private final Button act = new Button();
        private final VBox text = new VBox(name, effect);
        private final HBox box = new HBox(text, standing, act);

        OperationCell() {
            getStyleClass().add("picker-cell");
            name.getStyleClass().add("operation-name");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            effect.getStyleClass().add("muted");
            standing.getStyleClass().add("standing");
            standing.setMinWidth(USE_PREF_SIZE);
            act.getStyleClass().addAll("small-button");
            act.setMinWidth(USE_PREF_SIZE);
            act.setFocusTraversable(false);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            box.getStyleClass().add("picker-row");
            box.setMinWidth(0);
            box.setPrefWidth(0);
            selectedProperty().subscribe(this::actions);
        }

        @Override
        protected void updateItem(Operation operation, boolean empty) {
            super.updateItem(operation, empty);
            setText(null);
            setGraphic(empty || operation == null ? null : box);
            if (empty || operation == null) {
                setAccessibleText(null);
                Nodes.tip(this, "");
                return;
            }
            var at = reach.standing(operation);
            name.setText(RoleReach.shortName(operation.name()).replaceFirst("^managedClusters/", ""));
            name.setGraphic(operation.isSensitive() ? Marks.of(Mark.WARNING) : null);
            effect.setText(RoleReach.effect(operation));
            Nodes.tip(this, operation.name() + "\n" + effect.getText());
            standing.setText(at == Standing.GRANTED ? Messages.get("roles.granted") : at == Standing.EXCLUDED ? Messages.get("roles.excluded") : "");
            standing.pseudoClassStateChanged(SENSITIVE, at == Standing.GRANTED && operation.isSensitive());
            setAccessibleText(
                operation.name() + ", " + effect.getText() + (operation.isSensitive() ? ", " + Messages.get("roles.sensitive").toLowerCase(Locale.ROOT) : "")
                    + (standing.getText().isEmpty() ? "" : ", " + standing.getText()));
            actions();
        }

        private void actions() {
            if (getItem() == null) {
                return;
            }
            var at = reach.standing(getItem());
            boolean exclude = at == Standing.GRANTED;
            act.setText(Messages.get(exclude ? "roles.exclude.one" : "roles.line.add"));
            Nodes.show(act, isSelected() && at != Standing.EXCLUDED);
            act.setOnAction(_ -> take.accept(getItem(), exclude));
            Nodes.show(standing, at != Standing.ABSENT && !act.isVisible());
        }
    }
}
