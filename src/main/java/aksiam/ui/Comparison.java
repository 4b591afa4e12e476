package aksiam.ui;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contrast;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.model.Design;
import aksiam.rules.Finding;
import aksiam.ui.parts.Messages;
import aksiam.workshop.State;
import aksiam.workshop.Weights;
import aksiam.workshop.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of a consideration beside each other: the questions that tell them apart, and what each option answers.
 *
 * @param lines the last one is the effect on this design
 */
record Comparison(Consideration consideration, List<Line> lines) {
    /** What stands before a part of an answer. */
    enum Sign {
        NONE, GOOD, BAD, YES, NO, PARTLY, DOOR, CHANGEABLE, LEGACY, PREVIEW, BLOCKED, ERROR, WARNING
    }

    record Point(Sign sign, String text) {
    }

    /**
     * A question, and the answer of each option.
     *
     * @param always whether it is told where all answers are the same too
     */
    record Line(String question, List<List<Point>> answers, boolean always) {
        Line {
            answers = List.copyOf(answers);
        }

        boolean differs() {
            return always || answers.stream().distinct().count() > 1;
        }
    }

    Comparison {
        lines = List.copyOf(lines);
    }

    static Comparison of(Consideration consideration, State state) {
        var design = state.design();
        var own = consideration.contrasts().isEmpty()
            ? Stream.of(
                line(consideration, "compare.what", option -> plain(option.summary())),
                line(consideration, "compare.for", option -> points(Sign.GOOD, option.advantages())),
                line(consideration, "compare.against", option -> points(Sign.BAD, option.drawbacks())))
            : consideration.contrasts().stream().map(Comparison::line);
        return new Comparison(consideration, Stream.concat(own, Stream.of(
            line(consideration, "compare.later", option -> later(option, consideration.contrasts().isEmpty())),
            line(consideration, "compare.disturbs",
                option -> plain(option.door().map(Option.Door::disruption).filter(text -> !text.isBlank()).orElse(Messages.get("compare.nothing")))),
            line(consideration, "compare.supported", Comparison::supported),
            line(consideration, "compare.cost", option -> plain(Messages.get(switch (option.cost()) {
                case NONE_KNOWN -> "badge.free";
                case CHARGED -> "badge.charged";
            }))),
            line(consideration, "compare.possible", option -> possible(option, design)),
            new Line(Messages.get("compare.effect"),
                consideration.input().options().stream().map(option -> effect(consideration, option, state)).toList(), true)))
            .filter(line -> line.always() || line.answers().stream().anyMatch(answer -> !answer.isEmpty())).toList());
    }

    /** The dates of what was read about the options: one, or the first and the last. */
    String facts() {
        var options = consideration.input().options();
        var dates = Stream
            .concat(consideration.references().stream(), options.stream().flatMap(option -> option.references().stream()))
            .filter(reference -> !reference.equals(Reference.STARTING_DOCUMENT)).map(Reference::date).sorted().distinct().toList();
        return dates.isEmpty()
            ? ""
            : dates.size() == 1 ? Messages.get("compare.facts", dates.getFirst()) : Messages.get("compare.facts.between", dates.getFirst(), dates.getLast());
    }

    /** As a table to be pasted: cells parted by tabs. */
    String text() {
        var head = Stream.concat(Stream.of(""), consideration.input().options().stream().map(Option::label)).collect(Collectors.joining("\t"));
        return head + "\n" + lines.stream()
            .map(line -> line.question() + "\t" + line.answers().stream()
                .map(answer -> answer.stream().map(point -> (switch (point.sign()) {
                    case GOOD -> "+ ";
                    case BAD -> "\u2212 ";
                    default -> "";
                }) + point.text()).collect(Collectors.joining("; "))).collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n")) + "\n";
    }

    private static Line line(Consideration consideration, String question, Function<Option, List<Point>> answer) {
        return new Line(Messages.get(question), consideration.input().options().stream().map(answer).toList(), false);
    }

    private static Line line(Contrast contrast) {
        return new Line(contrast.question(), contrast.answers().stream().map(answer -> List.of(new Point(switch (answer.tone()) {
            case GOOD -> Sign.YES;
            case PARTLY -> Sign.PARTLY;
            case BAD -> Sign.NO;
            case PLAIN -> Sign.NONE;
        }, answer.text()))).toList(), false);
    }

    private static List<Point> plain(String text) {
        return text.isBlank() ? List.of() : List.of(new Point(Sign.NONE, text));
    }

    private static List<Point> points(Sign sign, List<String> texts) {
        return texts.stream().map(text -> new Point(sign, text)).toList();
    }

    /** @param explained where nothing else of the comparison says how */
    private static List<Point> later(Option option, boolean explained) {
        return option.door().map(door -> {
            var points = new ArrayList<Point>();
            points.add(new Point(door.reversibility().isOneWayDoor() ? Sign.DOOR : Sign.CHANGEABLE, door.reversibility().label()));
            if (explained) {
                points.addAll(plain(door.explanation()));
            }
            return List.copyOf(points);
        }).orElseGet(() -> plain(Messages.get("compare.nodoor")));
    }

    private static List<Point> supported(Option option) {
        var date = option.maturity().date();
        return List.of(switch (option.maturity().stage()) {
            case GA -> new Point(Sign.NONE, Messages.get("compare.ga", date));
            case PREVIEW -> new Point(Sign.PREVIEW, Messages.get("compare.preview", date));
            case LEGACY -> new Point(Sign.LEGACY, Messages.get("compare.legacy", date));
        });
    }

    private static List<Point> possible(Option option, Design design) {
        var reason = Blocks.reason(option, design);
        return List.of(reason.isEmpty() ? new Point(Sign.YES, Messages.get("compare.yes")) : new Point(Sign.BLOCKED, Messages.get("compare.no", reason)));
    }

    private static List<Point> effect(Consideration consideration, Option option, State state) {
        if (!state.weights().isOf(consideration.id(), state.design())) {
            return plain(Messages.get("compare.weighing"));
        }
        boolean chosen = state.design().choice(consideration.id()).equals(option.id());
        return chosen
            ? plain(Messages.get("compare.now"))
            : state.weights().of(consideration.id(), state.design(), option.id()).map(Comparison::effect)
                .orElseGet(() -> plain(Messages.get("compare.unknown")));
    }

    private static List<Point> effect(Weights.Weight weight) {
        var points = new ArrayList<Point>();
        problems(weight, Finding.Severity.ERROR, Sign.ERROR).ifPresent(points::add);
        problems(weight, Finding.Severity.WARNING, Sign.WARNING).ifPresent(points::add);
        if (weight.settled() > 0) {
            points.add(new Point(Sign.GOOD, Messages.get("compare.settled", weight.settled())));
        }
        points.add(new Point(Sign.NONE, Messages.get("compare.files", weight.files())));
        if (!weight.rights().isEmpty()) {
            points.add(new Point(Sign.NONE, Messages.get("compare.rights", weight.rights().gains(), weight.rights().losses())));
        }
        return points;
    }

    /** "1 error more: " and its sentence; of several the first one. */
    private static Optional<Point> problems(Weights.Weight weight, Finding.Severity severity, Sign sign) {
        var found = weight.problems().stream().filter(finding -> finding.severity() == severity).toList();
        return found.stream().findFirst()
            .map(first -> new Point(sign, Messages.get("compare.more", Words.count(found.size(), severity.label()), first.message())));
    }
}
