package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.model.Row;
import aksiam.model.RowType;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a design with their places. */
final class Rows {
    /** A row, its columns and where it stands. */
    record Located(Consideration consideration, RowType<?> type, Row row, Place place) {
        /** What it is called elsewhere: the text of its first column. */
        String name() {
            return row.text(type.fields().getFirst().name()).strip();
        }

        Located inside(RowType.Field field, Row row, int index) {
            return new Located(consideration, field.rows().orElseThrow(), row, place.key(field.name()).at(index));
        }

        /** This row and, recursively, the rows in its cells. */
        Stream<Located> withNested() {
            var nested = type.fields().stream().filter(field -> field.kind() == RowType.Kind.ROWS)
                .flatMap(field -> indexed(row.rows(field.name())).flatMap(i -> inside(field, row.rows(field.name()).get(i), i).withNested()));
            return Stream.concat(Stream.of(this), nested);
        }

        Finding finding(Finding.Kind kind, String column, String message) {
            return new Finding(kind, consideration.id(), place.key(column), message);
        }
    }

    private Rows() {
    }

    /** The rows of one table. */
    static List<Located> of(Design design, String consideration) {
        var definition = Catalogue.get(consideration);
        return of(design, definition).toList();
    }

    /** All rows of all tables, nested ones included. */
    static Stream<Located> all(Design design) {
        return Catalogue.all().stream().flatMap(consideration -> of(design, consideration)).flatMap(Located::withNested);
    }

    /** The names of the rows of a table. */
    static List<String> names(Design design, String consideration) {
        return of(design, consideration).stream().map(Located::name).toList();
    }

    private static Stream<Located> of(Design design, Consideration consideration) {
        var rows = design.rows(consideration.id());
        return consideration.rowType().stream()
            .flatMap(type -> indexed(rows).map(i -> new Located(consideration, type, rows.get(i), Place.answer(consideration.id()).at(i))));
    }

    private static Stream<Integer> indexed(List<?> list) {
        return IntStream.range(0, list.size()).boxed();
    }
}
