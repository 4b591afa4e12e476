package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.rules.Finding;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.Route;
import aksiam.workshop.StepFilter;
import aksiam.workshop.Workshop;
import aksiam.workshop.search.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The window of one design: bar, steps, page, panel and status; or the start page. */
public final class MainWindow extends StackPane implements CommandList.Around {
    /** What shows a design. */
    private record Bench(StepList steps, Centre centre, SidePanel panel, Columns columns, StatusBar status, SearchIndex index) {
    }

    /** The parts of the window that F6 goes through. */
    enum Part {
        TOP, STEPS, PAGE, PANEL, STATUS
    }

    private final Live live;
    private final Sheet sheet = new Sheet();
    private final BorderPane frame = new BorderPane();
    private final ObservableValue<Look> look;
    private final TopBar top;
    private final Toast toast;
    private final Node startStatus;
    private final Desk desk;
    private final Commands document;
    private Optional<StartPage> start = Optional.empty();
    private Optional<Bench> bench = Optional.empty();
    private Optional<Palette> palette = Optional.empty();
    private final CommandList commands;
    private final Runnable quit;
    private Optional<Finding> finding = Optional.empty();
    private int findingAt;

    /** @param quit closes the application */
    public MainWindow(Workshop workshop, Desk desk, Runnable quit) {
        this.live = new Live(workshop);
        this.desk = desk;
        this.quit = quit;
        document = new Commands(live, desk, sheet);
        commands = new CommandList(live, document, this);
        look = Look.following(live);
        top = new TopBar(live, look, new Menus(live, commands), new SearchBox(commands.get("edit.search")));
        startStatus = Nodes.row("status", Icons.of("lock"), Nodes.text(Messages.get("start.status"), "small", "muted"), Nodes.spring(),
            Nodes.text(Messages.get("start.facts"), "small", "muted"));
        getStyleClass().add("window");
        frame.setTop(top);
        toast = new Toast(live, look);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        getChildren().addAll(frame, new Hints(live, frame, () -> focus(Part.PAGE)), toast, sheet);
        live.show(state -> state.page() instanceof Page.Start, this::arrange);
        new KeyBindings(live, commands, sheet::isOpen).on(this);
        addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
    }

    /** The scene of the window, with theme and size of type as preferred. */
    public Scene scene(double width, double height) {
        var scene = new Scene(this, width, height);
        look.subscribe(now -> now.on(scene));
        InView.follow(scene);
        return scene;
    }

    /** Whether the search knows the present design. */
    boolean isIndexed() {
        return bench().index().isOf(live.state().preview());
    }

    CommandList commands() {
        return commands;
    }

    private StartPage start() {
        if (start.isEmpty()) {
            start = Optional.of(new StartPage(live, document, commands.get("file.open").shown()));
        }
        return start.get();
    }

    /** Built when the first design is opened: the start page is there sooner without it, and the first step without the start page. */
    private Bench bench() {
        if (bench.isEmpty()) {
            var steps = new StepList(live, this::foldSteps);
            var centre = new Centre(live, desk, sheet, document, commands.get("workshop.compare"), this::show);
            var panel = new SidePanel(live, desk, this::unfold, this::jump);
            var columns = new Columns(steps, centre, panel, new ColumnWidths(live));
            var index = new SearchIndex(live);
            bench = Optional.of(new Bench(steps, centre, panel, columns, new StatusBar(live), index));
            live.show(state -> state.page() instanceof Page.At(var step, var _) ? step : 0, columns::open);
            live.show(state -> state.preferences().zoom(), columns::setZoom);
        }
        return bench.get();
    }

    /** Built when something is first searched. */
    private Palette palette() {
        if (palette.isEmpty()) {
            palette = Optional.of(new Palette(live, bench().index(), commands, this::chosen));
        }
        return palette.get();
    }

    private void arrange(boolean atStart) {
        frame.setCenter(atStart ? start() : bench().columns());
        frame.setBottom(atStart ? startStatus : bench().status());
        if (atStart) {
            Platform.runLater(() -> start().lookupAll("#open").forEach(Node::requestFocus));
        }
    }

    /** An icon of the rail opens the panel over the page, which keeps its width. */
    private void unfold(boolean open) {
        if (open) {
            bench().columns().floatPanel();
            bench().columns().layout();
        } else if (bench().columns().isPanelOver()) {
            bench().columns().foldPanel(true);
        } else {
            bench().columns().choosePanel(true);
        }
    }

    /** From the panel to a consideration. What stands beside the page stays there, so that one can come back to it. */
    private void jump(String consideration) {
        var columns = bench().columns();
        if (consideration.equals(live.state().consideration())) {
            bench().centre().focusAnswer();
            return;
        }
        boolean beside = !columns.isPanelFolded() && !columns.isPanelOver();
        live.dispatch(new Action.Go(Route.at(consideration)));
        if (beside) {
            columns.foldPanel(false);
        }
    }

    @Override
    public void find() {
        show(SidePanel.View.FILES);
        bench().panel().find();
    }

    @Override
    public void change(int by) {
        show(SidePanel.View.FILES);
        bench().panel().change(by);
    }

    @Override
    public void zoom(int by) {
        top.zoom(by);
    }

    @Override
    public void zoomTo(int percent) {
        live.dispatch(new Action.Prefer(live.state().preferences().withZoom(percent)));
    }

    @Override
    public void foldSteps() {
        bench().columns().chooseSteps(!bench().columns().isStepsFolded());
    }

