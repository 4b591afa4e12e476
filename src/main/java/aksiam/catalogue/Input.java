package aksiam.catalogue;

import aksiam.model.Format;
import aksiam.model.RowType;
import java.util.List;

/** How a consideration is answered. */
public sealed interface Input {
    /** Exactly one option. Answered by {@code Answer.Choice}. */
    record OneOf(List<Option> options) implements Input {
    }

    /** Any number of options. Answered by {@code Answer.Choices}. */
    record ManyOf(List<Option> options) implements Input {
    }

    /** Any number of names of rows of another consideration. Answered by {@code Answer.Choices}. */
    record Pick(String rowsOf) implements Input {
    }

    /** A line or a paragraph. Answered by {@code Answer.Text}. */
    record Text(Format format, String example) implements Input {
    }

    /** A table. Answered by {@code Answer.Table}. */
    record Rows(RowType<?> type) implements Input {
    }

    /** A table that says who relates to whom, shown as a matrix of these two columns, in groups of a third. Answered by {@code Answer.Table}. */
    record Matrix(RowType<?> type, String from, String to, String group) implements Input {
    }

    /** The options that can be chosen; none for texts, tables and picks. */
    default List<Option> options() {
        return switch (this) {
            case OneOf(var options) -> options;
            case ManyOf(var options) -> options;
            case Pick _, Text _, Rows _, Matrix _ -> List.of();
        };
    }
}
