package aksiam.ui;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/** A title with tools at its right; below it where there is no room beside the words. */
final class TitleRow extends Region {
    private final Region title;
    private final Region tools;

    TitleRow(Region title, Region tools) {
        this.title = title;
        this.tools = tools;
        getChildren().addAll(title, tools);
        tools.visibleProperty().subscribe(this::requestLayout);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double gap() {
        return tools.prefHeight(-1) / 2; // grows with the type
    }

    private boolean fits(double width) {
        return title.prefWidth(-1) + gap() + tools.minWidth(-1) <= width;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? getWidth() : width;
        return !tools.isVisible()
            ? title.prefHeight(room)
            : fits(room) ? Math.max(title.prefHeight(title.prefWidth(-1)), tools.prefHeight(-1)) : title.prefHeight(room) + gap() / 2 + tools.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return title.prefWidth(-1) + gap() + tools.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean beside = fits(width) || !tools.isVisible();
        double words = tools.isVisible() && beside ? title.prefWidth(-1) : width;
        double wide = Math.min(tools.prefWidth(-1), beside ? width - words - gap() : width);
        double high = tools.prefHeight(-1);
        double titleHeight = beside ? getHeight() : title.prefHeight(width);
        layoutInArea(title, 0, 0, words, titleHeight, 0, HPos.LEFT, VPos.CENTER);
        tools.resizeRelocate(width - wide, beside ? (getHeight() - high) / 2 : getHeight() - high, wide, high);
    }
}
