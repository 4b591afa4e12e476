package aksiam.ui.table;

import aksiam.model.Format;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.ui.parts.Messages;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Heads of columns: what they say, and how wide they want to be. */
final class Heads {
    private Heads() {
    }

    /** What belongs into a column, in words. */
    static String help(Field field) {
        var column = field.column();
        boolean list = field.kind() == Kind.LIST;
        var allowed = field.options().isEmpty() ? "" : Messages.get(list ? "grid.help.any" : "grid.help.one", String.join(", ", field.options()));
        var shape = column.format() == Format.ANY || field.kind() == Kind.ROWS ? "" : Messages.get("grid.help.shape", column.format().expected());
        return Stream.of(column.help(), allowed, shape, list ? Messages.get("grid.help.list") : "")
            .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Preferred width in em of the grid. */
    static double width(Field field) {
        double head = 2 + 0.6 * field.label().length();
        double cell = switch (field.kind()) {
            case FLAG -> 5;
            case NUMBER -> 5;
            case ROWS -> 11;
            case LIST -> 12.5;
            case TEXT ->
                !field.options().isEmpty() ? 3 + 0.6 * field.options().stream().mapToInt(String::length).max().orElse(0) : switch (field.column().format()) {
                    case QUANTITY -> 5;
                    case GUID -> 10;
                    case RESOURCE_ID, AZURE_SCOPE -> 16;
                    case VERSION, DATE, ALIAS -> 7;
                    default -> 12.5;
                };
        };
        return Math.min(22, Math.max(head, cell));
    }

    static boolean isFigure(Field field) {
        return field.kind() == Kind.NUMBER || field.column().format() == Format.QUANTITY;
    }

    /** Ids are shown in the code font. */
    static boolean isCode(Field field) {
        return switch (field.column().format()) {
            case GUID, RESOURCE_ID, AZURE_SCOPE, CIDR, OPERATION -> true;
            default -> false;
        };
    }
}
