package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Step;
import aksiam.ui.parts.Messages;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences;
import aksiam.workshop.Route;
import aksiam.workshop.Shelf;
import aksiam.workshop.State;
import aksiam.workshop.StepFilter;
import aksiam.workshop.search.Search;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** All commands, in the order of the menus. A new command is one line here. */
final class CommandList {
    private static final int GENERATE = 13;
    private static final int MOST_RECENT = 9;

    /** What the window does for commands. */
    interface Around {
        void zoom(int by);

        void zoomTo(int percent);

        void foldSteps();

        void foldPanel();

        void widenPanel(int by);

        void show(SidePanel.View view);

        void search(String typed);

        /** Moves the divider inside of Files. */
        void divideFiles(int by);

        void list(StepFilter filter);

        StepFilter listed();

        void focus(MainWindow.Part part);

        void region(int distance);

        void finding(int distance);

        void find();

        void change(int by);

        void accept();

        void compare();

        void openPoint();

        void guide();

        void keys();

        void report();

        void about();

        void quit();
    }

    /**
     * A menu of the bar.
     *
     * @param sections parted by lines
     */
    record Titled(String key, List<List<Entry>> sections) {
        Stream<Command> commands(State state) {
            return sections.stream().flatMap(List::stream).flatMap(entry -> entry.commands(state));
        }
    }

    private final Live live;
    private final Commands document;
    private final Around around;
    private final List<Titled> menus;

    CommandList(Live live, Commands document, Around around) {
        this.live = live;
        this.document = document;
        this.around = around;
        this.menus = List.of(file(), edit(), view(), workshop(), help());
    }

    List<Titled> menus() {
        return menus;
    }

    Stream<Command> all() {
        var state = live.state();
        return menus.stream().flatMap(menu -> menu.commands(state));
    }

    /** The command of that name. */
    Command get(String key) {
        return all().filter(command -> command.key().equals(key)).findFirst().orElseThrow();
    }

    private Titled file() {
        return menu("menu.file",
            List.of(Command.of("file.new", "Shortcut+N", document::newDesign),
                design("file.start", "", document::start),
                Command.of("file.open", "Shortcut+O", document::open),
                new Entry.Group("file.recent", this::recent)),
            List.of(design("file.save", "Shortcut+S", document::save),
                design("file.saveas", "Shortcut+Shift+S", document::saveAs)),
            List.of(design("file.generate", "Shortcut+G", () -> go(new Page.At(GENERATE, "")))),
            List.of(Command.of("file.quit", "Shortcut+Q", around::quit)));
    }

    private Titled edit() {
        return menu("menu.edit",
            List.of(
                design("edit.undo", "Shortcut+Z", () -> live.dispatch(new Action.Undo(live.now()))).beforeControls()
                    .named(state -> state.history().undo().map(entry -> Messages.get("edit.undo.what", entry.change().label()))
                        .orElse(Messages.get("edit.undo")))
                    .when(state -> state.history().undo().isPresent()),
                design("edit.redo", "Shortcut+Y, Shortcut+Shift+Z", () -> live.dispatch(new Action.Redo(live.now()))).beforeControls()
                    .named(state -> state.history().redo().map(entry -> Messages.get("edit.redo.what", entry.change().label()))
                        .orElse(Messages.get("edit.redo")))
                    .when(state -> state.history().redo().isPresent())),
            List.of(design("edit.search", "Shortcut+K", () -> around.search("")),
                design("edit.commands", "Shortcut+Shift+K", () -> around.search(Search.COMMANDS_ONLY))));
    }

    private Titled view() {
        return menu("menu.view",
            List.of(Command.of("view.larger", "Shortcut+Plus, Shortcut+Equals, Shortcut+Add", () -> around.zoom(TopBar.ZOOM_STEP)),
                Command.of("view.smaller", "Shortcut+Minus, Shortcut+Subtract", () -> around.zoom(-TopBar.ZOOM_STEP)),
                Command.of("view.normal", "Shortcut+0", () -> around.zoomTo(100)),
                preference("view.theme", Preferences.Theme.values(), Preferences::theme, Preferences::withTheme),
                preference("view.contrast", Preferences.Contrast.values(), Preferences::contrast, Preferences::withContrast),
                Command.of("view.animation", "", () -> prefer(preferences -> preferences.withAnimated(!preferences.animated())))
                    .chosenWhen(state -> state.preferences().animated())),
            List.of(design("view.steps", "Shortcut+B", around::foldSteps),
                design("view.panel", "Shortcut+Shift+B", around::foldPanel),
                design("view.wider", "Alt+Shift+Left", () -> around.widenPanel(1)),
                design("view.narrower", "Alt+Shift+Right", () -> around.widenPanel(-1)),
                design("view.files.more", "Alt+Shift+Page Down", () -> around.divideFiles(1)),
                design("view.files.less", "Alt+Shift+Page Up", () -> around.divideFiles(-1))),
            List.of(design("panel.guidance", "", () -> around.show(SidePanel.View.GUIDANCE)),
                design("panel.files", "", () -> around.show(SidePanel.View.FILES)),
                design("panel.record", "", () -> around.show(SidePanel.View.RECORD)),
                design("view.find", "Shortcut+F", around::find),
                design("view.change.next", "F7", () -> around.change(1)).when(CommandList::hasChanges),
                design("view.change.previous", "Shift+F7", () -> around.change(-1)).when(CommandList::hasChanges),
                new Entry.Group("view.list", _ -> Stream.of(StepFilter.values()).map(this::list).toList())),
            List.of(design("view.region.next", "F6", () -> around.region(1)),
                design("view.region.previous", "Shift+F6", () -> around.region(-1)),
                design("view.region.steps", "Shortcut+1", () -> around.focus(MainWindow.Part.STEPS)),
                design("view.region.page", "Shortcut+2", () -> around.focus(MainWindow.Part.PAGE)),
                design("view.region.panel", "Shortcut+3", () -> around.focus(MainWindow.Part.PANEL))));
    }

