package aksiam.store;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Lays a design out in the order of the catalogue and of the columns; what nobody knows comes last, in the order it was read. */
final class DesignPrinter {
    private final Design design;

    DesignPrinter(Design design) {
        this.design = design;
    }

    String print() {
        var root = new LinkedHashMap<String, Object>();
        root.put("schema", Migrations.PRESENT);
        putText(root, "id", design.id().text());
        root.put("answers", inCatalogueOrder("answers", design.answers(), DesignPrinter::answer));
        root.put("decisions", inCatalogueOrder("decisions", design.decisions(), (consideration, decision) -> decision(consideration.id(), decision)));
        root.put("records", design.records().stream().map(entry -> {
            SequencedMap<String, Object> map = new LinkedHashMap<>();
            map.put("number", entry.number());
            map.put("consideration", entry.consideration());
            return plus(map, List.of("records", Integer.toString(entry.number())), Set.of());
        }).toList());
        root.remove("decisions", Map.of());
        root.remove("records", List.of());
        return JsonText.of(plus(root, List.of(), Set.of("answers", "decisions", "records")));
    }

    private interface Layout<V> {
        Optional<Object> of(Consideration consideration, V value);
    }

    private <V> SequencedMap<String, Object> inCatalogueOrder(String key, SequencedMap<String, V> values, Layout<V> layout) {
        var map = new LinkedHashMap<String, Object>();
        Catalogue.all().forEach(consideration -> Optional.ofNullable(values.get(consideration.id())).flatMap(value -> layout.of(consideration, value))
            .ifPresent(value -> map.put(consideration.id(), value)));
        // The overlay holds whole values of unknown considerations, and rests of known ones that are laid out above.
        return plus(map, List.of(key), key.equals("decisions") ? design.decisions().keySet() : Set.of());
    }

    /** A list without entries says that there are none; an empty text says nothing. */
    private static Optional<Object> answer(Consideration consideration, Answer answer) {
        if (answer.isEmpty() && (answer instanceof Answer.Choice || answer instanceof Answer.Text)) {
            return Optional.empty();
        }
        return Optional.of(switch (answer) {
            case Answer.Choice(var option) -> option;
            case Answer.Choices(var options) -> options;
            case Answer.Text(var text) -> text;
            case Answer.Table(var rows) -> rows.stream().map(row -> row(consideration.rowType(), row)).toList();
        });
    }

    private static SequencedMap<String, Object> row(Optional<? extends RowType<?>> type, Row row) {
        var map = new LinkedHashMap<String, Object>();
        type.ifPresent(columns -> columns.fields().stream().filter(field -> row.cells().containsKey(field.name()))
            .forEach(field -> map.put(field.name(), cell(field.rows(), row.cells().get(field.name())))));
        row.cells().forEach((name, cell) -> map.computeIfAbsent(name, _ -> cell(Optional.empty(), cell)));
        row.cells().forEach(map::putIfAbsent);
        return map;
    }

    private static Object cell(Optional<RowType<?>> type, Object cell) {
        return switch (cell) {
            case List<?> list -> list.stream().map(item -> item instanceof Row row ? row(type, row) : item).toList();
            case null -> null;
            default -> cell;
        };
    }

    private Optional<Object> decision(String id, Decision decision) {
        var map = new LinkedHashMap<String, Object>();
        // What says nothing in the design may say something that only the file knows.
        if (decision.status() != Decision.Status.PROPOSED || !overlay(List.of("decisions", id)).containsKey("status")) {
            map.put("status", decision.status().name().toLowerCase(Locale.ROOT));
        }
        putText(map, "because", decision.because());
        if (!decision.deciders().isEmpty()) {
            map.put("deciders", decision.deciders());
        }
        decision.date().ifPresent(date -> map.put("date", date.toString()));
        decision.revisit().ifPresent(date -> map.put("revisit", date.toString()));
        decision.openPoint().ifPresent(point -> map.put("openPoint", openPoint(id, point)));
        var whole = plus(map, List.of("decisions", id), decision.openPoint().isPresent() ? Set.of("openPoint") : Set.of());
        return decision.equals(Decision.NONE) && whole.size() == 1 ? Optional.empty() : Optional.of(whole);
    }

    private Map<String, Object> openPoint(String id, Decision.OpenPoint point) {
        var map = new LinkedHashMap<String, Object>();
        if (!point.text().isEmpty() || !overlay(List.of("decisions", id, "openPoint")).containsKey("text")) {
            map.put("text", point.text());
        }
        putText(map, "owner", point.owner());
        point.due().ifPresent(date -> map.put("due", date.toString()));
        return plus(map, List.of("decisions", id, "openPoint"), Set.of());
    }

    private static void putText(Map<String, Object> map, String key, String text) {
        if (!text.isEmpty()) {
            map.put(key, text);
        }
    }

    /** The map with the unknown keys of this place after its own, but for those that are laid out elsewhere. */
    private SequencedMap<String, Object> plus(SequencedMap<String, Object> map, List<String> at, Set<String> elsewhere) {
        overlay(at).forEach((key, value) -> {
            if (!elsewhere.contains(key)) {
                map.putIfAbsent((String) key, value);
            }
        });
        return map;
    }

    private Map<?, ?> overlay(List<String> at) {
        Map<?, ?> overlay = design.unknown();
        for (var step : at) {
            overlay = overlay.get(step) instanceof Map<?, ?> inner ? inner : Map.of();
        }
        return overlay;
    }
}
