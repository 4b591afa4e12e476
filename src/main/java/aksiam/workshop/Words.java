package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Condition;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.Answer;
import aksiam.model.Design;
import java.util.List;
import java.util.stream.Collectors;

/** Answers and conditions as people say them. */
public final class Words {
    private Words() {
    }

    /** An answer in a few words: the label of an option, the text, or how many rows. */
    public static String answer(Consideration consideration, Answer answer) {
        if (answer.isEmpty()) {
            return "none";
        }
        return switch (answer) {
            case Answer.Choice(var option) -> label(consideration, option);
            case Answer.Choices(var options) -> options.stream().map(option -> label(consideration, option)).collect(Collectors.joining(", "));
            case Answer.Text(var text) -> text.strip().lines().findFirst().orElse("");
            case Answer.Table(var rows) -> count(rows.size(), "row");
        };
    }

    /** Why a condition does not hold, to be put after "because". */
    public static String whyNot(Condition condition, Design design) {
        return switch (condition) {
            case Condition.Is(var id, var option) ->
                design.answer(id).isEmpty() ? title(id) + " is undecided" : title(id) + " is not " + label(Catalogue.get(id), option);
            case Condition.Has(var id, var option) -> title(id) + " does not include " + label(Catalogue.get(id), option);
            case Condition.Answered(var id) -> title(id) + (design.isAnswered(id) ? ": there are none" : " is undecided");
            case Condition.HasRow(var id, var column, var value) -> title(id) + " has no row with " + column(id, column) + " " + value;
            case Condition.All(var conditions) ->
                conditions.stream().filter(part -> !part.holds(design)).findFirst().map(part -> whyNot(part, design)).orElse("");
            case Condition.Any(var conditions) -> any(conditions, design);
            case Condition.Not(var inner) -> holds(inner, design);
        };
    }

    /** A condition that holds. */
    private static String holds(Condition condition, Design design) {
        return switch (condition) {
            case Condition.Is(var id, var option) -> title(id) + " is " + label(Catalogue.get(id), option);
            case Condition.Has(var id, var option) -> title(id) + " includes " + label(Catalogue.get(id), option);
            case Condition.Answered(var id) -> title(id) + " is answered";
            case Condition.HasRow(var id, var column, var value) -> title(id) + " has a row with " + column(id, column) + " " + value;
            case Condition.All(var conditions) -> conditions.stream().map(part -> holds(part, design)).collect(Collectors.joining(" and "));
            case Condition.Any(var conditions) ->
                conditions.stream().filter(part -> part.holds(design)).findFirst().map(part -> holds(part, design)).orElse("");
            case Condition.Not(var inner) -> whyNot(inner, design);
        };
    }

    /** Alternatives of one consideration are said with what it is now. */
    private static String any(List<Condition> conditions, Design design) {
        var ids = conditions.stream().flatMap(Condition::considerations).distinct().toList();
        if (ids.size() == 1 && design.answer(ids.getFirst()).isPresent() && conditions.stream().allMatch(Condition.Is.class::isInstance)) {
            return title(ids.getFirst()) + " is " + answer(Catalogue.get(ids.getFirst()), design.answer(ids.getFirst()).get());
        }
        return conditions.stream().map(part -> whyNot(part, design)).distinct().collect(Collectors.joining(" and "));
    }

    /** A figure and its noun: "1 row", "3 rows". */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String title(String id) {
        return Catalogue.find(id).map(Consideration::title).orElse(id);
    }

    private static String column(String id, String name) {
        return Catalogue.get(id).rowType().flatMap(type -> type.field(name)).map(field -> field.label()).orElse(name);
    }

    private static String label(Consideration consideration, String option) {
        return consideration.option(option).map(Option::label).orElse(option);
    }
}
