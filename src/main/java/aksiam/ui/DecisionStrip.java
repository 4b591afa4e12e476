package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Decision.OpenPoint;
import aksiam.model.Decision.Status;
import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Change;
import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** How the consideration was settled: the reason, proposed or accepted, date, deciders, and what is still open. */
final class DecisionStrip extends VBox {
    /** In em: narrower than this, what stands beside the fields of text stands below. */
    private static final double NARROW = 34;
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Live live;
    private Optional<Live> shown = Optional.empty();
    private Consideration consideration = Catalogue.all().getFirst();
    private final GrowingField because = new GrowingField();
    private final ToggleButton proposed = new ToggleButton(Messages.get("decision.proposed"));
    private final ToggleButton accepted = new ToggleButton(Messages.get("decision.accepted"));
    private final SegmentedButton state = new SegmentedButton(proposed, accepted);
    private final Icon flag = Icons.of("flag");
    private final ToggleSwitch open = new ToggleSwitch(Messages.get("decision.open"));
    private final DateField date;
    private final DateField revisit;
    private final Deciders deciders;
    private final FlowPane facts;
    private final HBox reason;
    private final HBox openSwitch = Nodes.row("open-switch", flag, open);
    private final HBox openWhen;
    private final TextField openText = new TextField();
    private final TextField owner = new TextField();
    private final DateField due;
    private final HBox openFields;
    private final VBox openRow;
    private final Label decidedLabel;
    private final Node revisitRow;
    private final Button clear;
    private final Label error = Errors.line();
    private final Label hint = Nodes.text(Messages.get("decision.nothing"), "small", "muted");

    DecisionStrip(Live live) {
        this.live = live;
        getStyleClass().add("decision-strip");
        setId("decision");
        date = new DateField(Messages.get("decision.date"), value -> change(Change.Kind.DECISION, decision -> decision.withDate(value)));
        revisit = new DateField(Messages.get("decision.revisit"), value -> change(Change.Kind.DECISION, decision -> decision.withRevisit(value)));
        due = new DateField(Messages.get("decision.due"), value -> changeOpen(point -> new OpenPoint(point.text(), point.owner(), value)));
        deciders = new Deciders(live, names -> change(Change.Kind.DECISION, decision -> decision.withDeciders(names)));
        clear = Nodes.button(Messages.get("decision.clear"), this::clear, "ghost", "small-button");
        decidedLabel = label("decision.decided", proposed);
        revisitRow = Nodes.row("revisit", label("decision.revisit", revisit), revisit);
        field(because, "because", Messages.get("decision.because"), Messages.get("decision.because.prompt"),
            text -> change(Change.Kind.BECAUSE, decision -> decision.withBecause(text)));
        field(openText, "open-text", Messages.get("decision.open.text"), Messages.get("decision.open.prompt"),
            text -> changeOpen(point -> new OpenPoint(text, point.owner(), point.due())));
        field(owner, "open-owner", Messages.get("decision.owner"), Messages.get("decision.owner"),
            text -> changeOpen(point -> new OpenPoint(point.text(), text, point.due())));
        owner.getStyleClass().add("owner-field");
        open.setId("open-point");
        open.setAccessibleText(Messages.get("decision.open"));
        open.selectedProperty().subscribe((_, selected) -> {
            if (selected != decision().openPoint().isPresent()) {
                change(Change.Kind.DECISION,
                    decision -> decision.withOpenPoint(selected ? Optional.of(new OpenPoint("", "", Optional.empty())) : Optional.empty()));
            }
        });
        status(proposed, Status.PROPOSED, "segment-first");
        status(accepted, Status.ACCEPTED, "segment-last");
        accepted.setId("accepted");
        accepted.selectedProperty().subscribe(selected -> accepted.setGraphic(selected ? Icons.of("check").styled("icon-small") : null));
        reason = Nodes.row("strip-row", label("decision.because", because), Nodes.grow(because), openSwitch);
        facts = new FlowPane(decidedLabel, state, date, revisitRow, clear, hint);
        facts.getStyleClass().add("strip-facts");
        openWhen = Nodes.row("strip-row", owner, label("decision.due", due), due);
        openFields = Nodes.row("strip-row", label("decision.open", openText), Nodes.grow(openText), openWhen);
        openRow = Nodes.column("open-row", openFields);
        getChildren().addAll(reason, facts, error);
        widthProperty().map(width -> width.doubleValue() > 0 && width.doubleValue() < NARROW * because.getFont().getSize()).orElse(false)
            .subscribe(this::narrow);
    }

    private void narrow(boolean narrow) {
        move(openSwitch, narrow ? facts : reason);
        move(openWhen, narrow ? openRow : openFields);
    }

