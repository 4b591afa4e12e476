package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.rules.Finding;
import aksiam.rules.Finding.Severity;
import aksiam.rules.Fix;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.Route;
import aksiam.workshop.search.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A finding in a list: what is wrong and what to do, where, and the way out of it. */
final class FindingRow extends HBox {
    /** Longer lists say how many more there are. */
    private static final int LONGEST = 60;

    private FindingRow(Live live, Finding finding, Consumer<Finding> toFinding) {
        getStyleClass().addAll("row", "card-list-row", "finding-row");
        var mark = Marks.of(finding.severity() == Severity.ERROR ? Mark.ERROR : Mark.WARNING);
        var text = Nodes.column("note-text", Nodes.prose(sentence(finding.message()), "small"), Nodes.prose(finding.kind().help(), "caption", "muted"));
        getChildren().addAll(mark, Nodes.grow(text));
        Catalogue.find(finding.consideration())
            .ifPresent(place -> getChildren().addAll(place(live, place), Nodes.row("way-out-place", wayOut(live, finding, place, toFinding))));
    }

    /** Puts findings into a list, and how many more there are. */
    static void fill(Live live, VBox list, List<Finding> findings, Consumer<Finding> toFinding) {
        findings.stream().limit(LONGEST).forEach(finding -> list.getChildren().add(new FindingRow(live, finding, toFinding)));
        more(list, findings.size() - LONGEST);
    }

    /** The last row of a list that is longer than what it shows. */
    static void more(VBox list, int rest) {
        if (rest > 0) {
            list.getChildren().add(Nodes.row("card-list-row", Nodes.text(Messages.get("guidance.more.points", rest), "small", "muted")));
        }
    }

    /** Leads to a consideration, or to the step of one that is not shown by itself. */
    static Node place(Live live, Consideration consideration) {
        var link = Nodes.link(consideration.title(), () -> go(live, consideration), "place");
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        return link;
    }

    static void go(Live live, Consideration consideration) {
        live.dispatch(new Action.Go(Route.at(consideration.id())));
    }

    private static Node wayOut(Live live, Finding finding, Consideration place, Consumer<Finding> toFinding) {
        var fix = Optional.ofNullable(live.state().preview().fixes().get(finding));
        var button = Nodes.button(
            fix.map(Fix::label).orElseGet(() -> Messages.get(Target.of(finding) instanceof Target.Cell ? "finding.cell" : "finding.show")),
            fix.<Runnable>map(found -> () -> live.dispatch(action(live, finding, found)))
                .orElse(() -> toFinding.accept(finding)),
            "small-button", "way-out", fix.isPresent() ? "accent" : "plain");
        button.setAccessibleText(fix.map(Fix::label).orElse(Messages.get("guidance.show", place.title())) + ", " + finding.message());
        return button;
    }

    /** What settles a finding. */
    static Action action(Live live, Finding finding, Fix fix) {
        return switch (fix) {
            case Fix.Answering(var _, var consideration, var answer) -> new Action.Answered(consideration, answer, live.now());
            case Fix.Renumbering() -> new Action.Renumbered(finding.consideration(), live.now());
        };
    }

    private static String sentence(String message) {
        return message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }
}
