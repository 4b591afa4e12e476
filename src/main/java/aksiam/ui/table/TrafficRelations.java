package aksiam.ui.table;

import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Flow;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Team;
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

    private final Design design;
    private final List<Row> rows;
    private final List<Team> teams;
    private final List<String> names;
    private final List<Column> columns;
    private final Map<Pair, List<Flow>> flows = new LinkedHashMap<>();

    TrafficRelations(String consideration, Design design) {
        this.design = design;
        this.rows = design.rows(consideration);
        this.teams = design.rows("teams", Tables.TEAMS).stream().filter(team -> !team.name().isEmpty()).toList();
        this.names = teams.stream().map(Team::name).toList();
        this.columns = names.stream().map(name -> new Column("", name)).toList();
        rows.forEach(row -> flows.computeIfAbsent(pair(row), _ -> new ArrayList<>()).add(Tables.FLOWS.read(row)));
    }

    /** How many flows have a side that is no team. */
    int others() {
        return (int) rows.stream().map(this::pair).filter(pair -> pair.from().isEmpty() || pair.to().isEmpty()).count();
    }

    @Override
    public Legend legend() {
        boolean policies = design.chose("boundary", "network-policy");
        var stance = policies ? design.choice("default-traffic") : "";
        var rule = switch (stance) {
            case "deny-both", "deny-ingress" -> "Rows send, columns receive. Everything not marked is denied by network policy.";
            case "allow" -> "Rows send, columns receive. What is not marked stays open: default traffic is allowed.";
            default -> "Rows send, columns receive. No network policy is written until isolation method and default traffic say so.";
        };
        return new Legend("sends to", rule, "Allowed", stance.startsWith("deny") ? "Denied" : "Not marked", "Itself, allowed", "Not applicable", "check",
            "");
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
        return row == column ? Mark.OWN : flows.containsKey(pair(row, column)) ? Mark.YES : common(row, column).isEmpty() ? Mark.NOT_APPLICABLE : Mark.NONE;
    }

    @Override
    public Words words(int row, int column) {
        var from = teams.get(row);
        var to = teams.get(column);
        return switch (mark(row, column)) {
            case OWN -> new Words(from.name() + " may send to itself.", "Traffic inside the namespaces of one team in one cluster stays open.");
            case NOT_APPLICABLE -> new Words("Not applicable: " + from.name() + " to " + to.name() + ".", "Because they share no cluster.");
            case NONE -> new Words(from.name() + " may not send to " + to.name() + ".",
                flows.containsKey(pair(column, row)) ? to.name() + " may send to " + from.name() + "." : "Neither way is allowed.");
            case YES -> {
                var named = flows.get(pair(row, column));
                var clusters = common(row, column);
                var where = clusters.isEmpty()
                    ? "nothing is written, because they share no cluster"
                    : "from " + VisibilityRelations.and(from.namespaces()) + " to " + VisibilityRelations.and(to.namespaces()) + ", on "
                        + VisibilityRelations.and(clusters);
                var limits = named.stream().map(TrafficRelations::limits).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("; "));
                yield new Words(from.name() + " may send to " + to.name() + (limits.isEmpty() ? "" : " (" + limits + ")") + ": " + where + ".",
                    (named.size() > 1 ? named.size() + " flows say so. " : "") + to.name()
                        + (flows.containsKey(pair(column, row)) ? " may send to " : " may not send to ") + from.name() + ".");
            }
        };
    }

    private static String limits(Flow flow) {
        return Stream.of(flow.port().isPresent() ? "port " + flow.port().getAsInt() : "", flow.protocol(),
            flow.fromNamespace().isEmpty() ? "" : "from " + flow.fromNamespace(), flow.toNamespace().isEmpty() ? "" : "to " + flow.toNamespace(),
            flow.toPods().isEmpty() ? "" : "to pods " + String.join(", ", flow.toPods())).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    @Override
    public String summary(int row) {
        if (row < 0 || row >= teams.size()) {
            return "";
        }
        long sends = IntStream.range(0, teams.size()).filter(other -> mark(row, other) == Mark.YES).count();
        long receives = IntStream.range(0, teams.size()).filter(other -> mark(other, row) == Mark.YES).count();
        return teams.get(row).name() + " sends to " + sends + (sends == 1 ? " team" : " teams") + " and receives from " + receives;
    }

    @Override
    public List<Row> with(Collection<Cell> cells, boolean yes) {
        var chosen = cells.stream().filter(cell -> mark(cell.row(), cell.column()) == (yes ? Mark.NONE : Mark.YES)).map(cell -> pair(cell.row(), cell.column()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
        var kept = yes ? rows.stream() : rows.stream().filter(row -> !chosen.contains(pair(row)));
        var added = yes ? chosen.stream().map(pair -> Row.of("fromTeam", pair.from(), "toTeam", pair.to())) : Stream.<Row>empty();
        return Stream.concat(kept, added).toList();
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
