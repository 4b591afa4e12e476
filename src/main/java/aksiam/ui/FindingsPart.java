package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.rules.Finding;
import aksiam.rules.Fix;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.Route;
import aksiam.workshop.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What is wrong in the step, with the fix where there is only one. A fixed finding says so, with the way back, until the next answer. While pointer or focus is
 * here, nothing goes and what is new is added below.
 */
final class FindingsPart extends VBox {
    private static final int SHOWN = 12;

    /** A finding that was fixed here, by the last change. */
    private record Fixed(Finding finding, State.Turn turn, Node card) {
    }

    private record Shown(List<Finding> findings, Map<Finding, Fix> fixes, State.Turn turn, int files, boolean current) {
    }

    private final Live live;
    private final Calm calm = new Calm(this);
    private final Map<Finding, Node> cards = new LinkedHashMap<>();
    private Optional<Fixed> fixed = Optional.empty();
    private Optional<Fixed> past = Optional.empty();
    private String step = "";

    FindingsPart(Live live) {
        this.live = live;
        getStyleClass().add("guidance-part");
        setId("findings");
        live.show(FindingsPart::shown, this::show);
    }

    /** Findings of the present step: errors and warnings, and notes of the open consideration. */
    private static Shown shown(State state) {
        var step = state.page() instanceof Page.At(var number, var _)
            ? Catalogue.steps().get(number - 1).considerations().stream().map(consideration -> consideration.id()).toList()
            : List.<String>of();
        var findings = state.findings().stream().filter(finding -> step.contains(finding.consideration()))
            .filter(finding -> finding.severity() != Finding.Severity.NOTE || finding.consideration().equals(state.consideration())
                && finding.kind() != Finding.Kind.OPEN_POINT)
            .limit(SHOWN).toList();
        return new Shown(findings, state.preview().fixes(), state.turn(), state.preview().changes().size(), state.preview().design() == state.design());
    }

    private void show(Shown now) {
        if (fixed.isPresent() && !fixed.get().turn().equals(now.turn())) {
            past = fixed;
            fixed = Optional.empty();
        }
        // Where a fix was undone the finding is back in its place.
        past.filter(done -> now.findings().contains(done.finding()) && getChildren().contains(done.card())).ifPresent(done -> {
            cards.put(done.finding(), card(done.finding(), now));
            getChildren().set(getChildren().indexOf(done.card()), cards.get(done.finding()));
            past = Optional.empty();
        });
        fixed.filter(_ -> now.current()).ifPresent(done -> {
            var card = done(now.files());
            if (getChildren().contains(done.card())) {
                getChildren().set(getChildren().indexOf(done.card()), card);
            }
            fixed = Optional.of(new Fixed(done.finding(), done.turn(), card));
        });
        var place = live.state().consideration();
        if (!place.equals(step)) {
            step = place;
            fixed = Optional.empty();
            build(now);
            return;
        }
        now.findings().stream().filter(finding -> !cards.containsKey(finding)).forEach(finding -> {
            if (!calm.isCalm() && !cards.isEmpty()) {
                cards.put(finding, card(finding, now));
                getChildren().add(cards.get(finding));
            }
        });
        calm.run(() -> build(shown(live.state())));
    }

    /** From scratch, in the order of weight; what was fixed comes last. */
    private void build(Shown now) {
        cards.clear();
        now.findings().forEach(finding -> cards.put(finding, card(finding, now)));
        var rows = new ArrayList<Node>();
        boolean any = !cards.isEmpty() || fixed.isPresent();
        if (any) {
            rows.add(Nodes.row("part-head", Nodes.text(Messages.get("guidance.findings"), "small", "strong"), Nodes.count(cards.size())));
        }
        rows.addAll(cards.values());
        fixed.ifPresent(done -> rows.add(done.card()));
        getChildren().setAll(rows);
        setVisible(any);
        setManaged(any);
    }

    private Node card(Finding finding, Shown now) {
        var icon = switch (finding.severity()) {
            case ERROR -> Marks.of(Mark.ERROR);
            case WARNING -> Marks.of(Mark.WARNING);
            case NOTE -> Icons.of("info").styled("icon-accent");
        };
        var text = Nodes.column("note-text", Nodes.prose(finding.message(), "small", "strong"), Nodes.prose(finding.kind().help(), "small"));
        var card = Nodes.note("plain", icon, text);
        card.setAccessibleText(Messages.get("guidance.finding." + finding.severity().label(), finding.message()));
        var buttons = Nodes.row("note-buttons");
        Optional.ofNullable(now.fixes().get(finding)).ifPresent(fix -> buttons.getChildren().add(Nodes.button(fix.label(), () -> fix(finding, fix, card),
            "small-button", "accent-button")));
        if (!finding.consideration().equals(live.state().consideration())) {
            buttons.getChildren().add(Nodes.button(Messages.get("guidance.show", Catalogue.get(finding.consideration()).title()),
                () -> live.dispatch(new Action.Go(Route.at(finding.consideration()))), "small-button", "ghost"));
        }
        if (!buttons.getChildren().isEmpty()) {
            text.getChildren().add(buttons);
        }
        return card;
    }

    /** One change that can be undone. The card stays where it is and says so. */
    private void fix(Finding finding, Fix fix, HBox card) {
        live.dispatch(FindingRow.action(live, finding, fix));
        var done = done(0);
        done.setMinHeight(card.getHeight());
        int at = getChildren().indexOf(card);
        if (at >= 0) {
            getChildren().set(at, done);
        }
        fixed = Optional.of(new Fixed(finding, live.state().turn(), done));
        done.lookupAll(".button").forEach(Node::requestFocus);
    }

    private HBox done(int files) {
        var undo = Nodes.button(Messages.get("guidance.undo"), () -> live.dispatch(new Action.Undo(live.now())), "small-button");
        var words = Nodes.prose(files == 0 ? Messages.get("guidance.fixed") : Messages.get("guidance.fixed.files", files), "small", "strong");
        return Nodes.note("success", Marks.of(Mark.DECIDED), Nodes.row("fixed", Nodes.grow(words), undo));
    }
}
