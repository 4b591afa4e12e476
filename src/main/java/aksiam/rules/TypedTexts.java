package aksiam.rules;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import java.util.Collection;
import java.util.stream.Stream;

/** The texts that somebody typed as answers and into cells. */
final class TypedTexts {
    private TypedTexts() {
    }

    static Stream<String> of(Design design) {
        return design.answers().values().stream().flatMap(answer -> switch (answer) {
            case Answer.Choice(var option) -> Stream.of(option);
            case Answer.Choices(var options) -> options.stream();
            case Answer.Text(var text) -> Stream.of(text);
            case Answer.Table(var rows) -> rows.stream().flatMap(TypedTexts::in);
        });
    }

    private static Stream<String> in(Object value) {
        return switch (value) {
            case Row row -> row.cells().values().stream().flatMap(TypedTexts::in);
            case Collection<?> list -> list.stream().flatMap(TypedTexts::in);
            case String text -> Stream.of(text);
            case null, default -> Stream.empty();
        };
    }
}
