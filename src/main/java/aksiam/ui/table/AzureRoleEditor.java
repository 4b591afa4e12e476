package aksiam.ui.table;

import aksiam.domain.BuiltInRoles;
import aksiam.domain.Operations.Operation;
import aksiam.intake.CellText;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.model.rows.Tables;
import aksiam.rules.Candidates;
import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.table.Lines.Content;
import aksiam.ui.table.Lines.Line;
import aksiam.ui.table.RoleReach.Standing;
import aksiam.workshop.Overview.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Edits custom Azure roles: the list of roles, the lines of one of them, the real operations to pick from, and in words what the role can, cannot and what stays open. */
final class AzureRoleEditor extends TableEditor {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    /** In em. */
    private static final int WIDE = 66;
    private static final List<String> DETAILS = List.of("name", "purpose", "description", "scopes");

    private final String consideration;
    private final Function<Design, Optional<aksiam.catalogue.Suggestion>> suggestion;
    private final Lines lines;
    private final ListView<Line> roles = new ListView<>();
    private final Map<Field, ValueField> fields = new LinkedHashMap<>();
    private final Map<Field, Label> notes = new LinkedHashMap<>();
    private final OperationLines actions = lines("Actions", "actions", false, false, "");
    private final OperationLines notActions = lines("NotActions", "notActions", false, true, "not a deny: another role can give it back");
    private final OperationLines dataActions = lines("DataActions", "dataActions", true, false, "inside the cluster, under Azure RBAC");
    private final OperationLines notDataActions = lines("NotDataActions", "notDataActions", true, true, "not a deny either");
    private final Label noData = new Label("None. Under Azure RBAC this role sees nothing inside the cluster.", Icons.of("info"));
    private final OperationPicker picker = new OperationPicker(this::take);
    private final Text can = message("text-line");
    private final Text cannot = message("text-line");
    private final Text open = message("warning-line");
    private final Button suggested = new Button("", Icons.of("plus"));
    private final Button excludeAll = new Button();
    private final VBox card = new VBox();
    private final HBox tools;
    private List<Row> proposals = List.of();
    /** Whether there is room for the operations beside a role; opened by hand they may stay without it. */
    private boolean wide = true;

    AzureRoleEditor(String consideration, Function<Design, Optional<aksiam.catalogue.Suggestion>> suggestion, Consumer<List<Row>> onChange) {
        this.consideration = consideration;
        this.suggestion = suggestion;
        this.lines = new Lines(Tables.AZURE_ROLES, onChange);
        getStyleClass().add("role-editor");
        var page = new HBox(roleList(), card(), picker);
        page.getStyleClass().add("role-page");
        HBox.setHgrow(card, Priority.ALWAYS);
        VBox.setVgrow(page, Priority.ALWAYS);
        picker.managedProperty().bind(picker.visibleProperty());
        tools = toolbar();
        getChildren().setAll(page);
        lines.version().subscribe(this::refresh);
        roles.getSelectionModel().selectedItemProperty().subscribe(this::refresh);
    }

    @Override
    public void focus() {
        (lines.all().isEmpty() ? lookup(".add") : roles).requestFocus();
    }

    @Override
    public void select(int row, String column) {
        roles.getSelectionModel().select(row);
        roles.scrollTo(row);
        focus();
    }

    @Override
    public void show(Design design) {
        lines.show(design.rows(consideration), Candidates.of(design));
        proposals = suggestion.apply(design).map(aksiam.catalogue.Suggestion::answer)
            .map(answer -> answer instanceof Answer.Table(var rows) ? rows : List.<Row>of()).orElse(List.of()).stream()
            .filter(row -> lines.rows().stream().noneMatch(there -> there.text("name").equals(row.text("name")))).toList();
        suggested.setText("Add " + proposals.size() + " suggested");
        suggested.setVisible(!proposals.isEmpty());
        suggested.setManaged(!proposals.isEmpty());
        if (roles.getSelectionModel().isEmpty() && !lines.all().isEmpty()) {
            roles.getSelectionModel().select(0);
        }
        refresh();
    }

    @Override
    public Region tools() {
        return tools;
    }

    private Optional<Line> role() {
        return Optional.ofNullable(roles.getSelectionModel().getSelectedItem());
    }

