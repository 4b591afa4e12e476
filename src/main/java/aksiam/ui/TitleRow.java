package aksiam.ui;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/** A title, its question below, and tools: at the right of the title, below the question where there is no room beside the words. */
final class TitleRow extends Region {
    private final Region title;
    private final Region question;
    private final Region tools;

    TitleRow(Region title, Region question, Region tools) {
        this.title = title;
        this.question = question;
        this.tools = tools;
        getStyleClass().add("title-row");
        getChildren().addAll(title, tools, question);
        tools.visibleProperty().subscribe(this::requestLayout);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double gap() {
        return title.prefHeight(-1) / 2; // grows with the type
    }

    private boolean fits(double width) {
        return !tools.isVisible() || title.prefWidth(-1) + gap() + tools.minWidth(-1) <= width;
    }

    private double wide(double width) {
        return Math.min(tools.prefWidth(-1), fits(width) ? width - title.prefWidth(-1) - gap() : width);
    }

    private double high(double width) {
        return tools.isVisible() ? tools.prefHeight(wide(width)) : 0;
    }

    private double first(double width) {
        return fits(width) ? Math.max(title.prefHeight(width), high(width)) : title.prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? getWidth() : width;
        return first(room) + question.prefHeight(room) + (fits(room) ? 0 : gap() / 2 + high(room));
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
        return Math.max(title.prefWidth(-1) + gap() + tools.prefWidth(-1), question.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean beside = fits(width);
        double wide = wide(width);
        double first = first(width);
        layoutInArea(title, 0, 0, beside && tools.isVisible() ? title.prefWidth(-1) : width, first, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(question, 0, first, width, question.prefHeight(width), 0, HPos.LEFT, VPos.TOP);
        double high = high(width);
        tools.resizeRelocate(width - wide, beside ? (first - high) / 2 : getHeight() - high, wide, high);
    }
}
