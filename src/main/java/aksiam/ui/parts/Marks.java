package aksiam.ui.parts;

import aksiam.workshop.Overview.Mark;
import java.util.List;

/** The marks of the states: they differ in shape as well as in colour. */
public final class Marks {
    private static final String RING = "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17";
    private static final String DISC = "M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19";
    private static final String DOT = "M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6";
    private static final String TICK = "M7.5 12.5l3 3L16.5 9";
    private static final String SLASH = "M6.2 17.8L17.8 6.2";
    private static final String OCTAGON = "M8 2.500h8l5.500 5.500v8L16 21.500H8L2.500 16V8z";
    private static final String TRIANGLE = "M12 3L22.500 21H1.500z";

    private Marks() {
    }

    public static Icon of(Mark mark) {
        var icon = switch (mark) {
            case UNDECIDED -> new Icon(List.of(Icons.path(RING, "line")));
            case SUGGESTED -> new Icon(List.of(Icons.path(RING, "dashed"), Icons.path(DOT, "fill")));
            case DECIDED -> Icons.filled(DISC, TICK);
            case WARNING -> Icons.filled(TRIANGLE, "M12 9.5v5M12 17.6v.2");
            case ERROR -> Icons.filled(OCTAGON, "M12 7v6M12 16.500v.2");
            case NOT_NEEDED -> new Icon(List.of(Icons.path(RING, "line"), Icons.path(SLASH, "line")));
        };
        return icon.styled("mark", switch (mark) {
            case UNDECIDED, NOT_NEEDED -> "mark-open";
            case SUGGESTED -> "mark-suggested";
            case DECIDED -> "mark-decided";
            case WARNING -> "mark-warning";
            case ERROR -> "mark-error";
        });
    }

    /** What a mark means, for the legend. */
    public static String label(Mark mark) {
        return Messages.get("mark." + mark.name().toLowerCase(java.util.Locale.ROOT));
    }
}
