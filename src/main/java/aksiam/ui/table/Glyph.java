package aksiam.ui.table;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** A line icon or a state mark, drawn in a box of 24 and as large as its font asks for. It says nothing by itself: the text beside it does. */
final class Glyph extends Region {
    static final String PLUS = "M12 5v14M5 12h14";
    static final String CLIPBOARD = "M9 4h6v3H9zM9 5.500H6.500a1 1 0 0 0-1 1V20a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V6.500a1 1 0 0 0-1-1H15";
    static final String UPLOAD = "M12 15V4M7.500 8 12 3.500 16.500 8M4 14v5.500h16V14";
    static final String COPY = "M9 9h11v11H9zM5.500 15H4V4h11v1.500";
    static final String TRASH = "M4 6.500h16M9 6.500V4h6v2.500M6.500 6.500 7.500 20.500h9l1-14M10.500 10.500v6M13.500 10.500v6";
    static final String CHEVRON = "M9 5l7 7-7 7";
    static final String CHEVRON_DOWN = "M5 9l7 7 7-7";
    static final String FORM = "M4 5h16M4 12h16M4 19h10";
    static final String CLOSE = "M6 6l12 12M18 6 6 18";
    static final String TICK = "M5 12.500l4.500 4.500L19 7";
    static final String EYE = "M2.500 12C5 7.500 8.300 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.800 6.500-9.500 6.500S5 16.500 2.500 12zM12 9.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600z";
    static final String SEARCH = "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500 21 21";
    static final String SERVER = "M4 4.500h16v6H4zM4 13.500h16v6H4zM7.500 7.500h.100M7.500 16.500h.100";
    static final String INFO = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.500M12 7.500v.100";
    static final String SHIELD = "M12 3.500 5 6v5.500c0 4.500 3 7.500 7 9 4-1.500 7-4.500 7-9V6z";
    static final String MINUS = "M5 12h14";
    static final String LOCK = "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3";
    /** Filled octagon with an exclamation mark cut out. */
    static final String ERROR = "M8 2h8l6 6v8l-6 6H8l-6-6V8zM11 6.500h2v7h-2zM11 15.500h2v2h-2z";
    /** Filled triangle with an exclamation mark cut out. */
    static final String WARNING = "M12 2.500 23 21.500H1zM11 9h2v6h-2zM11 16.700h2v2h-2z";

    private final SVGPath path = new SVGPath();

    private Glyph(String content, String kind) {
        path.setContent(content);
        path.setFillRule(javafx.scene.shape.FillRule.EVEN_ODD);
        path.getStyleClass().add("glyph-path");
        path.setManaged(false);
        getStyleClass().addAll("glyph", kind);
        setMouseTransparent(true);
        getChildren().add(path);
    }

    static Glyph line(String content) {
        return new Glyph(content, "glyph-line");
    }

    static Glyph filled(String content, String kind) {
        var glyph = new Glyph(content, "glyph-filled");
        glyph.getStyleClass().add(kind);
        return glyph;
    }

    @Override
    protected void layoutChildren() {
        double scale = Math.min(getWidth(), getHeight()) / 24;
        path.setScaleX(scale);
        path.setScaleY(scale);
        var bounds = path.getLayoutBounds();
        path.setLayoutX((bounds.getCenterX() - 12) * scale - bounds.getCenterX() + getWidth() / 2);
        path.setLayoutY((bounds.getCenterY() - 12) * scale - bounds.getCenterY() + getHeight() / 2);
    }
}
