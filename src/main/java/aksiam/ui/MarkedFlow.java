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
    private final Path ring = new Path();
    private final List<Range> ranges = new ArrayList<>();
    private Range current = new Range(0, 0);

    MarkedFlow() {
        tint.setManaged(false);
        tint.getStyleClass().add("md-tint");
        ring.setManaged(false);
        ring.getStyleClass().add("md-current");
        getChildren().addAll(tint, ring);
    }

    /** Characters; a link counts as one. */
    void mark(int from, int to) {
        ranges.add(new Range(from, to));
    }

    /** Puts the ring of the focus around some of it, or around nothing. */
    void current(int from, int to) {
        if (!current.equals(new Range(from, to))) {
            current = new Range(from, to);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        tint.getElements().clear();
        ranges.forEach(range -> tint.getElements().addAll(getRangeShape(range.from(), range.to(), false)));
        ring.getElements().setAll(current.from() == current.to() ? List.of() : List.of(getRangeShape(current.from(), current.to(), false)));
    }
}
