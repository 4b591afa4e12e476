package aksiam.ui.parts;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** A picture of 24 by 24, drawn as large as its style says, in the colour {@code -app-icon} of what it stands in. */
public final class Icon extends Region {
    private static final double BOX = 24;

    /** @param paths in the order of painting; style class {@code line} or {@code fill} says how */
    Icon(List<SVGPath> paths) {
        getStyleClass().add("icon");
        paths.forEach(path -> path.setManaged(false));
        getChildren().addAll(paths);
        setMouseTransparent(true);
    }

    /** Scales around the middle of the box, whatever the bounds of a path are. */
    @Override
    protected void layoutChildren() {
        double scale = Math.min(getWidth() - snappedLeftInset() - snappedRightInset(), getHeight() - snappedTopInset() - snappedBottomInset()) / BOX;
        for (var path : getChildren()) {
            var bounds = path.getLayoutBounds();
            path.setScaleX(scale);
            path.setScaleY(scale);
            path.setLayoutX(getWidth() / 2 + (bounds.getCenterX() - BOX / 2) * scale - bounds.getCenterX());
            path.setLayoutY(getHeight() / 2 + (bounds.getCenterY() - BOX / 2) * scale - bounds.getCenterY());
        }
    }

    public Icon styled(String... classes) {
        getStyleClass().addAll(classes);
        return this;
    }
}
