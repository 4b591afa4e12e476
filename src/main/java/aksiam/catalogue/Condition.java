package aksiam.catalogue;

import aksiam.model.Design;
import java.util.List;
import java.util.stream.Stream;

/** When a consideration applies or an option is possible: data, so that it can be printed, tested and turned into words. */
public sealed interface Condition {
    Condition ALWAYS = new All(List.of());

    /** The chosen option is this one. */
    record Is(String consideration, String option) implements Condition {
    }

    /** This option is among the chosen ones. */
    record Has(String consideration, String option) implements Condition {
    }

    /** There is an option, a text or a row. */
    record Answered(String consideration) implements Condition {
    }

    /** A table has a row with this value in this column, alone or in a list; a flag that was never set is false. */
    record HasRow(String consideration, String column, String value) implements Condition {
    }

    record All(List<Condition> conditions) implements Condition {
    }

    record Any(List<Condition> conditions) implements Condition {
    }

    record Not(Condition condition) implements Condition {
    }

    static Condition is(String consideration, String option) {
        return new Is(consideration, option);
    }

    /** The chosen option is one of these. */
    static Condition in(String consideration, String... options) {
        return new Any(Stream.of(options).map(option -> (Condition) new Is(consideration, option)).toList());
    }

    static Condition has(String consideration, String option) {
        return new Has(consideration, option);
    }

    static Condition answered(String consideration) {
        return new Answered(consideration);
    }

    static Condition hasRow(String consideration, String column, String value) {
        return new HasRow(consideration, column, value);
    }

    static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    static Condition any(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /** Whether it holds for a design. An undecided consideration makes Is, Has and Answered false. */
    default boolean holds(Design design) {
        return switch (this) {
            case Is(var consideration, var option) -> design.choice(consideration).equals(option);
            case Has(var consideration, var option) -> design.choices(consideration).contains(option);
            case Answered(var consideration) -> design.answer(consideration).filter(answer -> !answer.isEmpty()).isPresent();
            case HasRow(var consideration, var column, var value) -> design.rows(consideration).stream()
                .anyMatch(
                    row -> row.list(column).contains(value) || row.display(column).equals(value) || row.display(column).isEmpty() && value.equals("false"));
            case All(var conditions) -> conditions.stream().allMatch(condition -> condition.holds(design));
            case Any(var conditions) -> conditions.stream().anyMatch(condition -> condition.holds(design));
            case Not(var condition) -> !condition.holds(design);
        };
    }

    /** The considerations it asks about, in the order of asking. */
    default Stream<String> considerations() {
        return switch (this) {
            case Is(var consideration, var _) -> Stream.of(consideration);
            case Has(var consideration, var _) -> Stream.of(consideration);
            case Answered(var consideration) -> Stream.of(consideration);
            case HasRow(var consideration, var _, var _) -> Stream.of(consideration);
            case All(var conditions) -> conditions.stream().flatMap(Condition::considerations);
            case Any(var conditions) -> conditions.stream().flatMap(Condition::considerations);
            case Not(var condition) -> condition.considerations();
        };
    }
}
