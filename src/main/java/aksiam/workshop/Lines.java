package aksiam.workshop;

import java.util.ArrayList;
import java.util.List;

/** A text against an earlier one, line by line. */
public final class Lines {
    /** How a line differs. */
    public enum Kind {
        SAME, ADDED, CHANGED, REMOVED
    }

    /**
     * One row of the comparison.
     *
     * @param number of the line, from 1; of {@link Kind#REMOVED}: how many lines went here
     */
    public record Line(Kind kind, int number, String text) {
    }

    /** Beyond this many cells of the table the changed middle counts as replaced as a whole. */
    private static final long LIMIT = 4_000_000;

    private Lines() {
    }

    /** The lines of {@code now}, with one row where lines of {@code old} went. */
    public static List<Line> compare(String old, String now) {
        var a = split(old);
        var b = split(now);
        int head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < a.size() - head && tail < b.size() - head && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Kind.SAME, i + 1, b.get(i)));
        }
        middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), head, lines);
        for (int i = b.size() - tail; i < b.size(); i++) {
            lines.add(new Line(Kind.SAME, i + 1, b.get(i)));
        }
        return lines;
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }

    private static void middle(List<String> a, List<String> b, int offset, List<Line> lines) {
        if ((long) a.size() * b.size() > LIMIT) {
            replaced(a.size(), b, offset, lines);
            return;
        }
        var common = commonLengths(a, b);
        int gone = 0;
        int from = 0;
        int i = 0;
        for (int j = 0; j < b.size();) {
            if (i < a.size() && a.get(i).equals(b.get(j))) {
                replaced(gone, b.subList(from, j), offset + from, lines);
                gone = 0;
                lines.add(new Line(Kind.SAME, offset + j + 1, b.get(j)));
                i++;
                j++;
                from = j;
            } else if (i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                gone++;
                i++;
            } else {
                j++;
            }
        }
        replaced(gone + a.size() - i, b.subList(from, b.size()), offset + from, lines);
    }

    /** As many lines as went count as changed, the rest as new; where more went than came, how many more. */
    private static void replaced(int gone, List<String> come, int offset, List<Line> lines) {
        for (int i = 0; i < come.size(); i++) {
            lines.add(new Line(i < gone ? Kind.CHANGED : Kind.ADDED, offset + i + 1, come.get(i)));
        }
        if (gone > come.size()) {
            lines.add(new Line(Kind.REMOVED, gone - come.size(), ""));
        }
    }

    /** Length of the longest common subsequence of what follows i and j. */
    private static int[][] commonLengths(List<String> a, List<String> b) {
        var common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