    @Override
    public void foldPanel() {
        bench().columns().choosePanel(!bench().columns().isPanelFolded());
    }

    @Override
    public void show(SidePanel.View view) {
        openPanel();
        bench().panel().show(view);
        bench().panel().focusView();
    }

    @Override
    public void accept() {
        bench().centre().page().ifPresent(page -> page.strip().accept());
    }

    @Override
    public void compare() {
        bench().centre().page().ifPresent(page -> {
            var compare = new CompareSheet(live, page.consideration(), page::choose, sheet::close);
            sheet.cover(compare, compare.first(), Pos.CENTER, Insets.EMPTY);
        });
    }

    @Override
    public void openPoint() {
        bench().centre().page().ifPresent(page -> page.strip().toggleOpen());
    }

    @Override
    public void quit() {
        quit.run();
    }

    @Override
    public void about() {
        sheet.tell(Messages.get("help.about"), Nodes.prose(Messages.get("about.text")));
    }

    @Override
    public void report() {
        var report = live.report();
        var content = new ClipboardContent();
        content.putString(report);
        Clipboard.getSystemClipboard().setContent(content);
        sheet.tell(Messages.get("help.report"), Nodes.column("report", Nodes.prose(Messages.get("report.text")),
            Nodes.prose(report.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n")), "small", "muted")));
    }

    @Override
    public void guide() {
        new Guide(sheet, desk).open(live.state().page());
    }

    @Override
    public void keys() {
        sheet.tell(Messages.get("help.keys"), new KeyTable(commands, live.state()));
    }

    @Override
    public void widenPanel(int by) {
        bench().columns().widenPanel(by);
    }

    @Override
    public void divideFiles(int by) {
        openPanel();
        bench().panel().divide(by);
    }

    @Override
    public void list(StepFilter filter) {
        bench().steps().list(filter);
    }

    @Override
    public StepFilter listed() {
        return bench.map(built -> built.steps().listed()).orElse(StepFilter.ALL);
    }

    @Override
    public void focus(Part part) {
        switch (part) {
            case TOP -> top.focusFirst();
            case STEPS -> bench().steps().focusHere();
            case PAGE -> bench().centre().focusAnswer();
            case PANEL -> {
                openPanel();
                bench().panel().focusView();
            }
            case STATUS -> bench().status().lookup(".counter").requestFocus();
        }
    }

    /** At once: what a rail hides cannot have the focus. */
    private void openPanel() {
        bench().columns().foldPanel(false);
        bench().columns().layout();
    }

    @Override
    public void region(int distance) {
        var regions = List.<Node>of(top, bench().steps(), bench().centre(), bench().panel(), bench().status());
        int now = -1;
        for (var node = getScene().getFocusOwner(); node != null; node = node.getParent()) {
            now = Math.max(now, regions.indexOf(node));
        }
        var next = Part.values()[Math.floorMod(now + distance, Part.values().length)];
        if (next == Part.PANEL && bench().columns().isPanelFolded()) {
            bench().panel().focusRail();
        } else {
            focus(next);
        }
    }

    /** From one error or warning to the next, over the ends; from where the last one was, when it was settled meanwhile. */
    @Override
    public void finding(int distance) {
        var problems = live.state().findings().stream().filter(StepFilter::isProblem).toList();
        int last = finding.map(problems::indexOf).orElse(-1);
        int next = last >= 0 ? last + distance : distance > 0 ? findingAt : findingAt - 1;
        findingAt = Math.floorMod(next, problems.size());
        finding = Optional.of(problems.get(findingAt));
        show(finding.get());
        if (Target.of(finding.get()) instanceof Target.Cell) {
            return; // the cell, and the line below the table, say it
        }
        var severity = finding.get().severity();
        toast.say(severity == Finding.Severity.ERROR ? Mark.ERROR : Mark.WARNING,
            Messages.get("toast.finding", findingAt + 1, problems.size(), severity.label(), finding.get().message()));
    }

    private void show(Finding finding) {
        if (Catalogue.find(finding.consideration()).isPresent()) {
            go(Target.of(finding));
        }
    }

    @Override
    public void search(String typed) {
        sheet.cover(palette(), palette().field(), Pos.TOP_CENTER, new Insets(top.getHeight(), 0, 0, 0));
        palette().open(typed);
    }

    private void chosen(Target target) {
        sheet.close();
        go(target);
    }

    /** What is shown is built at once; it can have the focus when it was laid out. */
    private void go(Target target) {
        switch (target) {
            case Target.Place(var page) -> go(page, bench().centre()::focusAnswer);
            case Target.Card(var page, var option) -> go(page, () -> bench().centre().focusOption(option));
            case Target.Cell(var page, var row, var column) -> go(page, () -> bench().centre().select(row, column));
            case Target.File(var path) -> {
                openPanel();
                bench().panel().showFile(path);
                bench().panel().focusView();
            }
            case Target.Run run -> palette().command(run).action().run();
        }
    }

    private void go(Page page, Runnable then) {
        live.dispatch(new Action.Go(page));
        Platform.runLater(then);
    }

    /** Leaves what is innermost: a panel that lies over the page, else the region beside the page. */
    private void leave(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE || sheet.isOpen() || !(live.state().page() instanceof Page.At)) {
            return;
        }
        if (bench().columns().isPanelOver()) {
            bench().columns().foldPanel(true);
        }
        bench().centre().focusAnswer();
        event.consume();
    }
}
