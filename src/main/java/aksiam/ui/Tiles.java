package aksiam.ui;

import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Children in columns of equal width, row by row; a row is as high as its highest child at that width. */
final class Tiles extends Region {
    private static final double WISHED = 1000;

    private final double gap;
    private int columns;

    Tiles(int columns, double gap, Node... children) {
        this.columns = columns;
        this.gap = gap;
        getChildren().addAll(children);
    }

    void setColumns(int columns) {
        this.columns = columns;
        requestLayout();
    }

    ObservableList<Node> tiles() {
        return getChildren();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double columnWidth(double width) {
        return Math.max(0, (width - snappedLeftInset() - snappedRightInset() - gap * (columns - 1)) / columns);
    }

    private double rowHeight(int row, double columnWidth) {
        double height = 0;
        for (int i = row * columns; i < Math.min(getManagedChildren().size(), (row + 1) * columns); i++) {
            height = Math.max(height, getManagedChildren().get(i).prefHeight(columnWidth));
        }
        return snapSizeY(height);
    }

    private int rows() {
        return (getManagedChildren().size() + columns - 1) / columns;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        // In a row it takes the width that is left, and shrinks to it.
        return columns * WISHED + gap * (columns - 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double columnWidth = columnWidth(width < 0 ? computePrefWidth(-1) : width);
        double height = snappedTopInset() + snappedBottomInset() + gap * Math.max(0, rows() - 1);
        for (int row = 0; row < rows(); row++) {
            height += rowHeight(row, columnWidth);
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double columnWidth = columnWidth(getWidth());
        double y = snappedTopInset();
        for (int row = 0; row < rows(); row++) {
            double height = rowHeight(row, columnWidth);
            for (int column = 0; column < columns && row * columns + column < getManagedChildren().size(); column++) {
                layoutInArea(getManagedChildren().get(row * columns + column), snapPositionX(snappedLeftInset() + column * (columnWidth + gap)), y,
                    snapSizeX(columnWidth), height, 0, HPos.LEFT, VPos.TOP);
            }
            y += height + gap;
        }
    }
}
