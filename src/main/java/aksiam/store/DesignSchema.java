package aksiam.store;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.model.Decision;
import aksiam.model.Format;
import aksiam.model.RowType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * The JSON Schema (2020-12) of the design file, made from the catalogue and the row types. It describes a finished file: a file
 * with an unknown option or a malformed id still opens. Other keys are allowed everywhere and kept.
 */
public final class DesignSchema {
    private DesignSchema() {
    }

    public static String text() {
        var root = object("$schema", "https://json-schema.org/draft/2020-12/schema", "title", "AKS IAM Designer design", "description",
            "Answers and decisions of a workshop about identity and access of an Azure Kubernetes Service platform.", "type", "object", "required",
            List.of("schema"));
        var decisions = new LinkedHashMap<String, Object>();
        Catalogue.all().forEach(consideration -> decisions.put(consideration.id(), object("title", consideration.title(), "$ref", "#/$defs/decision")));
        root.put("properties", object("schema", object("description", "Version of this form.", "const", DesignFile.SCHEMA),
            "id", object("description", "What tells this design from every other one, also after it was renamed: what it deploys carries it.", "type", "string",
                "pattern", "^(" + Format.GUID.regex() + ")?$"),
            "answers",
            object("description", "Answers by consideration. A consideration without an answer is undecided.", "type", "object", "properties", answers()),
            "decisions", object("description", "How considerations were settled.", "type", "object", "properties", decisions),
            "records", object("description", "Numbers of decision records, in the order of giving. A number is never reused.", "type", "array", "items",
                object("type", "object", "required", List.of("number", "consideration"), "properties",
                    object("number", object("type", "integer", "minimum", 1), "consideration", object("type", "string"))))));
        root.put("$defs", object("decision", decision()));
        return JsonText.of(root);
    }

    private static SequencedMap<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        Catalogue.all().forEach(consideration -> answers.put(consideration.id(), answer(consideration)));
        return answers;
    }

    private static SequencedMap<String, Object> answer(Consideration consideration) {
        var schema = object("title", consideration.title(), "description", consideration.question());
        schema.putAll(switch (consideration.input()) {
            case Input.OneOf(var options) -> object("oneOf", constants(options));
            case Input.ManyOf(var options) -> object("type", "array", "uniqueItems", true, "items", object("oneOf", constants(options)));
            case Input.Pick(var rowsOf) -> object("type", "array", "items", object("description", "Name of a row of " + rowsOf + ".", "type", "string"));
            case Input.Text(var format, var example) -> {
                var text = text(format);
                if (!example.isEmpty()) {
                    text.put("examples", List.of(example));
                }
                yield text;
            }
            case Input.Rows(var type) -> rows(type);
            case Input.Matrix(var type, var _, var _, var _) -> rows(type);
        });
        return schema;
    }

    private static List<Object> constants(List<Option> options) {
        return options.stream().<Object>map(option -> {
            var constant = object("const", option.id(), "title", option.label());
            if (!option.summary().isEmpty()) {
                constant.put("description", option.summary());
            }
            return constant;
        }).toList();
    }

    private static SequencedMap<String, Object> rows(RowType<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        type.fields().forEach(field -> properties.put(field.name(), cell(field)));
        return object("type", "array", "items", object("type", "object", "properties", properties));
    }

    private static SequencedMap<String, Object> cell(RowType.Field field) {
        var description = new ArrayList<String>();
        Stream
            .of(field.column().help(), field.column().required() ? "A row without it is unfinished." : "",
                field.column().refersTo().length == 0 ? "" : "Name of a row of " + String.join(" or ", field.column().refersTo()) + ".")
            .filter(sentence -> !sentence.isEmpty()).forEach(description::add);
        var schema = object("title", field.label());
        if (!description.isEmpty()) {
            schema.put("description", String.join(" ", description));
        }
        schema.putAll(switch (field.kind()) {
            case TEXT -> value(field);
            case NUMBER -> object("type", "integer", "minimum", 0);
            case FLAG -> object("type", "boolean");
            case LIST -> object("type", "array", "items", value(field));
            case ROWS -> rows(field.rows().orElseThrow());
        });
        return schema;
    }

    private static SequencedMap<String, Object> value(RowType.Field field) {
        return field.options().isEmpty() ? text(field.column().format()) : object("enum", Stream.concat(field.options().stream(), Stream.of("")).toList());
    }

    /** A text of this form; an empty one is unfinished, not wrong. JSON Schema has no flag for upper and lower case, so some forms are only described. */
    private static SequencedMap<String, Object> text(Format format) {
        var text = object("type", "string");
        if (format != Format.ANY) {
            text.put("$comment", "expected " + format.expected());
            if (!format.regex().startsWith("(?i)")) {
                text.put("pattern", "^(" + format.regex() + ")?$");
            }
        }
        return text;
    }

    private static SequencedMap<String, Object> decision() {
        var date = object("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$");
        var openPoint = object("description", "What is still to be settled.", "type", "object", "properties",
            object("text", object("type", "string"), "owner", object("type", "string"), "due", date));
        return object("type", "object", "properties",
            object("status", object("enum", Stream.of(Decision.Status.values()).map(status -> status.name().toLowerCase(Locale.ROOT)).toList()), "because",
                object("description", "The reason, in the words of those who decided.", "type", "string"),
                "deciders", object("description", "Who decided.", "type", "array", "items", object("type", "string")), "date", date, "revisit",
                object("description", "When the decision should be looked at again.", "type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$"),
                "openPoint", openPoint));
    }

    private static SequencedMap<String, Object> object(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
