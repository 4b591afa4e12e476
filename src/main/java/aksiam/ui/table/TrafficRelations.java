package aksiam.ui.table;

import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Flow;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Team;
import aksiam.ui.parts.Messages;
import aksiam.workshop.Overview.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which team may send to which other one: the flows whose two sides are teams. */
final class TrafficRelations implements Relations {
    private record Pair(String from, String to) {
    }

    private final List<Row> rows;
    private final List<Team> teams;
    private final List<String> names;
    private final List<Column> columns;
    private final Map<Pair, List<Flow>> flows = new LinkedHashMap<>();
    /** Default traffic that policies are written for; empty while there are none. */
    private final String stance;

    TrafficRelations(String consideration, Design design) {
        this.rows = design.rows(consideration);
        this.teams = design.rows("teams", Tables.TEAMS).stream().filter(team -> !team.name().isEmpty()).toList();
        this.names = teams.stream().map(Team::name).toList();
        this.columns = names.stream().map(name -> new Column("", name)).toList();
        this.stance = design.chose("boundary", "network-policy") ? design.choice("default-traffic") : "";
        rows.forEach(row -> flows.computeIfAbsent(pair(row), _ -> new ArrayList<>()).add(Tables.FLOWS.read(row)));
    }

    /** The place of a team among rows and columns, -1 when it is not there. */
    int indexOf(String team) {
        return names.indexOf(team);
    }

    /** How many flows have a side that is no team. */
    int others() {
        return (int) rows.stream().map(this::pair).filter(pair -> pair.from().isEmpty() || pair.to().isEmpty()).count();
    }

    @Override
    public Legend legend() {
        boolean denied = stance.startsWith("deny");
        return new Legend(Messages.get(denied ? "traffic.rule.denied" : stance.equals("allow") ? "traffic.rule.open" : "traffic.rule.none"),
            Messages.get("traffic.yes"), Messages.get(denied ? "traffic.no" : "traffic.notmarked"), isClosedWithin() ? "" : Messages.get("traffic.own"),
            Messages.get("matrix.notapplicable"), "check", "", false);
    }

    @Override
    public List<Cell> bothWays(Cell cell) {
        return List.of(cell, new Cell(cell.column(), cell.row()));
    }

    @Override
    public List<String> rows() {
        return names;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Mark mark(int row, int column) {
        return row == column && !isClosedWithin()
            ? Mark.OWN
            : flows.containsKey(pair(row, column)) ? Mark.YES : common(row, column).isEmpty() ? Mark.NOT_APPLICABLE : Mark.NONE;
    }

    @Override
    public Words words(int row, int column) {
        var from = teams.get(row).name();
        var to = teams.get(column).name();
        return switch (mark(row, column)) {
            case OWN -> new Words(Messages.get("traffic.itself", from), Messages.get("traffic.itself.why"));
            case NOT_APPLICABLE ->
                new Words(Messages.get("traffic.notapplicable", from, to), Messages.get("matrix.because", Messages.get("traffic.nocluster")));
            case NONE -> new Words(Messages.get("traffic.maynot", from, to), row == column
                ? Messages.get("traffic.itself.closed")
                : flows.containsKey(pair(column, row)) ? Messages.get("traffic.back.may", to, from) : Messages.get("traffic.neither"));
            case YES -> allowed(row, column);
        };
    }

    private Words allowed(int row, int column) {
        var from = teams.get(row);
        var to = teams.get(column);
        var named = flows.get(pair(row, column));
        var clusters = common(row, column);
        var limits = named.stream().map(TrafficRelations::limits).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("; "));
        var where = clusters.isEmpty()
            ? Messages.get("traffic.nothing", Messages.get("traffic.nocluster"))
            : Messages.get("traffic.where", Nouns.and(from.namespaces()), Nouns.and(to.namespaces()), Nouns.and(clusters));
        var back = Messages.get(flows.containsKey(pair(column, row)) ? "traffic.back.may" : "traffic.back.maynot", to.name(), from.name());
        return new Words(
            limits.isEmpty()
                ? Messages.get("traffic.may", from.name(), to.name(), where)
                : Messages.get("traffic.may.limited", from.name(), to.name(), limits, where),
            named.size() > 1 ? Messages.get("traffic.flows", named.size()) + " " + back : back);
    }

    private static String limits(Flow flow) {
        return Stream.of(flow.port().isPresent() ? Messages.get("traffic.port", String.valueOf(flow.port().getAsInt())) : "", flow.protocol(),
            flow.fromNamespace().isEmpty() ? "" : Messages.get("traffic.from", flow.fromNamespace()),
            flow.toNamespace().isEmpty() ? "" : Messages.get("traffic.to", flow.toNamespace()),
            flow.toPods().isEmpty() ? "" : Messages.get("traffic.pods", String.join(", ", flow.toPods()))).filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    }

    @Override
    public String summary(int row) {
        if (row < 0 || row >= teams.size()) {
            return "";
        }
        long sends = IntStream.range(0, teams.size()).filter(other -> other != row && mark(row, other) == Mark.YES).count();
        long receives = IntStream.range(0, teams.size()).filter(other -> other != row && mark(other, row) == Mark.YES).count();
        return Messages.get("traffic.summary", teams.get(row).name(), sends, receives);
    }

    @Override
    public List<Row> with(Collection<Cell> cells, boolean yes) {
        var chosen = cells.stream().filter(cell -> mark(cell.row(), cell.column()) == (yes ? Mark.NONE : Mark.YES)).map(cell -> pair(cell.row(), cell.column()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
        var kept = yes ? rows.stream() : rows.stream().filter(row -> !chosen.contains(pair(row)));
        var added = yes ? chosen.stream().map(pair -> Row.of("fromTeam", pair.from(), "toTeam", pair.to())) : Stream.<Row>empty();
        return Stream.concat(kept, added).toList();
    }

    /** Whether a team needs a flow to reach itself. */
    private boolean isClosedWithin() {
        return stance.equals("deny-all");
    }

    private List<String> common(int row, int column) {
        return teams.get(row).clusters().stream().filter(teams.get(column).clusters()::contains).toList();
    }

    private Pair pair(Row row) {
        return new Pair(row.text("fromTeam").strip(), row.text("toTeam").strip());
    }

    private Pair pair(int row, int column) {
        return new Pair(teams.get(row).name(), teams.get(column).name());
    }
}
