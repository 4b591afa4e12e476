package aksiam.generate.record;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.generate.Escaping;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rows that say for themselves what a consideration decides for all the others. */
final class Exceptions {
    private final Consideration consideration;
    private final Set<String> chosen;
    private final RowType<?> type;
    private final RowType.Field column;
    private final List<Row> rows;

    private Exceptions(Consideration consideration, Design design, Consideration table, RowType<?> type, RowType.Field column) {
        this.consideration = consideration;
        this.chosen = answers(Stream.concat(design.choices(consideration.id()).stream(), Stream.of(design.choice(consideration.id()))));
        this.type = type;
        this.column = column;
        this.rows = design.rows(table.id());
    }

    /** Nothing where no row of the design could differ. */
    static Optional<Exceptions> of(Consideration consideration, Design design) {
        return Catalogue.all().stream().flatMap(table -> table.rowType().stream()
            .flatMap(type -> type.fields().stream().filter(field -> field.column().overrides().equals(consideration.id()))
                .map(field -> new Exceptions(consideration, design, table, type, field))))
            .filter(found -> !found.rows.isEmpty()).findFirst();
    }

    /** Whether it holds for at least one row. */
    boolean holdsSomewhere(Option option) {
        return rows.stream().map(this::own).anyMatch(own -> (own.isEmpty() ? chosen : own).contains(option.id()));
    }

    /** Whether the answer decides nothing by itself. */
    boolean decideAll() {
        return rows.stream().noneMatch(row -> own(row).isEmpty());
    }

    /** What the record says of them; nothing where no row differs. */
    Optional<RecordText.Bullet> bullet() {
        var told = rows.stream().filter(row -> !own(row).isEmpty() && (decideAll() || !own(row).equals(chosen))).toList();
        var groups = new LinkedHashMap<Set<String>, List<String>>();
        told.forEach(row -> groups.computeIfAbsent(own(row), _ -> new ArrayList<>()).add(name(row)));
        var items = groups.entrySet().stream().map(group -> RecordText.and(group.getValue()) + ": " + labels(group.getKey())).toList();
        var text = decideAll()
            ? "the row of every " + type.one() + " says its own, so this answer by itself sets nothing"
            : (told.size() == 1 ? "the row of 1 of " : "the rows of " + told.size() + " of ") + RecordText.counted(rows.size(), type.one(), type.many())
                + (told.size() == 1 ? " says otherwise" : " say otherwise");
        return told.isEmpty() ? Optional.empty() : Optional.of(new RecordText.Bullet("Neutral, because " + text + ":", items));
    }

    private Set<String> own(Row row) {
        return answers(Stream.concat(row.list(column.name()).stream(), Stream.of(row.text(column.name()).strip())));
    }

    private static Set<String> answers(Stream<String> values) {
        var answers = new TreeSet<String>();
        values.filter(value -> !value.isEmpty()).forEach(answers::add);
        return answers;
    }

    private String name(Row row) {
        return type.key().map(key -> Escaping.md(row.text(key.name()))).orElse("");
    }

    private String labels(Set<String> options) {
        return String.join(" + ", consideration.input().options().stream().filter(option -> options.contains(option.id())).map(Option::label)
            .map(Escaping::md).toList());
    }
}
