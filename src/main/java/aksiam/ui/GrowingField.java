package aksiam.ui;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** A field of one line that grows with its text, so that nothing is cut. Tab and Enter move on. */
final class GrowingField extends TextArea {
    private final Text measure = new Text();

    GrowingField() {
        getStyleClass().add("growing-field");
        setWrapText(true);
        setPrefRowCount(1);
        setPrefColumnCount(8);
        textProperty().subscribe(this::fit);
        widthProperty().subscribe(this::fit);
        fontProperty().subscribe(this::fit);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() || event.getCode() == KeyCode.ENTER) {
                // A text area would take both as text.
                requestFocusTraversal(
                    event.isShiftDown() && event.getCode() == KeyCode.TAB ? javafx.scene.TraversalDirection.PREVIOUS : javafx.scene.TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    private void fit() {
        double em = getFont().getSize();
        measure.setFont(getFont());
        measure.setText(getText().isEmpty() ? "x" : getText());
        measure.setWrappingWidth(Math.max(0, getWidth() - 1.5 * em));
        double height = getWidth() <= 0 ? 0 : Math.ceil(measure.getLayoutBounds().getHeight() + 1.1 * em);
        setMinHeight(Math.max(height, 2.3 * em));
        setPrefHeight(Math.max(height, 2.3 * em));
        setMaxHeight(Math.max(height, 2.3 * em));
    }
}
