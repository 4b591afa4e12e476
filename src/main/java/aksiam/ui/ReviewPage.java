package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.plan.WaitingGrant;
import aksiam.rules.Finding;
import aksiam.rules.Finding.Severity;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.OpenPoints;
import aksiam.workshop.OpenPoints.Point;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.State;
import aksiam.workshop.Update;
import aksiam.workshop.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Whether the design can be signed, and everything that speaks against it, each with a way there. */
final class ReviewPage extends VBox {
    private static final int LONGEST = 60;

    private final Live live;
    private final Consumer<Finding> toFinding;

    ReviewPage(Live live, Consumer<Finding> toFinding) {
        this.live = live;
        this.toFinding = toFinding;
        getStyleClass().addAll("page", "page-table");
        setId("review-page");
        var crumb = Nodes.text(Messages.get("page.crumb.short", 12, Catalogue.steps().size(), Catalogue.steps().get(11).title()), "small", "muted");
        var verdict = Nodes.prose("", "title");
        verdict.setId("verdict");
        live.show(this::verdict, verdict::setText);
        var copy = Nodes.button(Messages.get("review.copy"), this::copy);
        copy.setGraphic(Icons.of("copy"));
        copy.setId("copy-review");
        var findings = Nodes.column("card-list");
        var open = Nodes.column("card-list");
        var undecided = Nodes.column("card-list");
        var waits = Nodes.column("card-list");
        var doors = Nodes.column("side-card");
        var completeness = Nodes.column("side-card");
        live.show(State::findings, all -> findings(findings, all));
        live.show(this::points, points -> open(open, points));
        live.show(state -> undecided(state.design()), all -> undecided(undecided, all));
        live.show(state -> waiting(state), grants -> waits(waits, grants));
        live.show(state -> doors(state.design()), passed -> doors(doors, passed));
        live.show(_ -> live.overview(), _ -> completeness(completeness));
        var left = Nodes.column("review-left", findings, open, waits, undecided, new SignOffList(live));
        getChildren().addAll(Nodes.column("page-head", crumb, Nodes.row("page-title", Nodes.grow(verdict), copy)),
            Nodes.beside(left, side(completeness, doors), false));
    }

    /** Below the list the cards stand side by side. */
    private static FlowPane side(Node... cards) {
        var side = new FlowPane(cards);
        side.getStyleClass().add("review-side");
        return side;
    }

    private String verdict(State state) {
        var all = live.overview().all();
        int errors = of(state.findings(), Severity.ERROR).size();
        int undecided = all.applicable() - all.decided();
        int signed = state.design().rows("sign-off").size();
        if (errors == 0 && signed > 0 && SignOffList.missing(state).isEmpty()) {
            return Messages.get("review.signed", signed, undecided);
        }
        return errors == 0 && undecided == 0 ? Messages.get("review.ready") : Messages.get(errors > 0 ? "review.notready" : "review.open", errors, undecided);
    }

