package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.plan.OpenPoint;
import aksiam.plan.Plan;
import aksiam.rules.Finding;
import aksiam.rules.Finding.Severity;
import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Editors;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.State;
import aksiam.workshop.Update;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Whether the design can be signed: errors and warnings, open points with owner and date, what waits for whom, completeness, sign-off. */
final class ReviewPage extends VBox {
    private static final int LONGEST = 60;

    /** One open point as the page tells it. */
    private record Open(String consideration, String text, String owner, Optional<LocalDate> due, boolean marked) {
    }

    private final Live live;

    ReviewPage(Live live) {
        this.live = live;
        getStyleClass().addAll("page", "page-table");
        var crumb = Nodes.text(Messages.get("page.crumb.short", 12, Catalogue.steps().size(), Catalogue.steps().get(11).title()), "small", "muted");
        var verdict = Nodes.prose("", "title");
        verdict.setId("verdict");
        live.show(_ -> verdict(), verdict::setText);
        var findings = Nodes.column("card-list");
        var open = Nodes.column("card-list");
        var waits = Nodes.column("card-list");
        var completeness = Nodes.column("side-card");
        live.show(State::findings, all -> findings(findings, all));
        live.show(state -> state.preview(), _ -> {
            open(open);
            waits(waits);
        });
        live.show(_ -> live.overview(), _ -> completeness(completeness));
        var left = Nodes.column("review-left", findings, open, waits, signOff());
        getChildren().addAll(Nodes.column("page-head", crumb, verdict), Nodes.beside(left, completeness, false));
    }

    private String verdict() {
        var all = live.overview().all();
        long errors = live.state().findings().stream().filter(finding -> finding.severity() == Severity.ERROR).count();
        int undecided = all.applicable() - all.decided();
        return errors == 0 && undecided == 0 ? Messages.get("review.ready") : Messages.get(errors > 0 ? "review.notready" : "review.open", errors, undecided);
    }

    private void findings(VBox list, List<Finding> all) {
        list.getChildren().clear();
        part(list, Marks.of(Mark.ERROR), Messages.get("review.errors"), all.stream().filter(finding -> finding.severity() == Severity.ERROR).toList());
        part(list, Marks.of(Mark.WARNING), Messages.get("review.warnings"), all.stream().filter(finding -> finding.severity() == Severity.WARNING).toList());
        list.setVisible(!list.getChildren().isEmpty());
        list.setManaged(!list.getChildren().isEmpty());
    }

    private void part(VBox list, Icon icon, String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        list.getChildren().add(Nodes.row("card-list-head", icon, Nodes.text(title, "strong"), Nodes.count(findings.size())));
        findings.stream().limit(LONGEST).forEach(finding -> list.getChildren().add(Nodes.row("card-list-row",
            finding.severity() == Severity.ERROR ? Marks.of(Mark.ERROR) : Marks.of(Mark.WARNING), Nodes.grow(Nodes.prose(finding.message(), "small")),
            place(finding.consideration()))));
    }

    private Node place(String consideration) {
        var link = Nodes.link(Catalogue.find(consideration).map(found -> found.title()).orElse(""), () -> go(consideration), "place");
        link.setVisible(Catalogue.find(consideration).isPresent());
        return link;
    }

    private void go(String consideration) {
        live.dispatch(new Action.Go(new Page.At(Catalogue.stepOf(consideration).number(), consideration)));
    }

    private void open(VBox list) {
        var points = points(live.state().design(), live.state().preview().plan());
        list.getChildren()
            .setAll(Nodes.row("card-list-head", Icons.of("flag"),
                Nodes.grow(Nodes.row("head-text", Nodes.text(Messages.get("review.openpoints"), "strong"), Nodes.count(points.size()))),
                Nodes.text(Messages.get("review.ownerdate"), "small", "muted")));
        if (points.isEmpty()) {
            list.getChildren().add(Nodes.row("card-list-row", Marks.of(Mark.DECIDED), Nodes.prose(Messages.get("review.noopen"), "small")));
        }
        var today = live.now().toLocalDate();
        for (var point : points.stream().limit(LONGEST).toList()) {
            var owner = Nodes.text(point.owner().isEmpty() ? Messages.get("review.noowner") : point.owner(), "small", "owner",
                point.owner().isEmpty() ? "error-text" : "plain");
            boolean late = point.due().filter(date -> date.isBefore(today)).isPresent();
            var due = Nodes.text(point.due().map(LocalDate::toString).orElse(Messages.get("review.nodate")), "small", "due",
                late ? "error-text" : point.due().isEmpty() ? "muted" : "plain");
            if (late) {
                Nodes.named(due, Messages.get("review.late", due.getText()));
            }
            list.getChildren().add(Nodes.row("card-list-row", point.marked() ? Icons.of("flag") : Marks.of(Mark.UNDECIDED),
                Nodes.grow(Nodes.prose(point.text(), "small")), owner, due, place(point.consideration())));
        }
        if (points.size() > LONGEST) {
            list.getChildren().add(Nodes.row("card-list-row", Nodes.text(Messages.get("guidance.more.points", points.size() - LONGEST), "small", "muted")));
        }
    }

