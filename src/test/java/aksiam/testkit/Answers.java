package aksiam.testkit;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Condition;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import java.util.ArrayList;
import java.util.List;

/** Answers made up for a consideration, and designs made up for a condition. */
public final class Answers {
    private Answers() {
    }

    /** An answer of the form that the consideration asks for. */
    public static Answer sample(Consideration consideration) {
        return switch (consideration.input()) {
            case Input.OneOf(var options) -> new Answer.Choice(options.getFirst().id());
            case Input.ManyOf(var options) -> new Answer.Choices(List.of(options.getFirst().id()));
            case Input.Pick _ -> new Answer.Choices(List.of("platform-admins"));
            case Input.Text(var _, var example) -> new Answer.Text(example);
            case Input.Rows(var type) -> new Answer.Table(List.of(row(type)));
            case Input.Matrix(var type, var _, var _, var _) -> new Answer.Table(List.of(row(type)));
        };
    }

    /** The answer that chooses one option. */
    public static Answer choosing(Consideration consideration, String option) {
        return consideration.input() instanceof Input.ManyOf ? new Answer.Choices(List.of(option)) : new Answer.Choice(option);
    }

    /** A design in which the condition holds, changed from the given one as little as that takes; what it asks about applies as well. */
    public static Design where(Condition condition, Design design) {
        if (condition.holds(design)) {
            return design;
        }
        return switch (condition) {
            case Condition.Is(var id, var option) -> answered(id, new Answer.Choice(option), design);
            case Condition.Has(var id, var option) -> {
                var options = new ArrayList<>(design.choices(id));
                options.add(option);
                yield answered(id, new Answer.Choices(options), design);
            }
            case Condition.Answered(var id) -> answered(id, sample(Catalogue.get(id)), design);
            case Condition.HasRow(var id, var column, var value) -> answered(id,
                new Answer.Table(List.of(Row.of(column, value.equals("true") || value.equals("false") ? (Object) Boolean.valueOf(value) : value))), design);
            case Condition.All(var conditions) -> {
                var all = design;
                for (var part : conditions) {
                    all = where(part, all);
                }
                yield all;
            }
            case Condition.Any(var conditions) -> where(conditions.getFirst(), design);
            case Condition.Not(var inner) -> without(inner, design);
        };
    }

    /** A design in which the consideration applies. */
    public static Design applying(Consideration consideration, Design design) {
        return where(consideration.visible(), design);
    }

    private static Design answered(String id, Answer answer, Design design) {
        return applying(Catalogue.get(id), design.with(id, answer));
    }

    private static Design without(Condition condition, Design design) {
        var without = design;
        for (var id : condition.considerations().toList()) {
            without = without.without(id);
        }
        return without;
    }

    private static Row row(RowType<?> type) {
        var row = Row.EMPTY;
        for (var field : type.fields()) {
            row = row.with(field.name(), switch (field.kind()) {
                case TEXT -> field.options().isEmpty() ? "some-" + field.name().toLowerCase(java.util.Locale.ROOT) : field.options().getFirst();
                case NUMBER -> 1;
                case FLAG -> true;
                case LIST -> field.options().isEmpty() ? List.of("some-text") : field.options();
                case ROWS -> List.of(row(field.rows().orElseThrow()));
            });
        }
        return row;
    }
}
