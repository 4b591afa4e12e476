package aksiam.model;

import java.util.List;

/** What a person answered to one consideration, exactly as typed: an unknown option or a malformed id is kept. */
public sealed interface Answer {
    /** The id of one chosen option. */
    record Choice(String option) implements Answer {
    }

    /** The ids of the chosen options, or the names of the picked rows, in the order of choosing. */
    record Choices(List<String> options) implements Answer {
        public Choices {
            options = List.copyOf(options);
        }
    }

    /** Free text. */
    record Text(String text) implements Answer {
    }

    /** Rows of a table; their columns are those of a {@link RowType}. */
    record Table(List<Row> rows) implements Answer {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** Whether nothing is said: no text, no option, no row. */
    default boolean isEmpty() {
        return switch (this) {
            case Choice(var option) -> option.isBlank();
            case Choices(var options) -> options.isEmpty();
            case Text(var text) -> text.isBlank();
            case Table(var rows) -> rows.isEmpty();
        };
    }
}