    private Titled workshop() {
        return menu("menu.workshop",
            List.of(design("workshop.next", "Alt+Right", () -> go(Route.next(live.state().page(), live.state().design()))),
                design("workshop.previous", "Alt+Left", () -> go(Route.previous(live.state().page(), live.state().design()))),
                design("workshop.nextstep", "Alt+Down", () -> go(Route.step(live.state().page(), live.state().design(), 1))),
                design("workshop.previousstep", "Alt+Up", () -> go(Route.step(live.state().page(), live.state().design(), -1))),
                new Entry.Group("workshop.step", _ -> Catalogue.steps().stream().map(this::step).toList())),
            List.of(Command.of("workshop.back", "Alt+Backspace", () -> live.dispatch(new Action.Back())).when(state -> !state.visits().before().isEmpty()),
                Command.of("workshop.forward", "Alt+Shift+Backspace", () -> live.dispatch(new Action.Forward()))
                    .when(state -> !state.visits().after().isEmpty())),
            List.of(consideration("workshop.accept", "Shortcut+D", around::accept),
                consideration("workshop.compare", "Shortcut+Shift+C", around::compare)
                    .when(state -> Catalogue.find(state.consideration()).filter(found -> found.input().options().size() > 1).isPresent()),
                consideration("workshop.open", "Shortcut+Shift+O", around::openPoint)),
            List.of(design("workshop.finding.next", "F8", () -> around.finding(1)).when(CommandList::hasProblems),
                design("workshop.finding.previous", "Shift+F8", () -> around.finding(-1)).when(CommandList::hasProblems)));
    }

    private Titled help() {
        return menu("menu.help",
            List.of(Command.of("help.guide", "Shift+F1", around::guide), Command.of("help.keys", "F1", around::keys),
                Command.of("help.hints", "", () -> prefer(preferences -> preferences.withHints(!preferences.hints())))
                    .chosenWhen(state -> state.preferences().hints())),
            List.of(Command.of("help.report", "", around::report), Command.of("help.about", "", around::about)));
    }

    @SafeVarargs
    private static Titled menu(String key, List<Entry>... sections) {
        return new Titled(key, List.of(sections));
    }

    /** Only while a design is open. */
    private static Command design(String key, String keys, Runnable action) {
        return Command.of(key, keys, action).when(state -> state.page() instanceof Page.At);
    }

    /** Only while a consideration is open. */
    private static Command consideration(String key, String keys, Runnable action) {
        return Command.of(key, keys, action).when(state -> !state.consideration().isEmpty());
    }

    private static boolean hasChanges(State state) {
        return state.page() instanceof Page.At && !state.preview().changes().isEmpty();
    }

    private static boolean hasProblems(State state) {
        return state.page() instanceof Page.At && state.findings().stream().anyMatch(StepFilter::isProblem);
    }

    private List<Command> recent(State state) {
        return state.shelf().recent().stream().filter(Shelf.Recent::found).limit(MOST_RECENT)
            .map(file -> Command.of("file.recent", "", () -> document.open(file.file())).named(_ -> file.file().getFileName().toString())).toList();
    }

    private Command step(Step step) {
        return design("workshop.step", "", () -> go(Route.open(step, live.state().design()))).named(_ -> step.number() + " " + step.title())
            .chosenWhen(state -> state.page() instanceof Page.At(var number, var _) && number == step.number());
    }

    private Command list(StepFilter filter) {
        return design("view.list." + filter.name().toLowerCase(Locale.ROOT), "", () -> around.list(filter)).chosenWhen(_ -> around.listed() == filter);
    }

    /** One of several ways that a person may prefer. */
    private <E extends Enum<E>> Entry preference(String key, E[] values, Function<Preferences, E> now, BiFunction<Preferences, E, Preferences> with) {
        return new Entry.Group(key,
            _ -> Stream.of(values)
                .map(value -> Command.of(key + "." + value.name().toLowerCase(Locale.ROOT), "", () -> prefer(preferences -> with.apply(preferences, value)))
                    .chosenWhen(state -> now.apply(state.preferences()) == value))
                .toList());
    }

    private void prefer(Function<Preferences, Preferences> change) {
        live.dispatch(new Action.Prefer(change.apply(live.state().preferences())));
    }

    private void go(Optional<Page.At> page) {
        page.ifPresent(this::go);
    }

    private void go(Page page) {
        live.dispatch(new Action.Go(page));
    }
}
