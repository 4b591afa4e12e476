package aksiam.ui.table;

import aksiam.domain.Operations;
import aksiam.domain.Operations.Operation;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.table.RoleReach.Standing;
import aksiam.workshop.Overview.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of the four lists of a role, each operation a line that can be typed over. Under a wildcard stand the sensitive operations it contains. */
final class OperationLines extends VBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final int SUGGESTED = 60;

    private final class LineBox extends VBox {
        private final ToggleButton fold = new ToggleButton();
        private final TextField text = new TextField();
        private final Label note = new Label();
        private final Button remove = new Button(null, Icons.of("close"));
        private final VBox contained = new VBox();
        private final Suggestions suggestions = new Suggestions(text, this::choose);
        private String stored = "";
        private boolean choosing;

        LineBox() {
            getStyleClass().add("operation");
            fold.setGraphic(Icons.of("chevron-down"));
            fold.getStyleClass().add("fold");
            fold.setSelected(true);
            fold.selectedProperty().subscribe(open -> {
                fold.setGraphic(Icons.of(open ? "chevron-down" : "chevron-right"));
                fold.setAccessibleText(open ? "Hide the sensitive operations of this wildcard" : "Show the sensitive operations of this wildcard");
            });
            contained.visibleProperty().bind(fold.selectedProperty().and(fold.visibleProperty()));
            contained.managedProperty().bind(contained.visibleProperty());
            text.getStyleClass().add("operation-text");
            HBox.setHgrow(text, Priority.ALWAYS);
            note.getStyleClass().add("operation-note");
            note.setMinWidth(0);
            remove.getStyleClass().add("icon-button");
            remove.setOnAction(_ -> store(""));
            text.focusedProperty().subscribe((_, focused) -> {
                if (!focused) {
                    suggestions.hide();
                    store(text.getText().strip());
                }
            });
            text.textProperty().subscribe((_, typed) -> {
                if (text.isFocused() && !choosing) {
                    var part = typed.strip().toLowerCase(Locale.ROOT);
                    suggestions.show(part.length() < 2 || part.contains("*")
                        ? List.of()
                        : Operations.all().stream().filter(operation -> operation.data() == data).map(Operation::name)
                            .filter(name -> name.toLowerCase(Locale.ROOT).contains(part)).limit(SUGGESTED).toList());
                }
            });
            text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
            var line = new HBox(fold, text, note, remove);
            line.getStyleClass().add("operation-line");
            contained.getStyleClass().add("contained");
            getChildren().setAll(line, contained);
        }

        private void choose(String operation) {
            choosing = true;
            text.setText(operation);
            text.end();
            choosing = false;
            suggestions.hide();
        }

        private void pressed(KeyEvent event) {
            switch (event.getCode()) {
                case ENTER -> {
                    if (!suggestions.selected().isEmpty()) {
                        choose(suggestions.selected());
                    }
                    suggestions.hide();
                    store(text.getText().strip());
                    event.consume();
                }
                case ESCAPE -> {
                    if (suggestions.isShowing() || !text.getText().equals(stored)) {
                        suggestions.hide();
                        choose(stored);
                        event.consume();
                    }
                }
                case DOWN, UP -> {
                    if (suggestions.isShowing()) {
                        suggestions.move(event.getCode() == KeyCode.DOWN ? 1 : -1);
                    } else {
                        step(event.getCode() == KeyCode.DOWN ? 1 : -1);
                    }
                    event.consume();
                }
                case DELETE -> {
                    if (event.isShortcutDown()) {
                        store("");
                        event.consume();
                    }
                }
                default -> {
                }
            }
        }

        private void step(int by) {
            int next = boxes.indexOf(this) + by;
            if (next >= 0 && next < shown) {
                boxes.get(next).text.requestFocus();
            }
        }

        private void store(String operation) {
            if (!operation.equals(stored)) {
                change(boxes.indexOf(this), operation);
            }
        }

        /** Shows a line; what is typed stays while the stored line is the same. */
        void show(String operation) {
            if (!text.isFocused() || !operation.equals(stored) || operation.isEmpty()) {
                if (!text.getText().equals(operation)) {
                    choose(operation);
                }
            }
            stored = operation;
            text.setAccessibleText(title + ", line " + (boxes.indexOf(this) + 1));
            remove.setAccessibleText("Remove " + operation);
            boolean wild = operation.contains("*");
            var resolved = operation.isEmpty() ? List.<Operation>of() : Operations.matching(operation, data);
            boolean known = operation.isEmpty() || !resolved.isEmpty();
            text.pseudoClassStateChanged(UNKNOWN, !known);
            var sensitive = resolved.stream().filter(Operation::isSensitive).toList();
            note.setText(operation.isEmpty()
                ? ""
                : !known
                    ? "not in our list"
                    : wild
                        ? (operation.equals("*") ? "all operations; " : "") + resolved.size() + " of AKS"
                            + (sensitive.isEmpty() ? "" : ". Sensitive: " + sensitive.size())
                        : RoleReach.effect(resolved.getFirst()));
            text.setAccessibleHelp(note.getText());
            fold.setVisible(wild && !sensitive.isEmpty());
            contained.getChildren().setAll(fold.isVisible() ? contained(sensitive) : List.of());
        }

        private List<Node> contained(List<Operation> sensitive) {
            return sensitive.stream().sorted(java.util.Comparator.comparing(operation -> excluding || reach.standing(operation) != Standing.GRANTED))
                .<Node>map(this::contained).toList();
        }

        private FlowPane contained(Operation operation) {
            boolean open = !excluding && reach.standing(operation) == Standing.GRANTED;
            boolean excluded = !excluding && !open;
            var name = new Label(RoleReach.shortName(operation.name()),
                excluding ? Icons.of("shield") : open ? Marks.of(Mark.WARNING) : Icons.of("minus"));
            name.getStyleClass().add(excluded ? "struck" : "plain");
            var effect = new Label(excluded ? "excluded" : RoleReach.effect(operation));
            effect.getStyleClass().add(excluded ? "standing" : "operation-note");
            effect.setWrapText(true);
            var box = new FlowPane(name, effect);
            box.setMinWidth(0);
            effect.maxWidthProperty().bind(box.widthProperty().subtract(box.hgapProperty().multiply(6)));
            box.getStyleClass().addAll("contained-line", open ? "open" : excluded ? "excluded" : "shielded");
            box.setAccessibleText(operation.name() + ", " + (open ? "stays open: " + RoleReach.effect(operation) : excluded ? "excluded" : "kept out"));
            return box;
        }
    }

    private final String title;
    private final boolean data;
    private final boolean excluding;
    private final Consumer<List<String>> onChange;
    private final Label count = new Label();
    private final Label hint = new Label();
    private final VBox body = new VBox();
    private final List<LineBox> boxes = new ArrayList<>();
    private RoleReach reach = new RoleReach(List.of(), List.of(), List.of(), List.of());
    private List<String> lines = List.of();
    private int shown;
    private boolean adding;

    /** @param excluding whether the lines are taken away, as NotActions are */
    OperationLines(String title, boolean data, boolean excluding, String hint, Consumer<List<String>> onChange) {
        this.title = title;
        this.data = data;
        this.excluding = excluding;
        this.onChange = onChange;
        getStyleClass().add("operations");
        var name = new Label(title);
        name.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("strong");
        count.getStyleClass().add("count");
        this.hint.setText(hint);
        this.hint.getStyleClass().add("muted");
        this.hint.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var add = new Button("Add", Icons.of("plus"));
        add.getStyleClass().addAll("small-button", "link", "add-" + title.toLowerCase(Locale.ROOT));
        add.setAccessibleText("Add to " + title);
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> {
            adding = true;
            refresh();
            boxes.get(shown - 1).text.applyCss();
            boxes.get(shown - 1).text.requestFocus();
        });
        var head = new HBox(name, count, this.hint, space, add);
        head.getStyleClass().add("operations-head");
        body.getStyleClass().add("operations-body");
        getChildren().setAll(head, body);
    }

    void show(List<String> lines, RoleReach reach) {
        this.lines = lines;
        this.reach = reach;
        refresh();
    }

    private void refresh() {
        count.setText(String.valueOf(lines.size()));
        shown = lines.size() + (adding ? 1 : 0);
        while (boxes.size() < shown) {
            boxes.add(new LineBox());
        }
        var wanted = boxes.subList(0, shown);
        if (!body.getChildren().equals(wanted)) {
            if (body.getChildren().size() < shown) {
                body.getChildren().addAll(boxes.subList(body.getChildren().size(), shown));
            } else {
                body.getChildren().remove(shown, body.getChildren().size());
            }
        }
        for (int i = 0; i < shown; i++) {
            boxes.get(i).show(i < lines.size() ? lines.get(i) : "");
        }
    }

    /** Several operations pasted into a line become several lines. */
    private void change(int index, String operation) {
        var changed = new ArrayList<>(lines);
        if (index < changed.size()) {
            changed.remove(index);
        }
        adding = false;
        changed.addAll(Math.min(index, changed.size()), java.util.stream.Stream.of(operation.split("[\\s,;\"]+")).filter(part -> !part.isEmpty()).toList());
        var result = changed.stream().distinct().collect(Collectors.toList());
        if (result.equals(lines)) {
            refresh();
        } else {
            onChange.accept(result);
        }
    }
}
