package aksiam.ui.table;

import aksiam.model.RowType.Field;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The first column stays in sight at the left while the others scroll sideways. A click on one of its cells goes to that row. */
final class StickyNames extends Region implements GridCovers.Cover {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Grid grid;
    private final Field field;
    private final Label head;
    private final List<Label> names = new ArrayList<>();
    private final Rectangle clip = new Rectangle();

    StickyNames(Grid grid) {
        this.grid = grid;
        this.field = (Field) grid.getColumns().get(1).getUserData();
        head = new Label(field.label());
        head.getStyleClass().add("sticky-head");
        head.setManaged(false);
        getChildren().add(head);
        getStyleClass().add("sticky-names");
        setManaged(false);
        setVisible(false);
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, event -> grid.covers().scroll(event));
    }

    @Override
    public Region region() {
        return this;
    }

    @Override
    public void place(GridCovers.Cells cells) {
        setVisible(cells.left() > grid.getVisibleLeafColumn(0).getWidth());
        if (!isVisible()) {
            return;
        }
        double width = grid.getVisibleLeafColumn(1).getWidth();
        resizeRelocate(0, 0, width, cells.bottom());
        clip.setWidth(width);
        clip.setHeight(cells.bottom());
        int shown = cells.last() - cells.first() + 1;
        while (names.size() < shown) {
            names.add(name());
        }
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            name.setVisible(i < shown);
            if (i < shown) {
                int row = cells.first() + i;
                name.setText(Shown.text(field, grid.getItems().get(row).row()));
                name.setUserData(row);
                name.pseudoClassStateChanged(CURRENT, grid.getFocusModel().getFocusedCell().getRow() == row);
                name.resizeRelocate(0, cells.y(row), width, grid.getFixedCellSize());
            }
        }
        head.resizeRelocate(0, 0, width, cells.top());
        head.toFront();
    }

    private Label name() {
        var name = new Label();
        name.getStyleClass().add("sticky-name");
        name.setManaged(false); // it is as large as the cell that it covers, whatever its text
        name.setOnMouseClicked(_ -> {
            grid.requestFocus();
            grid.go((int) name.getUserData(), Math.max(1, grid.getFocusModel().getFocusedCell().getColumn()));
        });
        getChildren().add(name);
        name.applyCss(); // what comes with the layout would be without its look for a frame
        return name;
    }
}
