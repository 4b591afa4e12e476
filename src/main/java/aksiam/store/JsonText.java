package aksiam.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints JSON so that a change of one value is a change of few lines: one key a line; lists of plain values, and the objects of
 * a list that hold nothing deeper, on one line when they fit.
 */
public final class JsonText {
    private static final int WIDTH = 120;
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {
    }

    /** @param value maps, lists, texts, numbers, booleans and null */
    public static String of(Object value) {
        var text = new JsonText();
        text.print(value, "", 0, false);
        return text.out.append('\n').toString();
    }

    private void print(Object value, String indent, int column, boolean inList) {
        if (!(value instanceof Map<?, ?> || value instanceof List<?>)) {
            out.append(scalar(value));
            return;
        }
        boolean short_ = isFlat(value) && (inList || value instanceof List<?> list && list.stream().noneMatch(Map.class::isInstance));
        if (short_ || isVoid(value)) {
            var line = oneLine(value);
            if (column + line.length() < WIDTH) {
                out.append(line);
                return;
            }
        }
        var inside = indent + INDENT;
        var separator = "\n";
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            for (var entry : map.entrySet()) {
                var key = quote((String) entry.getKey()) + ": ";
                out.append(separator).append(inside).append(key);
                print(entry.getValue(), inside, inside.length() + key.length(), false);
                separator = ",\n";
            }
            out.append('\n').append(indent).append('}');
        } else {
            out.append('[');
            for (var item : (List<?>) value) {
                out.append(separator).append(inside);
                print(item, inside, inside.length(), true);
                separator = ",\n";
            }
            out.append('\n').append(indent).append(']');
        }
    }

    private static boolean isVoid(Object value) {
        return value instanceof Map<?, ?> map ? map.isEmpty() : ((List<?>) value).isEmpty();
    }

    /** Whether it holds plain values and lists of plain values only. */
    private static boolean isFlat(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().noneMatch(inner -> inner instanceof Map<?, ?> || inner instanceof List<?> && !isFlat(inner));
            case List<?> list -> list.stream().noneMatch(inner -> inner instanceof Map<?, ?> || inner instanceof List<?>);
            default -> true;
        };
    }

    private static String oneLine(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> map.entrySet().stream().map(entry -> quote((String) entry.getKey()) + ": " + oneLine(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(JsonText::oneLine).collect(Collectors.joining(", ", "[", "]"));
            default -> scalar(value);
        };
    }

    private static String scalar(Object value) {
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    /** A JSON string. Half a surrogate pair is written as an escape, because UTF-8 cannot hold it. */
    private static String quote(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c >= 0xd800 && c <= 0xdfff) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
