package aksiam.catalogue;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.model.RowType;
import aksiam.plan.PlanBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one definition of a design consideration. Window, commands, file check, plan, records and search all read it.
 *
 * @param id         stable, kebab case, never reused
 * @param title      short name
 * @param question   what the room is asked
 * @param why        one paragraph of Markdown
 * @param visible    when it applies; otherwise it is "not needed, because"
 * @param suggestion an answer proposed for a design, with the reason
 * @param effect     what the answer as a whole contributes to the plan, besides the effects of its options
 * @param recordOnly why it contributes nothing to the plan; empty when it does
 * @param undecided  what the bundle does while it is undecided: true of every design, so about this question alone
 * @param byDefault  what Azure makes of it in a new cluster meanwhile, empty where it makes nothing
 * @param optional   whether leaving it without an answer is fine: it then means that there are none
 * @param record     whether a decision on it gets a record; plain facts of the scope get none
 * @param contrasts  questions of the domain that tell its options apart; empty where the general ones do
 */
public record Consideration(String id, String title, String question, String why, Input input, List<Reference> references, Condition visible,
    Function<Design, Optional<Suggestion>> suggestion,
    Optional<BiConsumer<Contribution, PlanBuilder>> effect, String recordOnly, String undecided, String byDefault, boolean optional, boolean record,
    List<Contrast> contrasts) {

    public Consideration {
        references = List.copyOf(references);
        contrasts = List.copyOf(contrasts);
        int options = input.options().size();
        contrasts.stream().filter(contrast -> contrast.answers().size() != options).findFirst().ifPresent(contrast -> {
            throw new IllegalArgumentException(id + ", " + contrast.question() + ": each of the " + options + " options needs an answer");
        });
    }

    private static Consideration of(String id, String title, String question, Input input) {
        return new Consideration(id, title, question, "", input, List.of(), Condition.ALWAYS, _ -> Optional.empty(), Optional.empty(), "", "", "", false, true,
            List.of());
    }

    public static Consideration oneOf(String id, String title, String question, Option... options) {
        return of(id, title, question, new Input.OneOf(List.of(options)));
    }

    public static Consideration manyOf(String id, String title, String question, Option... options) {
        return of(id, title, question, new Input.ManyOf(List.of(options)));
    }

    public static Consideration pick(String id, String title, String question, String rowsOf) {
        return of(id, title, question, new Input.Pick(rowsOf));
    }

    public static Consideration text(String id, String title, String question, Format format, String example) {
        return of(id, title, question, new Input.Text(format, example));
    }

    public static Consideration rows(String id, String title, String question, RowType<?> type) {
        return of(id, title, question, new Input.Rows(type));
    }

    public static Consideration matrix(String id, String title, String question, RowType<?> type, String from, String to, String group) {
        return of(id, title, question, new Input.Matrix(type, from, to, group));
    }

    public Consideration why(String why) {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, recordOnly, undecided, byDefault, optional, record,
            contrasts);
    }

    /** Questions of the domain that tell the options apart, each answered by every option in their order. */
    public Consideration compare(Contrast... contrasts) {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, recordOnly, undecided, byDefault, optional, record,
            List.of(contrasts));
    }

    public Consideration see(Reference... references) {
        return new Consideration(id, title, question, why, input, List.of(references), visible, suggestion, effect, recordOnly, undecided, byDefault, optional,
            record,
            contrasts);
    }

    public Consideration visibleWhen(Condition visible) {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, recordOnly, undecided, byDefault, optional, record,
            contrasts);
    }

    public Consideration suggest(Function<Design, Optional<Suggestion>> suggestion) {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, recordOnly, undecided, byDefault, optional, record,
            contrasts);
    }

    public Consideration effect(BiConsumer<Contribution, PlanBuilder> effect) {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, Optional.of(effect), recordOnly, undecided, byDefault,
            optional,
            record, contrasts);
    }

    public Consideration recordOnly(String reason) {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, reason, undecided, byDefault, optional, record,
            contrasts);
    }

    /** What the bundle prints while it is undecided: nothing is given, nothing is taken away. */
    public Consideration undecided(String prints) {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, recordOnly, prints, byDefault, optional, record,
            contrasts);
    }

    /** The same, and what Azure makes of it in a new cluster meanwhile. */
    public Consideration undecided(String prints, String byDefault) {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, recordOnly, prints, byDefault, optional, record,
            contrasts);
    }

    /** A fact of the scope: it gets no decision record. */
    public Consideration fact() {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, recordOnly, undecided, byDefault, optional, false,
            contrasts);
    }

    /** A table that may stay empty without a word, such as traffic beyond the default. */
    public Consideration orNone() {
        return new Consideration(id, title, question, why, input, references, visible, suggestion, effect, recordOnly, undecided, byDefault, true, record,
            contrasts);
    }

    /** The option of this id, if there is one. */
    public Optional<Option> option(String id) {
        return input.options().stream().filter(option -> option.id().equals(id)).findFirst();
    }

    /** The columns of its rows, for tables and matrices. */
    public Optional<RowType<?>> rowType() {
        return switch (input) {
            case Input.Rows(var type) -> Optional.of(type);
            case Input.Matrix(var type, var _, var _, var _) -> Optional.of(type);
            case Input.OneOf _, Input.ManyOf _, Input.Pick _, Input.Text _ -> Optional.empty();
        };
    }

    /** The answer that chooses this option: alone, or beside those chosen already. */
    Answer choosing(Option option, Design design) {
        return switch (input) {
            case Input.ManyOf _ -> new Answer.Choices(Stream.concat(design.choices(id).stream(), Stream.of(option.id())).distinct().toList());
            case Input.OneOf _, Input.Pick _, Input.Text _, Input.Rows _, Input.Matrix _ -> new Answer.Choice(option.id());
        };
    }

    /** Whether it applies to a design. */
    public boolean appliesTo(Design design) {
        return visible.holds(design);
    }

    /** Whether it applies and still waits for an answer. */
    public boolean isOpenIn(Design design) {
        return !optional && appliesTo(design) && !design.isAnswered(id);
    }

    /** What the answer of a design contributes; nothing when it is undecided or does not apply. */
    void contribute(Design design, PlanBuilder plan) {
        if (!appliesTo(design)) {
            return;
        }
        design.answer(id).ifPresent(answer -> {
            var contribution = new Contribution(id, answer, design);
            var chosen = switch (answer) {
                case Answer.Choice(var option) -> List.of(option);
                case Answer.Choices(var options) -> options;
                case Answer.Text _, Answer.Table _ -> List.<String>of();
            };
            chosen.stream().flatMap(option -> option(option).stream()).flatMap(option -> option.effect().stream())
                .forEach(effect -> effect.accept(contribution, plan));
            effect.ifPresent(effect -> effect.accept(contribution, plan));
        });
    }
}
