package aksiam.ui;

import aksiam.ui.parts.Frames;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Three live views of the design: guidance, files, record. As a rail: three icons. */
final class SidePanel extends StackPane implements Columns.PanelView {
    /** What the panel shows. */
    enum View {
        GUIDANCE("guidance"), FILES("file"), RECORD("record");

        private final String icon;

        View(String icon) {
            this.icon = icon;
        }

        private String title() {
            return Messages.get("panel." + name().toLowerCase(Locale.ROOT));
        }
    }

    private static final double TABS = 340;
    private static final Duration PATIENCE = Duration.millis(300);
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Map<View, Node> views = new EnumMap<>(View.class);
    /** What a view is told; the views that cannot be seen rest. */
    private final Map<View, Live> told = new EnumMap<>(View.class);
    private final Map<View, ToggleButton> tabs = new EnumMap<>(View.class);
    private final StackPane content = new StackPane();
    private final VBox full;
    private final VBox rail = Nodes.column("panel-rail");
    private final Live live;
    private final Desk desk;
    private final Consumer<String> jump;
    private View view = View.GUIDANCE;
    /** Whether it is known how much room there is; before that nothing is built. */
    private boolean arranged;

    /**
     * @param unfold opens the panel when an icon of the rail is pressed, and makes it a rail again
     * @param jump   shows a consideration
     */
    SidePanel(Live live, Desk desk, Consumer<Boolean> unfold, Consumer<String> jump) {
        this.jump = jump;
        this.live = live;
        this.desk = desk;
        getStyleClass().add("panel");
        setId("panel");
        var group = new ToggleGroup();
        var bar = Nodes.row("tabs");
        bar.setAccessibleRole(AccessibleRole.TAB_PANE);
        var count = Nodes.count(0);
        for (var each : View.values()) {
            var tab = new ToggleButton(each.title());
            tab.setGraphic(Icons.of(each.icon));
            tab.getStyleClass().add("panel-tab");
            tab.setToggleGroup(group);
            tab.setId("tab-" + each.name().toLowerCase(Locale.ROOT));
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
            tab.setOnAction(_ -> show(each));
            tabs.put(each, tab);
            bar.getChildren().add(tab);
            if (each == View.FILES) {
                counted(tab, count);
            }
            var icon = Nodes.iconButton(each.icon, each.title(), () -> {
                unfold.accept(true);
                show(each);
                focusView();
            }, "bar-button");
            rail.getChildren().add(icon);
        }
        bar.getChildren().addAll(Nodes.spring(), Nodes.iconButton("chevron-right", Messages.get("view.panel"), () -> unfold.accept(false), "bar-button"));
        var busy = new ProgressBar();
        busy.getStyleClass().add("busy-bar");
        busy.setMaxWidth(Double.MAX_VALUE);
        busy.setVisible(false);
        busy.setMouseTransparent(true);
        busy.setAccessibleText(Messages.get("panel.busy"));
        whileRendering(busy);
        var body = new StackPane(content, busy);
        StackPane.setAlignment(busy, Pos.TOP_CENTER);
        VBox.setVgrow(body, Priority.ALWAYS);
        full = Nodes.column("panel-full", bar, body);
        full.setMinWidth(0);
        // Below the width it is made for, the tabs go without icons.
        widthProperty().subscribe(width -> pseudoClassStateChanged(TIGHT, width.doubleValue() < TABS * live.state().preferences().zoom() / 100));
        getChildren().addAll(full, rail);
        live.show(state -> state.preview().changes().size(), number -> {
            count.setText(number.toString());
            Nodes.show(count, number > 0);
            tabs.get(View.FILES).setAccessibleText(number > 0 ? Messages.get("panel.files.changed", number) : View.FILES.title());
        });
        select();
        live.show(state -> state.page(), _ -> {
            told.values().forEach(Live::rest);
            if (arranged) {
                later();
            }
        });
    }

    /** The page comes first, and what is said about it with the next frame. */
    private void later() {
        Frames.after(this, () -> {
            if (full.isVisible()) {
                build(view);
            }
        });
    }

    private static void counted(ToggleButton tab, Label count) {
        var text = Nodes.text(tab.getText());
        text.getStyleClass().add("tab-text");
        var row = Nodes.row("tab-content", Icons.of("file"), text, count);
        tab.setText("");
        tab.setGraphic(row);
    }

    @Override
    public Region region() {
        return this;
    }

    @Override
    public void fold(Columns.Side side) {
        boolean railed = side == Columns.Side.RAIL;
        arranged = true;
        if (rail.isVisible() != railed || full.isVisible() == railed) {
            Nodes.show(rail, railed);
            Nodes.show(full, !railed);
            told.values().forEach(Live::rest);
            later();
        }
    }

    @Override
    public View view() {
        return view;
    }

    /** Each view is built when it is first shown. */
    void show(View view) {
        this.view = view;
        requestLayout(); // views differ in width
        select();
        build(view);
    }

    private void select() {
        tabs.forEach((each, tab) -> {
            tab.setSelected(each == view);
            tab.pseudoClassStateChanged(SELECTED, each == view);
        });
    }

    /** Shows a generated file. */
    void showFile(String path) {
        files().open(path);
    }

    void focusView() {
        tabs.get(view).requestFocus();
    }

    /** While the panel is a rail. */
    void focusRail() {
        rail.getChildren().getFirst().requestFocus();
    }

    /** Opens the search in the open file. */
    void find() {
        var files = files();
        // What was just built is in the scene once it was laid out; only then can it have the focus.
        files.applyCss();
        files.layout();
        files.find();
    }

    /** From one change of the last answer to the next. */
    void change(int by) {
        files().step(by);
    }

    /** Gives the list of files more room, or less. */
    void divide(int by) {
        files().divide(by);
    }

    private FilesView files() {
        show(View.FILES);
        return (FilesView) views.get(View.FILES);
    }

    /** After a while, since most previews come sooner than one could see. */
    private void whileRendering(ProgressBar busy) {
        var wait = new PauseTransition(PATIENCE);
        wait.setOnFinished(_ -> {
            busy.setProgress(live.state().preferences().animated() ? ProgressBar.INDETERMINATE_PROGRESS : 1);
            busy.setVisible(true);
        });
        live.show(state -> state.page() instanceof Page.At && state.preview().design() != state.design(), rendering -> {
            if (rendering) {
                wait.playFromStart();
            } else {
                wait.stop();
                busy.setVisible(false);
            }
        });
    }

    private void build(View view) {
        var live = told.computeIfAbsent(view, _ -> this.live.child());
        var node = views.computeIfAbsent(view, _ -> switch (view) {
            case GUIDANCE -> new GuidanceView(live, desk, this::showFile);
            case FILES -> new FilesView(live, jump);
            case RECORD -> new RecordView(live, desk, jump, this::showFile);
        });
        told.values().stream().filter(other -> !other.equals(live)).forEach(Live::rest);
        live.wake();
        if (!content.getChildren().equals(List.of(node))) {
            content.getChildren().setAll(node);
        }
    }
}
