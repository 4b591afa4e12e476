package aksiam.ui.table;

import aksiam.model.Row;
import java.util.Collection;
import java.util.List;

/** What a matrix shows: who relates to whom, read off rows and written back to them. Made anew for every design. */
interface Relations {
    /** What stands in a cell. */
    enum Mark {
        NONE, YES, OWN, NOT_APPLICABLE
    }

    /** A column, in a group of columns; the group is empty where there are no groups. */
    record Column(String group, String name) {
    }

    /** A cell by its place. */
    record Cell(int row, int column) {
    }

    /** A cell in words: what holds, and what follows from it. */
    record Words(String holds, String follows) {
    }

    /**
     * What the marks mean, and the icons for them.
     *
     * @param rule    what rows and columns are, and what holds where nothing is marked
     * @param ownIcon empty for an equals sign
     * @param mayTurn whether the names of columns may stand upright where they do not fit
     */
    record Legend(String rule, String yes, String no, String own, String notApplicable, String icon, String ownIcon, boolean mayTurn) {
        String name(Mark mark) {
            return switch (mark) {
                case YES -> yes;
                case NONE -> no;
                case OWN -> own;
                case NOT_APPLICABLE -> notApplicable;
            };
        }
    }

    Legend legend();

    List<String> rows();

    List<Column> columns();

    Mark mark(int row, int column);

    Words words(int row, int column);

    /** The cell and the one that says the same the other way round; empty where there is no other way round. */
    default List<Cell> bothWays(Cell cell) {
        return List.of();
    }

    /** Counts, in words. */
    String summary(int row);

    /** All rows of the table after these cells were set or cleared. Own cells and those that are not applicable stay. */
    List<Row> with(Collection<Cell> cells, boolean yes);

    /** Whether any of the cells becomes another one. */
    static boolean changes(Relations relations, Collection<Cell> cells, boolean yes) {
        return cells.stream().anyMatch(cell -> relations.mark(cell.row(), cell.column()) == (yes ? Mark.NONE : Mark.YES));
    }
}
