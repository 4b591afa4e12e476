package aksiam.ui.table;

import aksiam.catalogue.Input;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Principal;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Team;
import aksiam.ui.parts.Messages;
import aksiam.workshop.Overview.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which team may read the namespaces of which other one, cluster by cluster. */
final class VisibilityRelations implements Relations {
    private record Pair(String reader, String owner, String cluster) {
    }

    private final Design design;
    private final Input.Matrix input;
    private final List<Row> rows;
    private final List<Team> readers;
    private final List<String> names;
    private final List<Column> columns;
    private final List<Team> owners;
    private final Set<Pair> pairs;
    private final Set<String> withDevelopers;

    VisibilityRelations(String consideration, Input.Matrix input, Design design) {
        this.design = design;
        this.input = input;
        this.rows = design.rows(consideration);
        this.readers = design.rows("teams", Tables.TEAMS).stream().filter(team -> !team.name().isEmpty()).toList();
        this.names = readers.stream().map(Team::name).toList();
        var byName = readers.stream().collect(Collectors.toMap(Team::name, Function.identity(), (first, _) -> first, java.util.LinkedHashMap::new));
        this.pairs = rows.stream().map(this::pair).collect(Collectors.toCollection(LinkedHashSet::new));
        var named = pairs.stream().map(pair -> new Column(pair.cluster(), pair.owner())).collect(Collectors.toSet());
        var clusters = new LinkedHashSet<>(
            design.rows("clusters", Tables.CLUSTERS).stream().map(cluster -> cluster.name()).filter(name -> !name.isEmpty()).toList());
        pairs.stream().map(Pair::cluster).filter(name -> !name.isEmpty()).forEach(clusters::add);
        this.columns = clusters.stream().flatMap(cluster -> byName.values().stream()
            .filter(team -> team.clusters().contains(cluster) || named.contains(new Column(cluster, team.name())))
            .map(team -> new Column(cluster, team.name()))).toList();
        this.owners = columns.stream().map(column -> byName.get(column.name())).toList();
        var people = design.rows("principals", Tables.PRINCIPALS).stream()
            .filter(principal -> principal.kind().equals("group") || principal.kind().equals("user")).map(Principal::name).collect(Collectors.toSet());
        this.withDevelopers = readers.stream().filter(team -> team.principals().stream().anyMatch(people::contains)).map(Team::name)
            .collect(Collectors.toSet());
    }

    @Override
    public Legend legend() {
        return new Legend(Messages.get("visibility.rule"), Messages.get("visibility.yes"), Messages.get("visibility.no"), Messages.get("visibility.own"),
            Messages.get("matrix.notapplicable"), "eye", "check", true);
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
        var reader = readers.get(row).name();
        var owner = columns.get(column).name();
        if (pairs.contains(pair(row, column))) {
            return Mark.YES;
        }
        return reader.equals(owner) ? Mark.OWN : notApplicable(row, column).isEmpty() ? Mark.NONE : Mark.NOT_APPLICABLE;
    }

    private String notApplicable(int row, int column) {
        if (owners.get(column).namespaces().isEmpty()) {
            return Messages.get("visibility.because.nonamespace", columns.get(column).name());
        }
        return withDevelopers.contains(readers.get(row).name()) ? "" : Messages.get("visibility.because.nopeople", readers.get(row).name());
    }

    @Override
    public Words words(int row, int column) {
        var reader = readers.get(row).name();
        var owner = columns.get(column);
        var namespaces = owners.get(column).namespaces();
        var named = namespaces.isEmpty() ? owner.name() : Messages.get("visibility.namespaces", namespaces.size(), Nouns.and(namespaces));
        var reason = notApplicable(row, column);
        return switch (mark(row, column)) {
            case YES -> new Words(Messages.get("visibility.may", reader, named, owner.group()),
                reason.isEmpty() ? Messages.get("visibility.may.by", role()) : Messages.get("visibility.may.nothing", reason));
            case NONE -> new Words(Messages.get("visibility.maynot", reader, named, owner.group()),
                readers.get(row).clusters().contains(owner.group()) ? Messages.get("visibility.same") : Messages.get("visibility.other", reader));
            case OWN -> new Words(Messages.get("visibility.owns", reader, named, owner.group()), Messages.get("visibility.owns.by"));
            case NOT_APPLICABLE ->
                new Words(Messages.get("visibility.notapplicable", reader, owner.name(), owner.group()), Messages.get("matrix.because", reason));
        };
    }

    private String role() {
        return Messages.get("visibility.role." + switch (design.choice("authorization")) {
            case "kubernetes-rbac" -> "kubernetes";
            case "azure-rbac" -> "azure";
            case "both" -> "both";
            default -> "open";
        });
    }

    @Override
    public String summary(int row) {
        long yes = pairs.size();
        long readable = owners.stream().filter(owner -> !owner.namespaces().isEmpty()).count();
        long own = owners.stream().filter(owner -> !owner.namespaces().isEmpty() && withDevelopers.contains(owner.name())).count();
        long possible = withDevelopers.size() * readable - own;
        var clusters = readers.stream().collect(Collectors.toMap(Team::name, team -> Set.copyOf(team.clusters()), (first, _) -> first));
        long same = pairs.stream().filter(pair -> clusters.getOrDefault(pair.reader(), Set.of()).contains(pair.cluster())).count();
        return Messages.get("visibility.summary", yes, possible, same, yes - same);
    }

    @Override
    public List<Row> with(Collection<Cell> cells, boolean yes) {
        var chosen = cells.stream().filter(cell -> mark(cell.row(), cell.column()) == (yes ? Mark.NONE : Mark.YES)).map(cell -> pair(cell.row(), cell.column()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!yes) {
            return rows.stream().filter(row -> !chosen.contains(pair(row))).toList();
        }
        var result = new ArrayList<>(rows);
        var there = new HashSet<>(pairs);
        chosen.stream().filter(there::add)
            .forEach(pair -> result.add(Row.of(input.from(), pair.reader(), input.to(), pair.owner(), input.group(), pair.cluster())));
        return result;
    }

    private Pair pair(Row row) {
        return new Pair(row.text(input.from()).strip(), row.text(input.to()).strip(), row.text(input.group()).strip());
    }

    private Pair pair(int row, int column) {
        return new Pair(readers.get(row).name(), columns.get(column).name(), columns.get(column).group());
    }
}