    /** Marked ones of undecided considerations stand for them; what somebody owns comes first. */
    private static List<Open> points(Design design, Optional<Plan> plan) {
        var marked = Catalogue.all().stream().filter(consideration -> consideration.appliesTo(design))
            .flatMap(consideration -> design.decision(consideration.id()).openPoint().stream()
                .map(point -> new Open(consideration.id(), consideration.title() + (point.text().isBlank() ? "" : ": " + point.text()), point.owner(),
                    point.due(), true)))
            .toList();
        var ids = marked.stream().map(Open::consideration).toList();
        var undecided = Catalogue.all().stream()
            .filter(consideration -> Update.hasConsiderations(Catalogue.stepOf(consideration.id()).number()) && consideration.appliesTo(design)
                && design.answer(consideration.id()).isEmpty() && !ids.contains(consideration.id()))
            .map(consideration -> new Open(consideration.id(), consideration.title() + " is undecided", "", Optional.empty(), false));
        var others = plan.stream().flatMap(found -> found.openPoints().stream())
            .filter(point -> point.kind() == OpenPoint.Kind.INCOMPLETE || point.kind() == OpenPoint.Kind.LIMIT)
            .map(point -> new Open(point.consideration(), point.text(), point.owner(), point.due(), false));
        return Stream.concat(marked.stream(), Stream.concat(others, undecided)).toList();
    }

    private void waits(VBox list) {
        var grants = live.state().preview().plan().map(Plan::waitingGrants).orElse(List.of());
        list.getChildren().clear();
        list.setVisible(!grants.isEmpty());
        list.setManaged(!grants.isEmpty());
        if (grants.isEmpty()) {
            return;
        }
        list.getChildren()
            .add(Nodes.row("card-list-head", Icons.of("clock"),
                Nodes.grow(Nodes.row("head-text", Nodes.text(Messages.get("review.waits"), "strong"), Nodes.count(grants.size()))),
                Nodes.text(Messages.get("review.waits.line"), "small", "muted")));
        grants.stream().limit(LONGEST)
            .forEach(grant -> list.getChildren()
                .add(Nodes.row("card-list-row", Icons.of("clock"),
                    Nodes.grow(Nodes.prose(Messages.get("review.wait", grant.principal(), grant.role(), grant.scope()), "small")),
                    Nodes.text(grant.owner().isEmpty() ? Messages.get("review.noowner") : grant.owner(), "small", "owner",
                        grant.owner().isEmpty() ? "error-text" : "plain"),
                    place("principals"))));
        if (grants.size() > LONGEST) {
            list.getChildren().add(Nodes.row("card-list-row", Nodes.text(Messages.get("guidance.more.points", grants.size() - LONGEST), "small", "muted")));
        }
    }

    private void completeness(VBox card) {
        var all = live.overview().all();
        card.getChildren().setAll(Nodes.row("side-head", Nodes.grow(Nodes.text(Messages.get("review.completeness"), "strong")),
            Nodes.text(Messages.get("review.of", all.decided(), all.applicable()), "small", "muted")));
        Catalogue.steps().stream().filter(step -> Update.hasConsiderations(step.number())).forEach(step -> {
            var tally = live.overview().of(step);
            var bar = new ProgressBar(tally.applicable() == 0 ? 1 : (double) tally.decided() / tally.applicable());
            bar.getStyleClass().addAll("decided-bar", "short-bar");
            var title = Nodes.text(step.title(), "small");
            title.setMinWidth(0);
            card.getChildren()
                .add(Nodes.row("side-row", title, Nodes.spring(), bar, Nodes.text(tally.decided() + "/" + tally.applicable(), "caption", "muted", "tally"),
                    tally.mark().map(Marks::of).orElseGet(() -> Marks.of(Mark.NOT_NEEDED))));
        });
    }

    private Node signOff() {
        var consideration = Catalogue.get("sign-off");
        var editor = Editors.forConsideration(consideration, live.state().design(),
            rows -> live.dispatch(new Action.Answered(consideration.id(), new Answer.Table(rows), live.now())));
        live.show(state -> state.design(), editor::show);
        return Nodes.column("sign-off",
            Nodes.row("head-text", Nodes.text(consideration.title(), "section", "strong"), Nodes.prose(consideration.question(), "small", "muted")), editor);
    }
}
