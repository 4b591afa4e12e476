package aksiam.generate.record;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.generate.Escaping;
import aksiam.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What could be chosen in a consideration, and what was.
 *
 * @param considered every option, the chosen combination of several among them
 * @param chosen     label of what was chosen; empty while nothing was, or what was typed is no option
 * @param options    the chosen options of the catalogue
 */
public record Choices(List<Considered> considered, String chosen, List<Option> options) {
    private static final String OPEN = "Leave it open";
    /** Settled: there is none of what was asked for. */
    static final String NONE = "None";

    /** An option with its arguments; all of it is Markdown, the label without mark-up. */
    public record Considered(String label, String summary, List<String> arguments) {
    }

    static Choices of(Consideration consideration, Answer answer) {
        return switch (consideration.input()) {
            case Input.OneOf(var options) -> ofOptions(options, ids(answer));
            case Input.ManyOf(var options) when answer instanceof Answer.Choices(var ids) && ids.isEmpty() -> none(options);
            case Input.ManyOf(var options) -> ofOptions(options, ids(answer));
            case Input.Pick _ -> free(consideration, "As picked in this record", answer);
            case Input.Text _ -> free(consideration, "As stated in this record", answer);
            case Input.Rows _, Input.Matrix _ -> free(consideration, "As in the table of this record", answer);
        };
    }

    /** The label of what an answer chooses, without what could be chosen instead. */
    static String chosen(Consideration consideration, Answer answer) {
        return switch (consideration.input()) {
            case Input.OneOf(var options) -> labels(options, ids(answer));
            case Input.ManyOf(var options) -> answer instanceof Answer.Choices(var ids) && ids.isEmpty() ? NONE : labels(options, ids(answer));
            case Input.Pick _, Input.Text _, Input.Rows _, Input.Matrix _ -> of(consideration, answer).chosen();
        };
    }

    /** The same with nothing chosen. */
    Choices undecided() {
        return new Choices(considered, "", List.of());
    }

    /** Where the chosen options were read. */
    Stream<Reference> references() {
        return options.stream().flatMap(option -> option.references().stream());
    }

    private static Choices ofOptions(List<Option> all, List<String> ids) {
        var chosen = all.stream().filter(option -> ids.contains(option.id())).toList();
        var considered = new ArrayList<>(
            all.stream().map(option -> new Considered(label(option), Escaping.prose(option.summary()), arguments(option))).toList());
        if (chosen.size() > 1) {
            considered.add(new Considered(labels(chosen), "", List.of("Neutral, because it combines what speaks for and against each of them")));
        }
        return new Choices(considered, labels(all, ids), chosen);
    }

    private static List<String> ids(Answer answer) {
        return switch (answer) {
            case Answer.Choice(var id) -> List.of(id);
            case Answer.Choices(var ids) -> ids;
            case Answer.Text _, Answer.Table _ -> List.of();
        };
    }

    /** The labels of the options of these ids; nothing when one of them is no option. */
    private static String labels(List<Option> all, List<String> ids) {
        var chosen = all.stream().filter(option -> ids.contains(option.id())).toList();
        return chosen.size() == ids.stream().distinct().count() ? labels(chosen) : "";
    }

    private static String labels(List<Option> options) {
        return String.join(" + ", options.stream().map(Choices::label).toList());
    }

    private static Choices none(List<Option> all) {
        var considered = new ArrayList<>(ofOptions(all, List.of()).considered());
        considered.add(new Considered(NONE, "", List.of("Neutral, because nothing of it is then generated")));
        return new Choices(considered, NONE, List.of());
    }

    private static Choices free(Consideration consideration, String stated, Answer answer) {
        var label = answer.isEmpty() && !(answer instanceof Answer.Text) ? NONE : stated;
        var effect = consideration.recordOnly().isEmpty()
            ? "Good, because the generated files then say what was decided"
            : "Neutral, because it changes no file: " + Escaping.prose(consideration.recordOnly());
        var undecided = consideration.undecided().isEmpty()
            ? "Bad, because nothing is generated from it and it stays an open point"
            : "Neutral, because until it is decided " + Argument.inside(consideration.undecided());
        return new Choices(List.of(new Considered(label, "", List.of(effect)), new Considered(OPEN, "", List.of(undecided))),
            answer.isEmpty() && answer instanceof Answer.Text ? "" : label, List.of());
    }

    private static String label(Option option) {
        return heading(option.label());
    }

    /** Headings must not end in punctuation. */
    static String heading(String text) {
        int end = text.length();
        while (end > 0 && ".,;:! \t\n\u000b\f\r".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return Escaping.md(text.substring(0, end));
    }

    private static List<String> arguments(Option option) {
        var arguments = new ArrayList<String>();
        option.advantages().forEach(text -> arguments.add("Good, because " + Argument.clause(text)));
        switch (option.maturity().stage()) {
            case GA -> {
            }
            case PREVIEW -> arguments.add("Bad, because it is a preview (as of " + option.maturity().date() + ")");
            case LEGACY -> arguments.add("Bad, because it is legacy (as of " + option.maturity().date() + ")");
        }
        if (option.cost() == Option.Cost.CHARGED) {
            arguments.add("Neutral, because it is charged for");
        }
        option.door()
            .ifPresent(door -> arguments.add((door.reversibility().isOneWayDoor() ? "Bad" : "Neutral") + ", because " + door.reversibility().clause()));
        option.drawbacks().forEach(text -> arguments.add("Bad, because " + Argument.clause(text)));
        return arguments;
    }
}
