package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Workshop;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/** The window of one design: bar, steps, page, panel and status; or the start page. */
public final class MainWindow extends StackPane implements Menus.Around {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination LARGER = new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN);

    private final Live live;
    private final Sheet sheet = new Sheet();
    private final BorderPane frame = new BorderPane();
    private final ObservableValue<Look> look;
    private final TopBar top;
    private final StepList steps;
    private final Centre centre;
    private final SidePanel panel;
    private final Columns columns;
    private final StartPage start;
    private final StatusBar status;
    private final Node startStatus;
    private final Runnable quit;

    /** @param quit closes the application */
    public MainWindow(Workshop workshop, Desk desk, Runnable quit) {
        this.live = new Live(workshop);
        this.quit = quit;
        var commands = new Commands(live, desk, sheet);
        look = Look.following(live);
        top = new TopBar(live, look, new Menus(live, commands, this).bar());
        steps = new StepList(live);
        centre = new Centre(live, desk);
        panel = new SidePanel(live, desk, wide -> unfold(wide));
        columns = new Columns(steps, centre, panel);
        start = new StartPage(live, commands);
        status = new StatusBar(live);
        startStatus = Nodes.row("status", Icons.of("lock"), Nodes.text(Messages.get("start.status"), "small", "muted"));
        getStyleClass().add("window");
        frame.setTop(top);
        getChildren().addAll(frame, sheet);
        live.show(state -> state.page() instanceof Page.Start, this::arrange);
        live.show(state -> state.page() instanceof Page.At(var step, var _) ? step : 0, step -> columns.open(step));
        live.show(state -> state.preferences().zoom(), columns::setZoom);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The scene of the window, with theme and size of type as preferred. */
    public Scene scene(double width, double height) {
        var scene = new Scene(this, width, height);
        look.subscribe(now -> now.on(scene));
        return scene;
    }

    private void arrange(boolean atStart) {
        frame.setCenter(atStart ? start : columns);
        frame.setBottom(atStart ? startStatus : status);
        if (atStart) {
            Platform.runLater(() -> start.lookupAll("#open").forEach(Node::requestFocus));
        }
    }

    private void unfold(boolean wide) {
        columns.foldPanel(!wide);
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
        columns.foldSteps(!columns.isStepsFolded());
    }

    @Override
    public void foldPanel() {
        columns.foldPanel(!columns.isPanelFolded());
    }

    @Override
    public void show(SidePanel.View view) {
        columns.foldPanel(false);
        panel.show(view);
        panel.focusView();
    }

    @Override
    public void accept() {
        centre.page().ifPresent(page -> page.strip().accept());
    }

    @Override
    public void openPoint() {
        centre.page().ifPresent(page -> page.strip().toggleOpen());
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
    public void keys() {
        var grid = new GridPane();
        grid.getStyleClass().add("keys");
        var lines = Messages.get("keys.list").split("\\|");
        for (int i = 0; i < lines.length; i++) {
            var parts = lines[i].split("=", 2);
            grid.add(new Label(parts[0].strip()), 0, i);
            grid.add(Nodes.text(parts[1].strip(), "muted"), 1, i);
        }
        sheet.tell(Messages.get("help.keys"), grid);
    }

    /** Undo belongs to the design, but for a cell that is being edited; F6 goes from region to region. */
    private void pressed(KeyEvent event) {
        if (sheet.isOpen()) {
            return;
        }
        if (LARGER.match(event)) {
            zoom(TopBar.ZOOM_STEP);
            event.consume();
        } else if (UNDO.match(event) && !isInCell(event)) {
            live.dispatch(new Action.Undo(live.now()));
            event.consume();
        } else if ((REDO.match(event) || REDO_TOO.match(event)) && !isInCell(event)) {
            live.dispatch(new Action.Redo(live.now()));
            event.consume();
        } else if (event.getCode() == KeyCode.F6 && live.state().page() instanceof Page.At) {
            region(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private static boolean isInCell(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl field && field.getStyleClass().contains("value-field");
    }

    private void region(int distance) {
        var regions = List.of(top, steps, centre, panel, status);
        int now = -1;
        for (var node = getScene().getFocusOwner(); node != null; node = node.getParent()) {
            now = Math.max(now, regions.indexOf(node));
        }
        switch (Math.floorMod(now + distance, regions.size())) {
            case 0 -> top.lookup("#larger").requestFocus();
            case 1 -> steps.lookup(".step-row").getParent().requestFocus();
            case 2 -> centre.focusAnswer();
            case 3 -> panel.focusView();
            default -> status.lookup(".counter").requestFocus();
        }
    }
}
