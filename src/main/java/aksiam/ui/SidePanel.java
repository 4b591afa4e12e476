package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Map<View, Node> views = new EnumMap<>(View.class);
    private final Map<View, ToggleButton> tabs = new EnumMap<>(View.class);
    private final StackPane content = new StackPane();
    private final VBox full;
    private final VBox rail = Nodes.column("panel-rail");
    private final Live live;
    private final Desk desk;
    private View view = View.GUIDANCE;

    /** @param unfold makes the panel wide again when an icon of the rail is pressed */
    SidePanel(Live live, Desk desk, Consumer<Boolean> unfold) {
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
            }, "bar-button");
            rail.getChildren().add(icon);
        }
        bar.getChildren().addAll(Nodes.spring(), Nodes.iconButton("chevron-right", Messages.get("view.panel"), () -> unfold.accept(false), "bar-button"));
        VBox.setVgrow(content, Priority.ALWAYS);
        full = Nodes.column("panel-full", bar, content);
        getChildren().addAll(full, rail);
        live.show(state -> state.preview().changes().size(), number -> {
            count.setText(number.toString());
            count.setVisible(number > 0);
            count.setManaged(number > 0);
        });
        show(View.GUIDANCE);
    }

    private static void counted(ToggleButton tab, Label count) {
        var text = Nodes.text(tab.getText());
        text.getStyleClass().add("tab-text");
        tab.setAccessibleText(tab.getText());
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
        if (rail.isVisible() != railed || full.isVisible() == railed) {
            rail.setVisible(railed);
            rail.setManaged(railed);
            full.setVisible(!railed);
            full.setManaged(!railed);
        }
    }

    /** Each view is built when it is first shown. */
    void show(View view) {
        this.view = view;
        content.getChildren().setAll(views.computeIfAbsent(view, this::build));
        tabs.forEach((each, tab) -> {
            tab.setSelected(each == view);
            tab.pseudoClassStateChanged(SELECTED, each == view);
        });
    }

    /** Shows a generated file. */
    void showFile(String path) {
        show(View.FILES);
        ((FilesView) views.get(View.FILES)).open(path);
    }

    void focusView() {
        tabs.get(view).requestFocus();
    }

    /** While the panel is a rail. */
    void focusRail() {
        rail.getChildren().getFirst().requestFocus();
    }

    private Node build(View view) {
        return switch (view) {
            case GUIDANCE -> new GuidanceView(live, desk, this::showFile);
            case FILES -> new FilesView(live);
            case RECORD -> new RecordView(live, desk);
        };
    }
}
