package aksiam.ui.table;

import aksiam.ui.parts.Nodes;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;

/** Buttons in a row. Where not all words fit the last ones become icons; a word cut off says less than its icon. */
final class Tools extends HBox {
    private final int keep;

    /** @param keep how many of the first keep their words */
    Tools(int keep, ButtonBase... tools) {
        super(tools);
        this.keep = keep;
        getStyleClass().add("tools");
        List.of(tools).forEach(tool -> tool.setMinWidth(USE_PREF_SIZE));
        widthProperty().subscribe(this::arrange);
    }

    /** With all words, however many are shown at present. */
    @Override
    protected double computePrefWidth(double height) {
        return width(tools().size());
    }

    @Override
    protected double computeMinWidth(double height) {
        return width(keep);
    }

    private List<ButtonBase> tools() {
        return getChildren().stream().filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast).toList();
    }

    private double width(int worded) {
        var tools = tools();
        double width = getSpacing() * (tools.size() - 1) + snappedLeftInset() + snappedRightInset();
        for (int i = 0; i < tools.size(); i++) {
            var tool = tools.get(i);
            var icon = tool.getGraphic();
            double words = tool.getText().isEmpty() ? 0 : textWidth(tool) + (icon == null ? 0 : tool.getGraphicTextGap());
            width += tool.snappedLeftInset() + tool.snappedRightInset() + (icon == null ? 0 : icon.prefWidth(-1)) + (i < worded || icon == null ? words : 0)
                + 1;
        }
        return Math.ceil(width);
    }

    private static double textWidth(ButtonBase tool) {
        var text = new javafx.scene.text.Text(tool.getText());
        text.setFont(tool.getFont());
        return text.getLayoutBounds().getWidth();
    }

    private void arrange() {
        var tools = tools();
        int worded = tools.size();
        while (worded > keep && width(worded) > getWidth() + 0.5) {
            worded--;
        }
        for (int i = 0; i < tools.size(); i++) {
            var tool = tools.get(i);
            boolean word = i < worded || tool.getGraphic() == null;
            tool.setContentDisplay(word ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
            if (!tool.getText().isEmpty()) {
                Nodes.tip(tool, word ? "" : tool.getText());
            }
        }
    }
}
