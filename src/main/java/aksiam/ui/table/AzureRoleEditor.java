package aksiam.ui.table;

import aksiam.catalogue.Suggestion;
import aksiam.domain.BuiltInRoles;
import aksiam.domain.Operations.Operation;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Tables;
import aksiam.rules.Candidates;
import aksiam.ui.parts.Frames;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Line;
import aksiam.ui.table.RoleReach.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Edits custom Azure roles: the list of roles, the lines of one of them, the real operations to pick from, and in words what the role can, cannot and what stays open. */
final class AzureRoleEditor extends TableEditor {
    /** In em, with room for the operations beside a role. */
    private static final int WIDE = 72;
    /** In em, with room for three cards as narrow as they get. */
    private static final int THREE = 64;
    private static final int LINES_A_FRAME = 3;

    private final String consideration;
    private final Function<Design, Optional<Suggestion>> suggestion;
    private final Lines lines;
    private final ListView<Line> roles = new ListView<>();
    private final RoleFields fields;
    private final OperationLines actions = lines("Actions", "actions", false, false, "");
    private final OperationLines notActions = lines("NotActions", "notActions", false, true, Messages.get("roles.notdeny"));
    private final OperationLines dataActions = lines("DataActions", "dataActions", true, false, Messages.get("roles.data.hint"));
    private final OperationLines notDataActions = lines("NotDataActions", "notDataActions", true, true, Messages.get("roles.notdeny"));
    private final Label noData = Nodes.prose(Messages.get("roles.data.none"), "muted", "no-data");
    private final OperationPicker picker = new OperationPicker(this::take);
    private final RoleComparison comparison = new RoleComparison(() -> compare(""));
    private final ComboBox<String> others = new ComboBox<>();
    private final RoleSummary summary = new RoleSummary(this::excludeOpen);
    private final Button suggested = Nodes.button("", this::addSuggested, "link");
    private final Button suggestedFirst = Nodes.button("", this::addSuggested);
    private final VBox card = new VBox();
    private final HBox tools;
    private final HBox page;
    private final VBox empty;
    private List<Row> proposals = List.of();
    /** The role that this one is compared with; empty when none is. */
    private String compared = "";
    /** Whether there is room for the operations beside a role; opened by hand they may stay without it. */
    private boolean wide = true;
    /** While a design is taken over, which tells of rows and selection one after the other. */
    private boolean showing;

    AzureRoleEditor(String consideration, Function<Design, Optional<Suggestion>> suggestion, Consumer<List<Row>> onChange) {
        this.consideration = consideration;
        this.suggestion = suggestion;
        this.lines = new Lines(Tables.AZURE_ROLES, onChange);
        this.fields = new RoleFields(lines, this::role);
        getStyleClass().add("role-editor");
        var side = roleList();
        page = new HBox(side, card(), picker, comparison);
        page.getStyleClass().add("role-page");
        HBox.setHgrow(card, Priority.ALWAYS);
        VBox.setVgrow(page, Priority.ALWAYS);
        picker.managedProperty().bind(picker.visibleProperty());
        tools = toolbar();
        // The list of roles gives way first.
        Runnable arrange = () -> Nodes.show(side, getWidth() > THREE * noData.getFont().getSize() || !picker.isVisible() && !comparison.isVisible());
        List.of(widthProperty(), picker.visibleProperty(), comparison.visibleProperty()).forEach(property -> property.subscribe(arrange));
        empty = empty();
        getChildren().setAll(page, empty);
        lines.version().subscribe(this::refresh);
        roles.getSelectionModel().selectedItemProperty().subscribe(this::refresh);
    }

    @Override
    public void focus() {
        (lines.all().isEmpty() ? empty.lookup(".add") : roles).requestFocus();
    }

    @Override
    public void select(int row, String column) {
        roles.getSelectionModel().select(row);
        roles.scrollTo(row);
        focus();
    }

    @Override
    public boolean isBlank() {
        return lines.all().isEmpty();
    }

