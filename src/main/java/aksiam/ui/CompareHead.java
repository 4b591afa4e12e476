package aksiam.ui;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.catalogue.Suggestion;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The head of a column of the comparison: the option, as a radio button or a check box. */
final class CompareHead extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Consideration consideration;
    private final Option option;
    private final FlowPane badges = new FlowPane();
    private boolean chosen;

    /** @param move goes that many columns on */
    CompareHead(Consideration consideration, Option option, Runnable choose, IntConsumer move) {
        this.consideration = consideration;
        this.option = option;
        boolean several = consideration.input() instanceof Input.ManyOf;
        var choice = new StackPane(several ? Icons.of("check").styled("tick") : Nodes.line("dot"));
        choice.getStyleClass().addAll("choice", several ? "choice-many" : "choice-one");
        badges.getStyleClass().add("badges");
        getStyleClass().addAll("compare-cell", "compare-option");
        var head = Nodes.row("card-head", choice, Nodes.grow(Nodes.column("card-main", Nodes.prose(option.label(), "strong"), badges)));
        getChildren().add(head);
        setFocusTraversable(true);
        setAccessibleRole(several ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
        setId("compare-" + option.id());
        setOnMouseClicked(_ -> {
            requestFocus();
            choose.run();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case SPACE, ENTER -> choose.run();
                case LEFT, UP -> move.accept(-1);
                case RIGHT, DOWN -> move.accept(1);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    boolean isChosen() {
        return chosen;
    }

    String label() {
        return option.label();
    }

    void show(Design design, Optional<Suggestion> suggestion) {
        chosen = design.chose(consideration.id(), option.id());
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(SELECTED, chosen);
        badges.getChildren().clear();
        if (suggestion.filter(this::isIn).isPresent()) {
            badges.getChildren().add(Nodes.badge(Messages.get("badge.suggested"), "suggestion", "badge-suggested"));
        }
        if (chosen) {
            badges.getChildren().add(Nodes.badge(Messages.get("compare.selected"), "check", "badge-selected"));
        }
        if (!Blocks.reason(option, design).isEmpty()) {
            badges.getChildren().add(Nodes.badge(Messages.get("badge.blocked"), "lock"));
        }
        setAccessibleText(option.label() + badges.getChildren().stream().map(badge -> ", " + ((Label) badge).getText()).collect(Collectors.joining()));
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    private boolean isIn(Suggestion suggestion) {
        return switch (suggestion.answer()) {
            case Answer.Choice(var id) -> id.equals(option.id());
            case Answer.Choices(var ids) -> ids.contains(option.id());
            case Answer.Text _, Answer.Table _ -> false;
        };
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED ? (Object) chosen : super.queryAccessibleAttribute(attribute, parameters);
    }
}
