package aksiam.ui.table;

import aksiam.ui.table.Relations.Column;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Sizes of a matrix that hold for all cells.
 *
 * @param width     it was measured for
 * @param upright   whether the names of the columns stand upright because they do not fit beside each other
 * @param x         left sides of the columns
 * @param groupHead height of the names of groups, 0 when there are none
 */
record MatrixGeometry(double width, double rowHeight, double columnWidth, double rowHead, double groupHead, double columnHead, boolean upright, double[] x) {
    /** In em. A cell is at least 28 by 28 at the usual size of type. */
    private static final double ROW = 2;
    private static final double UPRIGHT_COLUMN = 2.5;
    private static final double WIDEST_COLUMN = 7;
    private static final double LONGEST_NAME = 16;
    private static final double LONGEST_UPRIGHT = 12;

    /**
     * @param mayTurn whether names may stand upright; else what does not fit is scrolled
     * @param measure width of a name in the type of the heads
     */
    static MatrixGeometry of(List<String> rows, List<Column> columns, double width, double em, boolean mayTurn, ToDoubleFunction<String> measure) {
        double rowHead = Math.min(em * LONGEST_NAME, Math.ceil(rows.stream().mapToDouble(measure).max().orElse(0)) + em * 1.1);
        double name = Math.min(em * LONGEST_NAME, Math.ceil(columns.stream().map(Column::name).distinct().mapToDouble(measure).max().orElse(0)));
        double gap = Math.rint(em * 0.6);
        long groups = columns.stream().map(Column::group).distinct().count();
        double space = width - rowHead - (groups - 1) * gap - em;
        double beside = Math.max(em * ROW, name + em * 0.5);
        boolean upright = mayTurn && columns.size() * beside > space;
        double cell = upright
            ? Math.rint(em * UPRIGHT_COLUMN)
            : Math.max(beside, Math.min(em * WIDEST_COLUMN, Math.floor(space / Math.max(1, columns.size()))));
        var x = new double[columns.size()];
        for (int i = 1; i < x.length; i++) {
            x[i] = x[i - 1] + cell + (columns.get(i).group().equals(columns.get(i - 1).group()) ? 0 : gap);
        }
        boolean grouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
        return new MatrixGeometry(width, Math.rint(em * ROW), cell, rowHead, grouped ? em * 1.9 : 0,
            upright ? Math.min(name, em * LONGEST_UPRIGHT) + em * 0.7 : em * 1.7, upright, x);
    }

    double head() {
        return groupHead + columnHead;
    }

    double across() {
        return x.length == 0 ? 0 : x[x.length - 1] + columnWidth + 1;
    }
}
