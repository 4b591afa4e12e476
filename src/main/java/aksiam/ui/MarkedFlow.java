package aksiam.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

/** Text with a tint behind some of it. */
final class MarkedFlow extends TextFlow {
    private record Range(int from, int to) {
    }

    private final Path tint = new Path();
    private final List<Range> ranges = new ArrayList<>();

    MarkedFlow() {
        tint.setManaged(false);
        tint.getStyleClass().add("md-tint");
        getChildren().add(tint);
    }

    /** Characters; a link counts as one. */
    void mark(int from, int to) {
        ranges.add(new Range(from, to));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        tint.getElements().clear();
        ranges.forEach(range -> tint.getElements().addAll(getRangeShape(range.from(), range.to(), false)));
    }
}