    @Override
    public Region tools() {
        return tools;
    }

    @Override
    public void show(Design design) {
        showing = true;
        lines.show(design.rows(consideration), Candidates.of(design));
        proposals = suggestion.apply(design).map(Suggestion::answer).map(answer -> answer instanceof Answer.Table(var rows) ? rows : List.<Row>of())
            .orElse(List.of()).stream().filter(row -> lines.rows().stream().noneMatch(there -> there.text("name").equals(row.text("name")))).toList();
        for (var button : List.of(suggested, suggestedFirst)) {
            button.setText(Messages.get("roles.suggested", proposals.size()));
            Nodes.show(button, !proposals.isEmpty());
        }
        if (roles.getSelectionModel().isEmpty() && !lines.all().isEmpty()) {
            roles.getSelectionModel().select(0);
        }
        showing = false;
        refresh();
    }

    /** Lines that were not there before come a few a frame, from above. */
    private void operations(Row row, RoleReach reach) {
        int fresh = Frames.follow(this) ? LINES_A_FRAME : Integer.MAX_VALUE;
        fresh = actions.show(row.list("actions"), reach, fresh);
        fresh = fresh < 0 ? fresh : notActions.show(row.list("notActions"), reach, fresh);
        fresh = fresh < 0 ? fresh : dataActions.show(row.list("dataActions"), reach, fresh);
        fresh = fresh < 0 ? fresh : notDataActions.show(row.list("notDataActions"), reach, fresh);
        if (fresh < 0) {
            Frames.after(this, this::refresh);
        }
    }

    private Optional<Line> role() {
        return Optional.ofNullable(roles.getSelectionModel().getSelectedItem());
    }

    private HBox toolbar() {
        var builtIn = new ComboBox<String>();
        builtIn.getItems().setAll(BuiltInRoles.all().stream().map(BuiltInRoles.Role::name).sorted().toList());
        builtIn.setPromptText(Messages.get("roles.builtin"));
        builtIn.setAccessibleText(Messages.get("roles.builtin.name"));
        builtIn.getStyleClass().add("tool-combo");
        builtIn.setOnAction(_ -> Optional.ofNullable(builtIn.getValue()).flatMap(BuiltInRoles::find).ifPresent(role -> {
            add(Row.EMPTY.with("name", Messages.get("roles.builtin.copy", role.name())).with("actions", role.actions()).with("notActions", role.notActions())
                .with("dataActions", role.dataActions()).with("notDataActions", role.notDataActions()));
            Platform.runLater(() -> builtIn.setValue(null)); // its list is still choosing
        }));
        var operations = new ToggleButton(Messages.get("roles.operations"), Icons.of("search"));
        operations.getStyleClass().add("tool");
        operations.setSelected(true);
        picker.visibleProperty().bind(operations.selectedProperty().and(comparison.visibleProperty().not()));
        widthProperty().subscribe((_, width) -> {
            boolean wide = width.doubleValue() > WIDE * noData.getFont().getSize();
            if (wide != this.wide) {
                this.wide = wide;
                operations.setSelected(wide);
            }
        });
        var duplicate = Nodes.button(Messages.get("grid.duplicate.tool"),
            () -> role().ifPresent(role -> roles.getSelectionModel().select(lines.duplicate(List.of(role)).getFirst())));
        duplicate.setGraphic(Icons.of("copy"));
        var delete = Nodes.button(Messages.get("grid.delete.tool"), () -> role().ifPresent(role -> lines.delete(List.of(role))), "danger-text");
        delete.setGraphic(Icons.of("trash"));
        var buttons = new Tools(0, duplicate, delete, operations);
        others.setPromptText(Messages.get("roles.compare"));
        others.setAccessibleText(Messages.get("roles.compare.name"));
        others.getStyleClass().add("tool-combo");
        others.setId("compare-roles");
        // Asked for when it opens: roles of the design come first, and any of them may have got another name.
        others.setOnShowing(_ -> others.getItems().setAll(Stream.concat(lines.all().stream().filter(line -> role().filter(line::equals).isEmpty())
            .map(line -> line.row().text("name")).filter(name -> !name.isEmpty()), BuiltInRoles.all().stream().map(BuiltInRoles.Role::name).sorted())
            .toList()));
        others.setOnAction(_ -> Optional.ofNullable(others.getValue()).ifPresent(name -> {
            compare(name);
            Platform.runLater(() -> others.setValue(null));
        }));
        List.of(builtIn, others).forEach(combo -> combo.setMinWidth(USE_PREF_SIZE));
        var bar = new HBox(builtIn, others, Nodes.grow(buttons));
        bar.getStyleClass().add("tools");
        return bar;
    }

