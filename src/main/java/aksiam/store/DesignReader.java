package aksiam.store;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Input;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.model.Place;
import aksiam.model.RecordEntry;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.rules.Secrets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Turns the tree of a design file into a design. It goes on after a fault, so that one pass names them all. What it does not
 * know goes into {@link Design#unknown} at the place where it stood: {@code unknown.decisions.ID.KEY}, {@code unknown.records.NUMBER.KEY}.
 * A plain value that is wrong, such as a text where a number belongs, is kept as well: in its cell, or in {@code unknown} where it stands
 * in no table. {@code rules} reports it. Only what has another shape, such as an object for a list, is a fault.
 */
final class DesignReader {
    private static final Set<String> TOP = Set.of("schema", "id", "answers", "decisions", "records");
    private static final Set<String> DECISION = Set.of("status", "because", "deciders", "date", "revisit", "openPoint");
    private static final Set<String> OPEN_POINT = Set.of("text", "owner", "due");
    private static final Set<String> RECORD = Set.of("number", "consideration");

    private final BiConsumer<Place, String> faults;
    private final SequencedMap<String, Object> unknown = new LinkedHashMap<>();

    /** @param faults is told each fault with its place */
    DesignReader(BiConsumer<Place, String> faults) {
        this.faults = faults;
    }

    Design read(JsonNode root) {
        noSecrets(root, Place.ROOT);
        keepUnknown(root, TOP, List.of());
        return new Design(new DesignId(textOf(root, Place.ROOT, "id")), answers(root.path("answers")), decisions(root.path("decisions")),
            records(root.path("records")), unknown);
    }

    private SequencedMap<String, Answer> answers(JsonNode node) {
        var answers = new LinkedHashMap<String, Answer>();
        if (isObject(node, Place.ANSWERS)) {
            node.forEachEntry((id, value) -> Catalogue.find(id).ifPresentOrElse(
                consideration -> {
                    if (isWrongValue(consideration.input(), value)) {
                        keep(List.of("answers"), id, value);
                    } else {
                        answer(consideration.input(), value, Place.answer(id)).ifPresent(answer -> answers.put(id, answer));
                    }
                }, () -> keep(List.of("answers"), id, value)));
        }
        return answers;
    }

    private Optional<Answer> answer(Input input, JsonNode value, Place place) {
        return switch (input) {
            case Input.OneOf _ -> text(value, place).map(Answer.Choice::new);
            case Input.Text _ -> text(value, place).map(Answer.Text::new);
            case Input.ManyOf _, Input.Pick _ -> texts(value, place).map(Answer.Choices::new);
            case Input.Rows(var type) -> rows(type, value, place).map(Answer.Table::new);
            case Input.Matrix(var type, var _, var _, var _) -> rows(type, value, place).map(Answer.Table::new);
        };
    }

    /** Whether it is a plain value, or a list with one, that cannot be this answer. */
    private static boolean isWrongValue(Input input, JsonNode value) {
        return switch (input) {
            case Input.OneOf _, Input.Text _ -> value.isValueNode() && !value.isString();
            case Input.ManyOf _, Input.Pick _ -> isWrongList(value);
            case Input.Rows _, Input.Matrix _ -> value.isValueNode();
        };
    }

    private static boolean isWrongList(JsonNode value) {
        return value.isValueNode()
            || value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode) && !value.valueStream().allMatch(JsonNode::isString);
    }

    private Optional<List<Row>> rows(RowType<?> type, JsonNode value, Place place) {
        if (!value.isArray()) {
            return wrong(value, place, "a list of rows");
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < value.size(); i++) {
            if (isObject(value.get(i), place.at(i))) {
                rows.add(row(type, value.get(i), place.at(i)));
            }
        }
        return Optional.of(rows);
    }

    private Row row(RowType<?> type, JsonNode node, Place place) {
        var cells = new LinkedHashMap<String, Object>();
        node.forEachEntry((name, value) -> type.field(name)
            .ifPresentOrElse(field -> cell(cells, field, value, place.key(name)), () -> cells.put(name, plain(value))));
        return new Row(cells);
    }

    private void cell(Map<String, Object> cells, RowType.Field field, JsonNode value, Place place) {
        if (value.isValueNode()) {
            cells.put(field.name(), plain(value));
            return;
        }
        Optional<?> cell = switch (field.kind()) {
            case TEXT, NUMBER, FLAG -> wrong(value, place, "one value");
            case LIST -> plainList(value, place);
            case ROWS -> rows(field.rows().orElseThrow(), value, place);
        };
        cell.ifPresent(found -> cells.put(field.name(), found));
    }

    private Optional<List<Object>> plainList(JsonNode value, Place place) {
        if (!value.isArray()) {
            return wrong(value, place, "a list of texts");
        }
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isValueNode()) {
                wrong(value.get(i), place.at(i), "text");
            }
        }
        return Optional.of(value.valueStream().filter(JsonNode::isValueNode).map(DesignReader::plain).toList());
    }

    private SequencedMap<String, Decision> decisions(JsonNode node) {
        var decisions = new LinkedHashMap<String, Decision>();
        if (isObject(node, Place.DECISIONS)) {
            node.forEachEntry((id, value) -> {
                if (Catalogue.find(id).isEmpty()) {
                    keep(List.of("decisions"), id, value);
                } else if (isObject(value, Place.decision(id))) {
                    decisions.put(id, decision(id, value));
                }
            });
        }
        return decisions;
    }

    private Decision decision(String id, JsonNode node) {
        var place = Place.decision(id);
        var at = List.of("decisions", id);
        keepUnknown(node, DECISION, at);
        var status = value(node, at, "status", place, DesignReader::status).orElse(Decision.Status.PROPOSED);
        var because = value(node, at, "because", place, Optional::of).orElse("");
        return new Decision(status, because, deciders(node, at, place), value(node, at, "date", place, DesignReader::date), openPoint(node, at, place),
            value(node, at, "revisit", place, DesignReader::date));
    }

    private List<String> deciders(JsonNode node, List<String> at, Place place) {
        var deciders = node.path("deciders");
        if (!deciders.isMissingNode() && isWrongList(deciders)) {
            keep(at, "deciders", deciders);
            return List.of();
        }
        return optional(node, "deciders").flatMap(value -> texts(value, place.key("deciders"))).orElse(List.of());
    }

    private Optional<Decision.OpenPoint> openPoint(JsonNode decision, List<String> of, Place place) {
        return optional(decision, "openPoint").filter(node -> isObject(node, place.key("openPoint"))).map(node -> {
            var inside = place.key("openPoint");
            var at = Stream.concat(of.stream(), Stream.of("openPoint")).toList();
            keepUnknown(node, OPEN_POINT, at);
            return new Decision.OpenPoint(value(node, at, "text", inside, Optional::of).orElse(""), value(node, at, "owner", inside, Optional::of).orElse(""),
                value(node, at, "due", inside, DesignReader::date));
        });
    }

    /** What a key says; a plain value that says nothing here is kept. */
    private <T> Optional<T> value(JsonNode node, List<String> at, String key, Place place, Function<String, Optional<T>> reading) {
        var value = node.path(key);
        if (!value.isValueNode()) {
            return value.isMissingNode() ? Optional.empty() : wrong(value, place.key(key), "one value");
        }
        var read = value.isString() ? reading.apply(value.asString()) : Optional.<T>empty();
        if (read.isEmpty()) {
            keep(at, key, value);
        }
        return read;
    }

    private static Optional<Decision.Status> status(String text) {
        return Stream.of(Decision.Status.values()).filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<RecordEntry> records(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            wrong(node, Place.RECORDS, "a list of record numbers");
            return List.of();
        }
        var records = new ArrayList<RecordEntry>();
        for (int i = 0; i < node.size(); i++) {
            var place = Place.RECORDS.at(i);
            if (isObject(node.get(i), place)) {
                var entry = node.get(i);
                var number = number(entry.path("number"), place.key("number"));
                var consideration = text(entry.path("consideration"), place.key("consideration"));
                if (number.isPresent() && consideration.isPresent()) {
                    keepUnknown(entry, RECORD, List.of("records", number.get().toString()));
                    records.add(new RecordEntry(number.get(), consideration.get()));
                }
            }
        }
        return records;
    }

    private String textOf(JsonNode node, Place place, String key) {
        return optional(node, key).flatMap(value -> text(value, place.key(key))).orElse("");
    }

    private static Optional<JsonNode> optional(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key));
    }

    private Optional<String> text(JsonNode value, Place place) {
        return value.isString() ? Optional.of(value.asString()) : wrong(value, place, "text");
    }

    private Optional<Integer> number(JsonNode value, Place place) {
        return value.isIntegralNumber() && value.canConvertToInt() ? Optional.of(value.asInt()) : wrong(value, place, "a whole number");
    }

    private Optional<List<String>> texts(JsonNode value, Place place) {
        if (!value.isArray()) {
            return wrong(value, place, "a list of texts");
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            text(value.get(i), place.at(i)).ifPresent(texts::add);
        }
        return Optional.of(texts);
    }

    /** Whether it is an object; a missing one is none, but no fault. */
    private boolean isObject(JsonNode node, Place place) {
        if (!node.isObject() && !node.isMissingNode()) {
            wrong(node, place, "an object");
        }
        return node.isObject();
    }

    private <T> Optional<T> wrong(JsonNode value, Place place, String expected) {
        faults.accept(place, "expected " + expected + ", found " + found(value));
        return Optional.empty();
    }

    private static String found(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> value.isIntegralNumber() ? "a number" : "a number with a fraction";
            case STRING -> "text";
            case MISSING -> "nothing";
            case NULL, BINARY, POJO -> "null";
        };
    }

    private void noSecrets(JsonNode node, Place place) {
        switch (node.getNodeType()) {
            case STRING -> Secrets.find(node.asString())
                .ifPresent(kind -> faults.accept(place, "looks like " + kind.label() + ": a design holds no secret, remove it and renew it"));
            case OBJECT -> node.forEachEntry((key, value) -> {
                // The place would show a secret that stands in a key.
                Secrets.find(key).ifPresentOrElse(
                    kind -> faults.accept(place, "a key looks like " + kind.label() + ": a design holds no secret, remove it and renew it"),
                    () -> noSecrets(value, place.key(key)));
            });
            case ARRAY -> {
                for (int i = 0; i < node.size(); i++) {
                    noSecrets(node.get(i), place.at(i));
                }
            }
            case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> {
            }
        }
    }

    private void keepUnknown(JsonNode node, Set<String> known, List<String> at) {
        node.forEachEntry((key, value) -> {
            if (!known.contains(key)) {
                keep(at, key, value);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void keep(List<String> at, String key, JsonNode value) {
        var map = unknown;
        for (var step : at) {
            map = (SequencedMap<String, Object>) map.computeIfAbsent(step, _ -> new LinkedHashMap<String, Object>());
        }
        map.put(key, plain(value));
    }

    /** A value as Java holds it: String, Boolean, Integer, a BigInteger or BigDecimal, List, SequencedMap; null stays null. */
    private static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.asString();
            case BOOLEAN -> node.asBoolean();
            case NUMBER -> node.isInt() ? (Object) node.asInt() : node.isIntegralNumber() ? node.bigIntegerValue() : node.decimalValue();
            case ARRAY -> node.valueStream().map(DesignReader::plain).toList();
            case OBJECT -> {
                var map = new LinkedHashMap<String, Object>();
                node.forEachEntry((key, value) -> map.put(key, plain(value)));
                yield map;
            }
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }
}
