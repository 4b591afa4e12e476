package aksiam.ui;

import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** A field of one line that grows with its text, so that nothing is cut. Tab and Enter move on. */
final class GrowingField extends TextArea {
    GrowingField() {
        getStyleClass().add("growing-field");
        setWrapText(true);
        setPrefRowCount(1);
        setPrefColumnCount(8);
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        textProperty().subscribe(this::requestLayout);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() || event.getCode() == KeyCode.ENTER) {
                // A text area would take both as text.
                requestFocusTraversal(
                    event.isShiftDown() && event.getCode() == KeyCode.TAB ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** As high as the lines that the text takes at this width. The content itself never gets lower than it was. */
    @Override
    protected double computePrefHeight(double width) {
        if (!(lookup(".content") instanceof Region content)) {
            return super.computePrefHeight(width);
        }
        content.prefHeight(width < 0 ? getWidth() : width); // wraps the text
        double lines = content.lookupAll(".text").stream().filter(text -> text.getParent() instanceof Group)
            .mapToDouble(text -> text.getLayoutBounds().getHeight()).sum();
        return snapSizeY(content.snappedTopInset() + lines + content.snappedBottomInset());
    }
}
