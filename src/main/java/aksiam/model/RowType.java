package aksiam.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The columns of a kind of rows, read off the components of a record. The record is the typed view of a row: what a cell
 * lacks or holds in a wrong form is empty in it.
 */
public final class RowType<T extends Record> {
    /** What a cell of a column holds. */
    public enum Kind {
        TEXT, NUMBER, FLAG, LIST, ROWS
    }

    /**
     * One column.
     *
     * @param rows the columns of the nested rows, for {@link Kind#ROWS} only
     */
    public record Field(String name, Kind kind, Column column, Optional<RowType<?>> rows) {
        public String label() {
            return column.label();
        }

        /** Allowed values; empty when anything may stand here. */
        public List<String> options() {
            return List.of(column.options());
        }
    }

    private final Class<T> view;
    private final RecordComponent[] components;
    private final Constructor<T> constructor;
    private final List<Field> fields;
    private volatile Typed<T> last = new Typed<>(List.of(), List.of());

    /** Rows and what they were read as. */
    private record Typed<T>(List<Row> rows, List<T> views) {
    }

    private RowType(Class<T> view) {
        this.view = view;
        this.components = view.getRecordComponents();
        try {
            this.constructor = view.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        this.fields = Arrays.stream(components).map(RowType::field).toList();
    }

    public static <T extends Record> RowType<T> of(Class<T> view) {
        return new RowType<>(view);
    }

    public Class<T> view() {
        return view;
    }

    /** What one row is called, such as team. */
    public String one() {
        var name = view.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT).replace("azure", "Azure");
        return name.equals("visibility") ? "right to read" : name;
    }

    /** What several rows are called. */
    public String many() {
        return switch (one()) {
            case "person" -> "people";
            case "right to read" -> "rights to read";
            case String one -> one + "s";
        };
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The first column where it names the row by itself; rows that only relate others, such as grants, have none. */
    public Optional<Field> key() {
        var first = fields.getFirst();
        return first.column().required() && first.column().options().length == 0 && first.column().refersTo().length == 0
            ? Optional.of(first)
            : Optional.empty();
    }

    /** The typed views of rows. Many considerations ask for the same rows one after the other, so the last ones are kept. */
    public List<T> read(List<Row> rows) {
        var known = last;
        if (known.rows != rows) {
            known = new Typed<>(rows, rows.stream().map(this::read).toList());
            last = known;
        }
        return known.views;
    }

    /** The typed view of a row. */
    public T read(Row row) {
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getType(), fields.get(i), row);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(view.getSimpleName(), e);
        }
    }

    private static Object value(Class<?> type, Field field, Row row) {
        return switch (field.kind()) {
            case TEXT -> {
                var text = row.text(field.name()).strip();
                yield type == ObjectId.class
                    ? new ObjectId(text)
                    : type == ClientId.class ? new ClientId(text) : type == ResourceId.class ? new ResourceId(text) : text;
            }
            case NUMBER -> row.cells().get(field.name()) instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
            case FLAG -> row.cells().get(field.name()) instanceof Boolean flag && flag;
            case LIST -> row.list(field.name()).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
            case ROWS -> row.rows(field.name()).stream().map(field.rows().orElseThrow()::read).toList();
        };
    }

    private static Field field(RecordComponent component) {
        var column = component.getAnnotation(Column.class);
        if (column == null) {
            throw new IllegalStateException(component + " has no @Column");
        }
        var type = component.getType();
        if (type == OptionalInt.class) {
            return new Field(component.getName(), Kind.NUMBER, column, Optional.empty());
        }
        if (type == boolean.class) {
            return new Field(component.getName(), Kind.FLAG, column, Optional.empty());
        }
        if (type != List.class) {
            return new Field(component.getName(), Kind.TEXT, column, Optional.empty());
        }
        var element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return element.isRecord()
            ? new Field(component.getName(), Kind.ROWS, column, Optional.of(nested(element)))
            : new Field(component.getName(), Kind.LIST, column, Optional.empty());
    }

    private static RowType<?> nested(Class<?> element) {
        return new RowType<>(element.asSubclass(Record.class));
    }
}
