package aksiam.ui;

import aksiam.ui.parts.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    /** Where somebody reads beside it, the steps become a rail before the page gets narrower than this. */
    private static final double PAGE_READ = 600;
    private static final double STEPS = 264;
    private static final double STEPS_WIDE = 288;
    private static final double STEPS_RAIL = 56;
    private static final double PANEL = 344;
    private static final double PANEL_WIDE = 440;
    /** Files beside a page of narrow cards. */
    private static final double FILES = 868;
    private static final double FILES_SHARE = .65;
    private static final double RECORD = 568;
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
    /** In em, as somebody made them. */
    private final Map<SidePanel.View, Double> widths = new EnumMap<>(SidePanel.View.class);
    /** Empty where nobody chose. */
    private Optional<Boolean> stepsFolded = Optional.empty();
    private boolean stepsRailed;
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
        /** Whether a rail can be unfolded: there is room for all. */
        void offer(boolean unfold);
    }

    interface PanelView extends Foldable {
        /** Each view has its own width. */
        SidePanel.View view();
    }

    /** @param kept what a person made of the sides: by step whether they are folded, by view how wide the panel is */
    Columns(StepsView steps, Region page, PanelView panel, ColumnWidths kept) {
        this.steps = steps;
        this.page = page;
        this.panel = panel;
        this.kept = kept;
        for (var view : SidePanel.View.values()) {
            kept.kept(name(view)).ifPresent(em -> widths.put(view, em));
        }
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
        requestLayout();
    }

    private double em() {
        return Look.BODY * zoom;
    }

    /** A person wants it so at this step, also the next time. */
    void chooseSteps(boolean folded) {
        stepsFolded = Optional.of(folded);
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
        var view = panel.view();
        Optional.ofNullable(widths.get(view)).ifPresent(em -> kept.keep(name(view), em));
    }

    private static String name(SidePanel.View view) {
        return PANEL_NAME + "/" + view.name().toLowerCase(Locale.ROOT);
    }

    /** What a person wants, whatever room there is. */
    void foldPanel(boolean folded) {
        panelFloats = false;
        panelFolded = folded;
        panelWanted = !folded;
        requestLayout();
    }

    boolean isStepsFolded() {
        return stepsRailed;
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
        widths.put(panel.view(), Math.clamp(width, PANEL_MIN * zoom, Math.max(PANEL_MIN * zoom, getWidth() * PANEL_SHARE)) / em());
        requestLayout();
    }

    /** As somebody made it, else as much as the view needs. */
    private double wanted(SidePanel.View view, double width) {
        return widths.containsKey(view) ? widths.get(view) * em() : switch (view) {
            case GUIDANCE -> (width >= WIDE * zoom ? PANEL_WIDE : PANEL) * zoom;
            case FILES -> Math.min(FILES * zoom, width * FILES_SHARE);
            case RECORD -> RECORD * zoom;
        };
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean tight = isTight();
        var view = panel.view();
        boolean panelFolded = this.panelFolded || tight && !panelWanted;
        panelShown = !panelFolded;
        double full = (width >= WIDE * zoom ? STEPS_WIDE : STEPS) * zoom;
        double rail = PANEL_RAIL * zoom;
        double pageMin = PAGE_MIN * zoom;
        double panelMin = PANEL_MIN * zoom;
        double wanted = wanted(view, width);
        double panelNow = panelFolded ? rail : Math.min(wanted, width * PANEL_SHARE);
        double beside = panelFloats ? rail : panelNow;
        boolean reading = !panelFolded && !panelFloats && view != SidePanel.View.GUIDANCE;
        // The panel gives way before the steps, unless somebody made it so wide, or reads there.
        double panelLeast = reading || widths.containsKey(view) ? beside : Math.min(beside, panelMin);
        boolean crowded = tight || width - full - panelLeast < (reading ? PAGE_READ * zoom : pageMin);
        boolean room = width - full - rail >= pageMin;
        boolean railed = stepsFolded.orElse(crowded) || !room;
        double stepsNow = railed ? STEPS_RAIL * zoom : full;
        double left = width - stepsNow - pageMin;
        boolean over = !panelFolded && (panelFloats || left < panelMin);
        panelOver = over;
        stepsRailed = railed;
        panelNow = panelFolded ? panelNow : over ? Math.min(wanted, width - stepsNow) : Math.min(panelNow, left);
        double pageNow = width - stepsNow - (over ? rail : panelNow);
        steps.fold(railed ? Side.RAIL : Side.FULL);
        steps.offer(room);
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
        stepsFolded = folded(STEPS_NAME);
        foldPanel(folded(PANEL_NAME).orElse(switch (step) {
            case 6, 7, 8, 9, 12, 13 -> true;
            default -> false;
        }));
        panelWanted = false;
    }

    private Optional<Boolean> folded(String side) {
        return kept.kept(side + "/" + step).map(width -> width == 0);
    }

    @Override
    public Orientation getContentBias() {
        return null;
    }
}
