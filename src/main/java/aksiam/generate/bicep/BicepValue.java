package aksiam.generate.bicep;

import aksiam.generate.Escaping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A literal of a parameter file, printed as {@code bicep format} lays it out: a few short members in one line, else one a line; typed text only in quotes. */
sealed interface BicepValue {
    /** Text as typed. */
    record Text(String text) implements BicepValue {
    }

    /** A number, a flag, or an expression of the product. */
    record Plain(String text) implements BicepValue {
    }

    /** An array; a comment stands over its item. */
    record Items(List<Item> items) implements BicepValue {
        record Item(String from, BicepValue value) {
            private boolean isWord() {
                return from.isEmpty() && value.isWord();
            }
        }

        private boolean isShort() {
            return items.size() <= FEW && items.stream().allMatch(Item::isWord)
                && items.stream().mapToInt(item -> item.value().print().length()).sum() <= SHORT;
        }
    }

    /** An object. Fields are added in the order in which they are printed. */
    final class Fields implements BicepValue {
        private record Field(String name, String from, BicepValue value, String named) {
            private String label() {
                return (IDENTIFIER.matcher(name).matches() ? name : Escaping.bicepString(name)) + ": ";
            }

            private boolean isWord() {
                return from.isEmpty() && named.isEmpty() && value.isWord();
            }
        }

        private final List<Field> fields = new ArrayList<>();

        /** Adds a field, with the consideration that it came from; empty: that of the whole object. */
        Fields put(String from, String name, BicepValue value) {
            fields.add(new Field(name, from, value, ""));
            return this;
        }

        Fields put(String name, BicepValue value) {
            return put("", name, value);
        }

        Fields put(String name, String text) {
            return put("", name, new Text(text));
        }

        /** Adds an id, and beside it what it is called: for people only. */
        Fields putId(String name, String id, String called) {
            fields.add(new Field(name, "", new Text(id), called.equals(id) ? "" : called));
            return this;
        }

        /** Adds an object, unless nothing is in it. */
        Fields putUnlessEmpty(String name, Fields value) {
            return value.isEmpty() ? this : put("", name, value);
        }

        /** Adds a list, unless nothing is in it. */
        Fields putUnlessEmpty(String name, Items value) {
            return value.items().isEmpty() ? this : put("", name, value);
        }

        boolean isEmpty() {
            return fields.isEmpty();
        }

        private boolean isShort() {
            return fields.size() <= FEW && fields.stream().allMatch(Field::isWord)
                && fields.stream().mapToInt(field -> field.label().length() + field.value().print().length()).sum() <= SHORT;
        }
    }

    /** Most members, and their longest text, in one line. */
    int FEW = 3;
    int SHORT = 80;

    /** What may stand before a colon without quotes. */
    Pattern IDENTIFIER = Pattern.compile("(?!(null|true|false)$)[A-Za-z_][A-Za-z0-9_]*");

    static BicepValue of(String text) {
        return new Text(text);
    }

    static BicepValue of(boolean flag) {
        return new Plain(Boolean.toString(flag));
    }

    static BicepValue of(int number) {
        return new Plain(Integer.toString(number));
    }

    static BicepValue texts(Collection<String> texts) {
        return new Items(texts.stream().map(text -> new Items.Item("", new Text(text))).toList());
    }

    static BicepValue items(Collection<? extends BicepValue> values) {
        return new Items(values.stream().map(value -> new Items.Item("", (BicepValue) value)).toList());
    }

    /** The literal; its first line is not indented, the others stand at this depth. */
    default String print() {
        var out = new StringBuilder();
        print(out, "");
        return out.toString();
    }

    private boolean isWord() {
        return this instanceof Text || this instanceof Plain;
    }

    private void print(StringBuilder out, String indent) {
        switch (this) {
            case Text(var text) -> out.append(Escaping.bicepString(text));
            case Plain(var text) -> out.append(text);
            case Items(var items) when items.isEmpty() -> out.append("[]");
            case Items list when list.isShort() ->
                out.append(list.items().stream().map(item -> item.value().print()).collect(Collectors.joining(", ", "[", "]")));
            case Items(var items) -> {
                out.append('[');
                for (var item : items) {
                    newLine(out, indent + "  ", item.from());
                    item.value().print(out, indent + "  ");
                }
                out.append('\n').append(indent).append(']');
            }
            case Fields object when object.isEmpty() -> out.append("{}");
            case Fields object when object.isShort() -> out.append(object.fields.stream().map(field -> field.label() + field.value().print())
                .collect(Collectors.joining(", ", "{ ", " }")));
            case Fields object -> {
                out.append('{');
                for (var field : object.fields) {
                    newLine(out, indent + "  ", field.from());
                    out.append(field.label());
                    field.value().print(out, indent + "  ");
                    if (!field.named().isEmpty()) {
                        out.append(" // ").append(Escaping.comment(field.named()));
                    }
                }
                out.append('\n').append(indent).append('}');
            }
        }
    }

    private static void newLine(StringBuilder out, String indent, String from) {
        out.append('\n').append(indent);
        if (!from.isEmpty()) {
            out.append("// from: ").append(Escaping.comment(from)).append('\n').append(indent);
        }
    }
}
