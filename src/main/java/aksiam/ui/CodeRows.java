package aksiam.ui;

import aksiam.workshop.Lines;
import aksiam.workshop.Lines.Line;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file as rows of one height: a line that is too long goes on in the next row. */
final class CodeRows {
    /** Beyond its indent, so that what goes on is not taken for a line of its own. */
    private static final int HANGING = 4;
    /** Narrower than this nothing is broken any more. */
    private static final int NARROWEST = 20;
    private static final int TAB = 8;

    /**
     * One row.
     *
     * @param line   index of its line
     * @param first  whether the line begins here
     * @param indent columns before the text that are not of the text
     * @param start  of its part of the line
     * @param end    of its part of the line
     */
    record CodeRow(Line source, int line, boolean first, int indent, int start, int end) {
        String text() {
            return source.text().substring(start, end);
        }
    }

    private CodeRows() {
    }

    /** @param columns that fit into a row */
    static List<CodeRow> of(List<Line> lines, int columns) {
        var rows = new ArrayList<CodeRow>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            add(lines.get(i), i, Math.max(columns, NARROWEST), rows);
        }
        return rows;
    }

    private static void add(Line line, int index, int columns, List<CodeRow> rows) {
        var text = line.text();
        if (line.kind() == Lines.Kind.REMOVED || text.length() <= columns && width(text, 0, text.length()) <= columns) {
            rows.add(new CodeRow(line, index, true, 0, 0, text.length()));
            return;
        }
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        int hanging = Math.min(indent + HANGING, columns / 2);
        for (int start = 0; start < text.length();) {
            int before = start == 0 ? 0 : hanging;
            int end = fitting(text, start, columns - before);
            int space = text.lastIndexOf(' ', end - 1);
            if (end < text.length() && space > Math.max(start, start == 0 ? indent : 0)) {
                end = space + 1;
            }
            rows.add(new CodeRow(line, index, start == 0, before, start, end));
            start = end;
        }
    }

    /** Where a part that begins at {@code start} has to end; a character is never cut in two. */
    private static int fitting(String text, int start, int columns) {
        int end = start;
        int width = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            width += columns(point);
            if (width > columns && end > start) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private static int width(String text, int start, int end) {
        return text.substring(start, end).codePoints().map(CodeRows::columns).sum();
    }

    /** Scripts that are set wide, and pictures, take two columns, a tab at most eight. */
    private static int columns(int point) {
        if (point == '\t') {
            return TAB;
        }
        return point >= 0x1100
            && (point <= 0x115F || point >= 0x2E80 && point <= 0xD7FF || point >= 0xF900 && point <= 0xFAFF || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60 || point >= 0x1F000) ? 2 : 1;
    }
}