    private HBox toolbar() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var builtIn = new ComboBox<String>();
        builtIn.getItems().setAll(BuiltInRoles.all().stream().map(BuiltInRoles.Role::name).sorted().toList());
        builtIn.setPromptText("Start from built-in");
        builtIn.setAccessibleText("Start from a built-in role");
        builtIn.getStyleClass().add("tool-combo");
        builtIn.setOnAction(_ -> Optional.ofNullable(builtIn.getValue()).flatMap(BuiltInRoles::find).ifPresent(role -> {
            add(Row.EMPTY.with("name", role.name() + ", custom").with("actions", role.actions()).with("notActions", role.notActions())
                .with("dataActions", role.dataActions()).with("notDataActions", role.notDataActions()));
            builtIn.setValue(null);
        }));
        var operations = new ToggleButton("Operations", Icons.of("search"));
        operations.getStyleClass().add("tool");
        operations.setSelected(true);
        picker.visibleProperty().bind(operations.selectedProperty());
        widthProperty().subscribe((_, width) -> {
            boolean wide = width.doubleValue() > WIDE * can.getFont().getSize();
            if (wide != this.wide) {
                this.wide = wide;
                operations.setSelected(wide);
            }
        });
        var remove = tool("Delete", "trash", () -> role().ifPresent(role -> lines.delete(List.of(role))));
        remove.getStyleClass().add("danger-text");
        var bar = new HBox(space, builtIn,
            tool("Duplicate", "copy", () -> role().ifPresent(role -> roles.getSelectionModel().select(lines.duplicate(List.of(role)).getFirst()))), remove,
            operations);
        bar.getStyleClass().add("tools");
        return bar;
    }

    private static Button tool(String text, String icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private VBox roleList() {
        roles.setItems(lines.all());
        roles.getStyleClass().add("role-list");
        roles.setAccessibleText("Custom roles");
        roles.setPlaceholder(new Label("No custom role yet"));
        roles.setCellFactory(_ -> new RoleCell());
        VBox.setVgrow(roles, Priority.ALWAYS);
        var add = tool("Add role", "plus", () -> {
            add(Row.EMPTY);
            fields.values().iterator().next().requestFocus();
        });
        add.getStyleClass().addAll("link", "add");
        suggested.getStyleClass().add("link");
        suggested.setOnAction(_ -> {
            var rows = new ArrayList<>(lines.rows());
            rows.addAll(proposals);
            lines.replace(rows);
            roles.getSelectionModel().select(lines.all().size() - proposals.size());
        });
        var box = new VBox(roles, suggested, add);
        box.getStyleClass().addAll("role-card", "role-side");
        return box;
    }

    private void add(Row row) {
        var line = lines.add(row, Optional.empty());
        roles.getSelectionModel().select(line);
        roles.scrollTo(line);
    }

    private VBox card() {
        var head = new VBox();
        head.getStyleClass().add("role-head");
        for (var name : DETAILS) {
            var field = Tables.AZURE_ROLES.field(name).orElseThrow();
            var text = new ValueField(field, lines::names);
            var label = new Label(field.label());
            var note = new Label();
            label.getStyleClass().add("role-label");
            label.setLabelFor(text);
            label.setMinWidth(USE_PREF_SIZE);
            note.getStyleClass().add("entry-note");
            note.setWrapText(true);
            note.managedProperty().bind(note.visibleProperty());
            text.focusedProperty().subscribe((_, focused) -> {
                if (!focused) {
                    keep(field, text);
                }
            });
            text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    text.takeSuggestion();
                    keep(field, text);
                } else if (event.getCode() == KeyCode.ESCAPE) {
                    role().ifPresent(role -> text.setText(CellText.format(field, role.row())));
                    text.closeSuggestions();
                }
            });
            HBox.setHgrow(text, Priority.ALWAYS);
            var line = new HBox(label, text);
            line.getStyleClass().addAll("role-field", "entry");
            fields.put(field, text);
            notes.put(field, note);
            head.getChildren().addAll(line, note);
        }
        noData.getStyleClass().addAll("muted", "no-data");
        noData.managedProperty().bind(noData.visibleProperty());
        var content = new VBox(head, actions, notActions, dataActions, noData, notDataActions);
        content.setMinWidth(0);
        var scroll = new ScrollPane(content);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.addEventHandler(KeyEvent.KEY_RELEASED, _ -> reveal(scroll));
        content.focusWithinProperty().subscribe(() -> reveal(scroll));
        content.heightProperty().subscribe(() -> reveal(scroll));
        var flow = new TextFlow(strong("This role can "), can, strong(" It cannot "), cannot, strong(" Open: "), open);
        flow.setMinWidth(0);
        excludeAll.setMinWidth(USE_PREF_SIZE);
        excludeAll.setOnAction(_ -> excludeOpen());
        var words = new ScrollPane(flow);
        words.setFitToWidth(true);
        words.setFocusTraversable(false);
        words.getStyleClass().addAll("plain-scroll", "role-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var summary = new HBox(words, excludeAll);
        summary.getStyleClass().add("role-summary");
        card.getChildren().setAll(scroll, summary);
        card.getStyleClass().add("role-card");
        card.getStyleClass().add("role-middle");
        return card;
    }

    /** Scrolls the part with the focus into view, with some room around it. */
    private static void reveal(ScrollPane scroll) {
        var content = scroll.getContent();
        if (scroll.getScene() == null || !content.isFocusWithin()) {
            return;
        }
        var owner = scroll.getScene().getFocusOwner();
        var at = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double shown = scroll.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - shown;
        if (hidden > 0) {
            double top = scroll.getVvalue() * hidden;
            double room = at.getHeight();
            scroll.setVvalue(
                Math.clamp(top, Math.max(0, at.getMaxY() + room - shown), Math.max(at.getMaxY() + room - shown, Math.max(0, at.getMinY() - room))) / hidden);
        }
    }

    private void keep(Field field, ValueField text) {
        role().filter(role -> !text.getText().equals(CellText.format(field, role.row())))
            .ifPresent(role -> lines.set(role, field, CellText.parse(field, text.getText(), lines.names())));
    }

    private OperationLines lines(String title, String column, boolean data, boolean excluding, String hint) {
        return new OperationLines(title, data, excluding, hint, changed -> role().ifPresent(role -> lines.set(Map.of(role, role.row().with(column, changed)))));
    }

    private void take(Operation operation, boolean exclude) {
        role().ifPresent(role -> {
            var column = operation.data() ? (exclude ? "notDataActions" : "dataActions") : exclude ? "notActions" : "actions";
            var there = new ArrayList<>(role.row().list(column));
            if (there.stream().noneMatch(line -> line.equalsIgnoreCase(operation.name()))) {
                there.add(operation.name());
                lines.set(Map.of(role, role.row().with(column, there)));
            }
        });
    }

    /** Excludes the sensitive operations that a wildcard lets in; one that stands in a line of its own was meant. */
    private void excludeOpen() {
        role().ifPresent(role -> {
            var row = role.row();
            for (var operation : byWildcard(row)) {
                var column = operation.data() ? "notDataActions" : "notActions";
                var there = new ArrayList<>(row.list(column));
                there.add(operation.name());
                row = row.with(column, there);
            }
            lines.set(Map.of(role, row));
        });
    }

    private static List<Operation> byWildcard(Row row) {
        return RoleReach.of(row).sensitive(Standing.GRANTED).stream()
            .filter(
                operation -> row.list(operation.data() ? "dataActions" : "actions").stream().noneMatch(line -> line.strip().equalsIgnoreCase(operation.name())))
            .toList();
    }

    private void refresh() {
        var role = role();
        card.setDisable(role.isEmpty());
        picker.setDisable(role.isEmpty());
        var row = role.map(Line::row).orElse(Row.EMPTY);
        var reach = RoleReach.of(row);
        fields.forEach((field, text) -> {
            var shown = CellText.format(field, row);
            if (!text.isFocused() && !text.getText().equals(shown)) {
                text.setText(shown);
            }
            var fault = role.flatMap(line -> line.content().get().fault(field));
            text.pseudoClassStateChanged(WRONG, fault.isPresent());
            notes.get(field).pseudoClassStateChanged(WRONG, fault.isPresent());
            notes.get(field).setText(fault.map(wrong -> wrong.message()).orElse(""));
            notes.get(field).setGraphic(fault.isPresent() ? Marks.of(Mark.ERROR) : null);
            notes.get(field).setVisible(fault.isPresent());
        });
        actions.show(row.list("actions"), reach);
        notActions.show(row.list("notActions"), reach);
        dataActions.show(row.list("dataActions"), reach);
        notDataActions.show(row.list("notDataActions"), reach);
        noData.setVisible(row.list("dataActions").isEmpty());
        picker.show(reach);
        can.setText(reach.can());
        cannot.setText(reach.cannot().isEmpty() ? "nothing is excluded." : reach.cannot());
        open.setText(reach.open().isEmpty() ? "no sensitive operation of our list." : reach.open());
        int exclude = byWildcard(row).size();
        excludeAll.setText("Exclude " + (exclude == 1 ? "it" : exclude == 2 ? "both" : "all " + exclude));
        excludeAll.setVisible(exclude > 0);
        excludeAll.setManaged(exclude > 0);
    }

    private static Text message(String style) {
        var text = new Text();
        text.getStyleClass().add(style);
        return text;
    }

    private static Text strong(String text) {
        var strong = new Text(text);
        strong.getStyleClass().addAll("text-line", "strong");
        return strong;
    }

    /** Name of a role, whom it is meant for, and a mark when sensitive operations stay open. */
    private static final class RoleCell extends ListCell<Line> {
        private final Label name = new Label();
        private final Label purpose = new Label();
        private final HBox box;
        private final Icon warning = Marks.of(Mark.WARNING);
        private final javafx.beans.value.ChangeListener<Content> changed = (_, _, _) -> render();

        RoleCell() {
            getStyleClass().add("role-cell");
            name.getStyleClass().add("strong");
            purpose.getStyleClass().add("muted");
            var text = new VBox(name, purpose);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            box = new HBox(text, warning);
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
            setTooltip(new Tooltip(row.text("name") + " " + row.text("description")));
            name.setText(row.text("name").isEmpty() ? "New role" : row.text("name"));
            purpose.setText((row.text("purpose").isEmpty() ? "custom" : "custom, for " + row.text("purpose")) + (open == 0 ? "" : ", " + open + " open"));
            warning.setVisible(open > 0);
            setAccessibleText(name.getText() + ", " + purpose.getText());
        }
    }
}
