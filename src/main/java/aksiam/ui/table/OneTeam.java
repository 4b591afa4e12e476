package aksiam.ui.table;

import aksiam.model.Row;
import aksiam.ui.parts.Messages;
import java.util.Collection;
import java.util.List;

/** The traffic of one team: a row for what it sends, and a row for what it receives. */
record OneTeam(TrafficRelations all, String name) implements Relations {
    private static final int SENDS = 0;

    private Cell cell(int row, int column) {
        int team = all.indexOf(name);
        return row == SENDS ? new Cell(team, column) : new Cell(column, team);
    }

    @Override
    public Legend legend() {
        return all.legend();
    }

    @Override
    public List<String> rows() {
        return all.indexOf(name) < 0 ? List.of() : List.of(Messages.get("traffic.sends"), Messages.get("traffic.receives"));
    }

    @Override
    public List<Column> columns() {
        return all.columns();
    }

    @Override
    public Mark mark(int row, int column) {
        var cell = cell(row, column);
        return all.mark(cell.row(), cell.column());
    }

    @Override
    public Words words(int row, int column) {
        var cell = cell(row, column);
        return all.words(cell.row(), cell.column());
    }

    @Override
    public String summary(int row) {
        return all.summary(all.indexOf(name));
    }

    @Override
    public List<Row> with(Collection<Cell> cells, boolean yes) {
        return all.with(cells.stream().map(cell -> cell(cell.row(), cell.column())).toList(), yes);
    }
}
