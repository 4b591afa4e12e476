package aksiam.ui;

import aksiam.ui.parts.Messages;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Steps, page and panel side by side. The page never gets too narrow: first the panel gives way, then the steps become a rail,
 * then the panel does. All widths grow with the size of type.
 */
final class Columns extends Region {
    /** What is in sight of a side. */
    enum Side {
        FULL, RAIL
    }

    private static final double PAGE_MIN = 376;
    private static final double STEPS = 264;
    private static final double STEPS_WIDE = 288;
    private static final double STEPS_RAIL = 56;
    private static final double PANEL = 344;
    private static final double PANEL_WIDE = 440;
    private static final double PANEL_MIN = 320;
    private static final double PANEL_RAIL = 48;
    private static final double PANEL_SHARE = .68;
    private static final double ROOMY = 1280;
    private static final double WIDE = 1900;
    private static final double KEY_STEP = 24;
    private static final String STEPS_NAME = "steps";
    private static final String PANEL_NAME = "panel";

    private final StepsView steps;
    private final Region page;
    private final PanelView panel;
    private final ColumnWidths kept;
    private final Region divider = new Region();
    private int step;
    private double zoom = 1;
    private double panelWidth;
    private boolean stepsFolded;
    private boolean panelFolded;
    private boolean panelWanted;
    private boolean panelShown;
    private boolean panelFloats;
    private boolean panelOver;

    /** A side that can be a rail. */
    interface Foldable {
        Region region();

        void fold(Side side);
    }

    interface StepsView extends Foldable {
    }

    interface PanelView extends Foldable {
    }

    /** @param kept what a person made of the sides, by step; the width of the panel is the same at all of them */
    Columns(StepsView steps, Region page, PanelView panel, ColumnWidths kept) {
        this.steps = steps;
        this.page = page;
        this.panel = panel;
        this.kept = kept;
        divider.getStyleClass().add("divider");
        divider.setCursor(Cursor.H_RESIZE);
        divider.setFocusTraversable(true);
        divider.setAccessibleRole(AccessibleRole.THUMB);
        divider.setAccessibleText(Messages.get("panel.divider"));
        divider.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> resize(getWidth() - sceneToLocal(event.getSceneX(), 0).getX()));
        divider.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> keepWidth());
        divider.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                widenPanel(event.getCode() == KeyCode.LEFT ? 1 : -1);
                event.consume();
            }
        });
        getChildren().addAll(steps.region(), page, panel.region(), divider);
    }

    void setZoom(int percent) {
        zoom = percent / 100.0;
        panelWidth = kept.of(PANEL_NAME) * em();
        requestLayout();
    }

    private double em() {
        return Look.BODY * zoom;
    }

    /** A person wants it so at this step, also the next time. */
    void chooseSteps(boolean folded) {
        stepsFolded = folded;
        kept.keep(STEPS_NAME + "/" + step, folded ? 0 : STEPS / Look.BODY);
        requestLayout();
    }

    /** A person wants it so at this step, also the next time; in a tight window, where it lies over the page, only now. */
    void choosePanel(boolean folded) {
        foldPanel(folded);
        if (!isTight()) {
            kept.keep(PANEL_NAME + "/" + step, folded ? 0 : PANEL / Look.BODY);
        }
    }

    private boolean isTight() {
        return getWidth() < ROOMY * zoom - 1;
    }

    private void keepWidth() {
        kept.keep(PANEL_NAME, panelWidth / em());
    }

    /** What a person wants, whatever room there is. */
    void foldPanel(boolean folded) {
        panelFloats = false;
        panelFolded = folded;
        panelWanted = !folded;
        requestLayout();
    }

    boolean isStepsFolded() {
        return stepsFolded;
    }

    boolean isPanelFolded() {
        return !panelShown;
    }

    /** Opens the panel over the page, which does not move. */
    void floatPanel() {
        foldPanel(false);
        panelFloats = true;
    }

    /** @param by how many steps, less than 0 for narrower */
    void widenPanel(int by) {
        if (panelShown) {
            resize(panel.region().getWidth() + by * KEY_STEP * zoom);
            keepWidth();
        }
    }

    /** Whether the panel lies over the page because there is no room beside it. */
    boolean isPanelOver() {
        return panelOver;
    }

    private void resize(double width) {
        panelWidth = Math.clamp(width, PANEL_MIN * zoom, Math.max(PANEL_MIN * zoom, getWidth() * PANEL_SHARE));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean tight = isTight();
        boolean wide = width >= WIDE * zoom;
        boolean panelFolded = this.panelFolded || tight && !panelWanted;
        panelShown = !panelFolded;
        double wanted = panelWidth > 0 ? panelWidth : (wide ? PANEL_WIDE : PANEL) * zoom;
        double full = (wide ? STEPS_WIDE : STEPS) * zoom;
        double rail = STEPS_RAIL * zoom;
        double panelNow = panelFolded ? PANEL_RAIL * zoom : Math.min(wanted, width * PANEL_SHARE);
        double beside = panelFloats ? PANEL_RAIL * zoom : panelNow;
        boolean railed = stepsFolded || tight || width - full - beside < PAGE_MIN * zoom && width - full - PANEL_MIN * zoom < PAGE_MIN * zoom
            || width - full - beside < PAGE_MIN * zoom && panelWidth > 0;
        double stepsNow = railed ? rail : full;
        double room = width - stepsNow - PAGE_MIN * zoom;
        boolean over = !panelFolded && (panelFloats || room < PANEL_MIN * zoom);
        panelOver = over;
        panelNow = panelFolded ? panelNow : over ? Math.min(wanted, width - stepsNow) : Math.min(panelNow, room);
        double pageNow = width - stepsNow - (over ? PANEL_RAIL * zoom : panelNow);
        steps.fold(railed ? Side.RAIL : Side.FULL);
        panel.fold(panelFolded ? Side.RAIL : Side.FULL);
        layoutInArea(steps.region(), 0, 0, snapSizeX(stepsNow), height, 0, javafx.geometry.HPos.LEFT, javafx.geometry.VPos.TOP);
        layoutInArea(page, snapPositionX(stepsNow), 0, snapSizeX(pageNow), height, 0, javafx.geometry.HPos.LEFT, javafx.geometry.VPos.TOP);
        layoutInArea(panel.region(), snapPositionX(width - panelNow), 0, snapSizeX(panelNow), height, 0, javafx.geometry.HPos.LEFT, javafx.geometry.VPos.TOP);
        divider.setVisible(!panelFolded);
        divider.resizeRelocate(snapPositionX(width - panelNow) - 4, 0, 8, height);
    }

    /** Tables need the width: their steps open with the panel as a rail, unless somebody wanted it otherwise. */
    void open(int step) {
        this.step = step;
        stepsFolded = isFolded(STEPS_NAME, false);
        foldPanel(isFolded(PANEL_NAME, switch (step) {
            case 6, 7, 8, 9, 12, 13 -> true;
            default -> false;
        }));
        panelWanted = false;
    }

    private boolean isFolded(String side, boolean otherwise) {
        return kept.kept(side + "/" + step).map(width -> width == 0).orElse(otherwise);
    }

    @Override
    public Orientation getContentBias() {
        return null;
    }
}