    private static void move(Node node, Pane place) {
        if (node.getParent() != place) {
            ((Pane) node.getParent()).getChildren().remove(node);
            place.getChildren().add(node);
        }
    }

    /** Shows how another consideration was settled: the fields are the same for all of them. */
    void about(Consideration consideration) {
        shown.ifPresent(Live::close);
        this.consideration = consideration;
        List.of(date, revisit, due).forEach(DateField::forget);
        var view = live.child();
        shown = Optional.of(view);
        view.show(state -> state.design().decision(consideration.id()), decision -> {
            // While a secret is refused, the field in which it is being typed takes no other text; see change.
            if (Errors.refused(live.state(), consideration.id()).isEmpty()) {
                show(decision);
            }
        });
        view.show(state -> state.design().answer(consideration.id()).isPresent(), this::answered);
        view.show(state -> Errors.refused(state, consideration.id()).orElse(""),
            text -> Errors.show(error, consideration.input() instanceof aksiam.catalogue.Input.Text ? "" : text));
    }

    void focusReason() {
        because.requestFocus();
    }

    void toggleOpen() {
        open.setSelected(!open.isSelected());
    }

    void accept() {
        change(Change.Kind.DECISION, decision -> decision.withStatus(Status.ACCEPTED));
    }

    private Decision decision() {
        return live.state().design().decision(consideration.id());
    }

    private void change(Change.Kind kind, UnaryOperator<Decision> change) {
        var next = change.apply(decision());
        if (!next.equals(decision())) {
            live.dispatch(new Action.Decided(consideration.id(), next, kind, live.now()));
            if (Errors.refused(live.state(), consideration.id()).isPresent()) {
                // A refused secret does not stay on the screen.
                Platform.runLater(() -> show(decision()));
            }
        }
    }

    private void changeOpen(UnaryOperator<OpenPoint> change) {
        decision().openPoint().ifPresent(point -> change(Change.Kind.OPEN_POINT, decision -> decision.withOpenPoint(Optional.of(change.apply(point)))));
    }

    private void clear() {
        live.dispatch(new Action.Answered(consideration.id(), new Answer.Text(""), live.now()));
    }

    private void show(Decision decision) {
        set(because, decision.because());
        proposed.setSelected(decision.status() == Status.PROPOSED && isAnswered());
        accepted.setSelected(decision.status() == Status.ACCEPTED);
        date.show(decision.date());
        revisit.show(decision.revisit());
        deciders.show(decision.deciders());
        arrange();
        open.setSelected(decision.openPoint().isPresent());
        flag.pseudoClassStateChanged(OPEN, decision.openPoint().isPresent());
        Nodes.show(openRow, decision.openPoint().isPresent());
        decision.openPoint().ifPresent(point -> {
            if (!getChildren().contains(openRow)) {
                getChildren().add(getChildren().indexOf(error), openRow);
            }
            set(openText, point.text());
            set(owner, point.owner());
            due.show(point.due());
        });
    }

    /** What there is to say before and after something was answered, one after the other as the width allows. */
    private void arrange() {
        var chips = deciders.chips();
        int first = facts.getChildren().indexOf(date) + 1;
        var shown = facts.getChildren().subList(first, facts.getChildren().indexOf(revisitRow));
        if (!shown.equals(chips)) {
            boolean held = shown.stream().anyMatch(Node::isFocusWithin);
            shown.clear();
            facts.getChildren().addAll(first, chips);
            if (held) {
                facts.lookup("#add-decider").requestFocus();
            }
        }
        boolean answered = isAnswered();
        facts.getChildren().forEach(fact -> Nodes.show(fact, List.of(decidedLabel, state, openSwitch).contains(fact) || answered != (fact == hint)));
    }

    private void answered(boolean answered) {
        proposed.setSelected(answered && decision().status() == Status.PROPOSED);
        arrange();
    }

    private boolean isAnswered() {
        return live.state().design().answer(consideration.id()).isPresent();
    }

    private void status(ToggleButton button, Status status, String place) {
        button.getStyleClass().addAll("segment", place);
        button.setOnAction(_ -> {
            change(Change.Kind.DECISION, decision -> decision.withStatus(status));
            show(decision());
        });
    }

    private static void field(TextInputControl field, String id, String name, String prompt, java.util.function.Consumer<String> onChange) {
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        field.textProperty().subscribe((_, text) -> {
            if (field.isFocused()) {
                onChange.accept(text);
            }
        });
    }

    private static void set(TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
            field.end();
        }
    }

    private static Label label(String key, javafx.scene.control.Control control) {
        var label = Nodes.text(Messages.get(key), "label-text");
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