    private static List<Finding> of(List<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).toList();
    }

    private void findings(VBox list, List<Finding> all) {
        list.getChildren().clear();
        part(list, Mark.ERROR, Messages.get("review.errors"), of(all, Severity.ERROR));
        part(list, Mark.WARNING, Messages.get("review.warnings"), of(all, Severity.WARNING));
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(Nodes.row("card-list-row", Marks.of(Mark.DECIDED), Nodes.prose(Messages.get("review.nofindings"), "small")));
        }
    }

    private void part(VBox list, Mark mark, String title, List<Finding> findings) {
        if (!findings.isEmpty()) {
            list.getChildren().add(head(Marks.of(mark), title, findings.size(), ""));
            FindingRow.fill(live, list, findings, toFinding);
        }
    }

    private static HBox head(Node icon, String title, int count, String line) {
        return Nodes.row("card-list-head", icon, Nodes.text(title, "strong"), Nodes.count(count), Nodes.spring(), Nodes.text(line, "small", "muted"));
    }

    private List<Point> points(State state) {
        return OpenPoints.of(state.design(), state.preview().plan());
    }

    private void open(VBox list, List<Point> points) {
        list.getChildren().setAll(head(Icons.of("flag"), Messages.get("review.openpoints"), points.size(), Messages.get("review.ownerdate")));
        if (points.isEmpty()) {
            list.getChildren().add(Nodes.row("card-list-row", Marks.of(Mark.DECIDED), Nodes.prose(Messages.get("review.noopen"), "small")));
        }
        points.stream().limit(LONGEST).forEach(point -> list.getChildren().add(point(point)));
        FindingRow.more(list, points.size() - LONGEST);
    }

    private Node point(Point point) {
        var consideration = Catalogue.get(point.consideration());
        boolean nobody = point.owner().isBlank();
        boolean late = point.isLate(live.now().toLocalDate());
        var owner = Nodes.prose(nobody ? Messages.get("review.noowner") : point.owner(), "small", "owner", nobody ? "error-text" : "plain");
        var due = Nodes.prose(due(point, late), "small", "due", late || point.due().isEmpty() ? "error-text" : "plain");
        if (late) {
            due.getStyleClass().add("strong");
        }
        var go = Nodes.link(Messages.get(nobody ? "review.assign" : "review.go"), () -> FindingRow.go(live, consideration), "way");
        go.setAccessibleText(go.getText() + " " + consideration.title());
        return Nodes.row("card-list-row", point.marked() ? Icons.of("flag") : Marks.of(Mark.WARNING), Nodes.grow(Nodes.prose(point.text(), "small")), owner,
            due,
            go);
    }

    private static String due(Point point, boolean late) {
        var date = point.due().map(LocalDate::toString).orElse(Messages.get("review.nodate"));
        return late ? Messages.get("review.late", date) : date;
    }

    private static List<Consideration> undecided(Design design) {
        return Catalogue.all().stream().filter(consideration -> Update.hasConsiderations(Catalogue.stepOf(consideration.id()).number())
            && consideration.appliesTo(design) && design.answer(consideration.id()).isEmpty()).toList();
    }

    private void undecided(VBox list, List<Consideration> all) {
        Nodes.show(list, !all.isEmpty());
        list.getChildren().setAll(head(Marks.of(Mark.UNDECIDED), Messages.get("review.undecided"), all.size(), Messages.get("review.undecided.line")));
        var links = all.stream().map(consideration -> {
            var standing = live.overview().of(consideration.id());
            var step = Catalogue.stepOf(consideration.id());
            var where = Nodes.text(step.number() + " " + step.title(), "caption", "muted");
            where.setMinWidth(USE_PREF_SIZE);
            return (Node) Nodes.row("undecided", Marks.of(standing.mark()), Nodes.grow(FindingRow.place(live, consideration)), where);
        }).toArray(Node[]::new);
        list.getChildren().add(Nodes.column("undecided-list", new Tiles(2, 4, links)));
    }

    private static List<WaitingGrant> waiting(State state) {
        return state.preview().plan().map(Plan::waitingGrants).orElse(List.of());
    }

    /** One line for each who is waited for. */
    private void waits(VBox list, List<WaitingGrant> grants) {
        Nodes.show(list, !grants.isEmpty());
        var byPrincipal = grants.stream().collect(Collectors.groupingBy(WaitingGrant::principal, LinkedHashMap::new, Collectors.toList()));
        list.getChildren().setAll(head(Icons.of("clock"), Messages.get("review.waits"), grants.size(), Messages.get("review.waits.line")));
        byPrincipal.entrySet().stream().limit(LONGEST).forEach(entry -> list.getChildren().add(wait(entry.getKey(), entry.getValue())));
        FindingRow.more(list, byPrincipal.size() - LONGEST);
    }

    private Node wait(String principal, List<WaitingGrant> grants) {
        var owner = grants.getFirst().owner();
        var what = grants.stream().map(grant -> Messages.get("review.wait.grant", grant.role(), grant.scope())).distinct().limit(3)
            .collect(Collectors.joining("; ")) + (grants.size() > 3 ? "; …" : "");
        var text = Nodes.column("note-text", Nodes.prose(Messages.get("review.wait", Words.count(grants.size(), "grant"), principal), "small"),
            Nodes.prose(what, "caption", "muted"));
        return Nodes.row("card-list-row", Icons.of("clock"), Nodes.grow(text),
            Nodes.prose(owner.isEmpty() ? Messages.get("review.noowner") : owner, "small", "owner", owner.isEmpty() ? "error-text" : "plain"),
            FindingRow.place(live, Catalogue.get("principals")));
    }

    /** Considerations whose chosen options pass a one-way door, with its kind. */
    private static LinkedHashMap<Consideration, String> doors(Design design) {
        var passed = new LinkedHashMap<Consideration, String>();
        Catalogue.all().stream().filter(consideration -> consideration.appliesTo(design))
            .forEach(consideration -> consideration.input().options().stream().filter(option -> design.chose(consideration.id(), option.id()))
                .flatMap(option -> option.door().stream()).filter(door -> door.reversibility().isOneWayDoor()).findFirst()
                .ifPresent(door -> passed.put(consideration, Messages.get("door." + door.reversibility().name().toLowerCase(Locale.ROOT)))));
        return passed;
    }

    private void doors(VBox card, LinkedHashMap<Consideration, String> passed) {
        card.getChildren().setAll(Nodes.row("side-head", Icons.of("one-way-door").styled("icon-warning"), Nodes.text(Messages.get("review.doors"), "strong"),
            Nodes.spring(), Nodes.count(passed.size())));
        if (passed.isEmpty()) {
            card.getChildren().add(Nodes.prose(Messages.get("review.nodoors"), "small", "muted"));
        }
        passed.forEach((consideration, kind) -> {
            var how = Nodes.text(kind, "caption", "muted");
            how.setMinWidth(USE_PREF_SIZE);
            card.getChildren().add(Nodes.row("side-row", FindingRow.place(live, consideration), Nodes.spring(), how));
        });
    }

    private void completeness(VBox card) {
        var all = live.overview().all();
        card.getChildren().setAll(Nodes.row("side-head", Nodes.grow(Nodes.text(Messages.get("review.completeness"), "strong")),
            Nodes.text(Messages.get("review.of", all.decided(), all.applicable()), "small", "muted")));
        Catalogue.steps().stream().filter(step -> Update.hasConsiderations(step.number())).forEach(step -> card.getChildren().add(new StepTally(live, step)));
    }

    /** Verdict, findings and open points as plain text, for a mail or the minutes. */
    private void copy() {
        var state = live.state();
        var text = new StringBuilder(verdict(state)).append('\n');
        state.findings().stream().filter(finding -> finding.severity() != Severity.NOTE)
            .forEach(finding -> text.append("- ").append(finding.severity().label()).append(": ")
                .append(Catalogue.find(finding.consideration()).map(found -> found.title() + ": ").orElse("")).append(finding.message()).append('\n'));
        var today = live.now().toLocalDate();
        points(state).forEach(point -> text.append("- ").append(Messages.get("review.point", point.text(),
            point.owner().isBlank() ? Messages.get("review.noowner") : point.owner(), due(point, point.isLate(today)))).append('\n'));
        undecided(state.design()).forEach(open -> text.append("- ").append(Messages.get("review.undecided.item", open.title())).append('\n'));
        var content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