    private VBox roleList() {
        roles.setItems(lines.all());
        roles.getStyleClass().add("role-list");
        roles.setAccessibleText(Messages.get("roles.list"));
        roles.setCellFactory(_ -> new RoleCell());
        VBox.setVgrow(roles, Priority.ALWAYS);
        suggested.setGraphic(Icons.of("suggestion"));
        var box = Nodes.column("role-card", roles, suggested, addButton("link"));
        box.getStyleClass().add("role-side");
        return box;
    }

    private Button addButton(String style) {
        var add = Nodes.button(Messages.get("roles.add"), () -> {
            add(Row.EMPTY);
            fields.focus();
        }, style, "add");
        add.setGraphic(Icons.of("plus"));
        return add;
    }

    private VBox empty() {
        suggestedFirst.setGraphic(Icons.of("suggestion"));
        return Nodes.empty(Icons.of("shield").styled("icon-large"), Messages.get("roles.empty"), Messages.get("roles.empty.why"), addButton("primary"),
            suggestedFirst);
    }

    private void addSuggested() {
        int first = lines.all().size();
        var rows = new ArrayList<>(lines.rows());
        rows.addAll(proposals);
        lines.replace(rows);
        roles.getSelectionModel().select(first);
    }

    private void add(Row row) {
        var line = lines.add(row, Optional.empty());
        roles.getSelectionModel().select(line);
        roles.scrollTo(line);
    }

    private VBox card() {
        noData.setGraphic(Icons.of("info"));
        var content = new VBox(fields, actions, notActions, dataActions, noData, notDataActions);
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
        card.getChildren().setAll(scroll, summary);
        card.getStyleClass().addAll("role-card", "role-middle");
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
            double least = Math.max(0, at.getMaxY() + room - shown);
            scroll.setVvalue(Math.clamp(top, least, Math.max(least, Math.max(0, at.getMinY() - room))) / hidden);
        }
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

    /** @param name of another role; empty ends the comparison */
    private void compare(String name) {
        compared = name;
        refresh();
    }

    private Optional<RoleReach> reachOf(String name) {
        return lines.rows().stream().filter(row -> row.text("name").equals(name)).map(RoleReach::of).findFirst()
            .or(() -> BuiltInRoles.find(name).map(role -> new RoleReach(role.actions(), role.notActions(), role.dataActions(), role.notDataActions())));
    }

    private void refresh() {
        if (showing) {
            return;
        }
        Nodes.show(page, !isBlank());
        Nodes.show(empty, isBlank());
        var role = role();
        card.setDisable(role.isEmpty());
        picker.setDisable(role.isEmpty());
        var row = role.map(Line::row).orElse(Row.EMPTY);
        var reach = RoleReach.of(row);
        fields.refresh();
        operations(row, reach);
        Nodes.show(noData, row.list("dataActions").isEmpty());
        picker.show(reach);
        var other = role.filter(_ -> !compared.isEmpty()).flatMap(_ -> reachOf(compared));
        Nodes.show(comparison, other.isPresent());
        other.ifPresent(found -> comparison.show(reach, compared, found));
        summary.show(reach, byWildcard(row).size());
    }
}
