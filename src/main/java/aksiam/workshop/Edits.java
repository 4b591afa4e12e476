package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.rules.Secrets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an answer or a decision changes the design. */
final class Edits {
    /** The field of the reason. */
    static final String BECAUSE = "Because";

    private Edits() {
    }

    /**
     * A chosen answer is proposed today by those who decided before; one that says nothing makes it undecided. To choose none of
     * several options is an answer when nothing was chosen before; to take the last one away is not.
     */
    static Design answer(Design design, String id, Answer answer, LocalDate today, List<String> deciders) {
        boolean choosesNone = answer instanceof Answer.Choices && design.answer(id).isEmpty();
        if (answer.isEmpty() && !choosesNone) {
            var open = design.decision(id).openPoint();
            var undecided = design.without(id);
            return open.isPresent() ? undecided.with(id, Decision.NONE.withOpenPoint(open)) : undecided;
        }
        var old = design.decision(id);
        var decision = old.withStatus(Decision.Status.PROPOSED).withDate(Optional.of(today)).withDeciders(old.deciders().isEmpty() ? deciders : old.deciders());
        var next = design.with(id, answer).with(id, decision);
        return Catalogue.find(id).filter(Consideration::record).map(_ -> next.numbered(List.of(id))).orElse(next);
    }

    /** A decision that says nothing leaves no trace. */
    static Design decide(Design design, String id, Decision decision) {
        if (!decision.equals(Decision.NONE)) {
            return design.with(id, decision);
        }
        var answer = design.answer(id);
        var without = design.without(id);
        return answer.isPresent() ? without.with(id, answer.get()) : without;
    }

    /** The deciders of the decision that was made last. */
    static List<String> deciders(Design design) {
        return design.decisions().values().stream().filter(decision -> !decision.deciders().isEmpty())
            .max(java.util.Comparator.comparing(decision -> decision.date().orElse(LocalDate.MIN)))
            .map(Decision::deciders).orElse(List.of());
    }

    /** What kind of secret an answer looks like, and the field it stands in; the value is never told. */
    static Optional<Refusal> secret(String id, Answer answer) {
        var field = Catalogue.find(id).map(Consideration::title).orElse(id);
        return switch (answer) {
            case Answer.Text(var text) -> secret(id, field, text);
            case Answer.Choice _ -> Optional.empty();
            case Answer.Choices(var options) -> options.stream().flatMap(option -> secret(id, field, option).stream()).findFirst();
            case Answer.Table(var rows) -> secret(id, field, rows);
        };
    }

    static Optional<Refusal> secret(String id, Decision decision) {
        return Stream.of(secret(id, BECAUSE, decision.because()), secret(id, "Deciders", String.join(" ", decision.deciders())),
            decision.openPoint().flatMap(open -> secret(id, "Open point", open.text() + "\n" + open.owner()))).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Refusal> secret(String id, String field, List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (var column : row.cells().keySet()) {
                var place = field + ", row " + (i + 1) + ", " + column;
                var nested = row.rows(column);
                var found = nested.isEmpty()
                    ? secret(id, place, row.list(column).isEmpty() ? row.text(column) : String.join("\n", row.list(column)))
                    : secret(id, place, nested);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> secret(String id, String field, String text) {
        return Secrets.find(text).map(kind -> new Refusal(id, field,
            field + ": this looks like " + kind.label() + ". It was not taken. A design holds no secret; name the vault that holds it instead."));
    }
}
