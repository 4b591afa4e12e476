package aksiam.generate.record;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.generate.Artefact;
import aksiam.generate.Escaping;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.guide.Stage;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.plan.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The decision record of one consideration in the form of MADR 4.0.0. Texts are Markdown already, front matter aside.
 *
 * @param number       0 while it has none
 * @param accepted     whether it is accepted: a known option, a reason and a date; else it is proposed
 * @param date         of the decision, never today's; without one there is no record in the bundle
 * @param context      paragraphs
 * @param table        the rows of the answer
 * @param chosen       empty while undecided
 * @param consequences bullets, each with bullets below it
 */
public record RecordText(int number, String consideration, String title, boolean accepted, Optional<LocalDate> date, String decisionMakers, String consulted,
    String informed, List<String> context,
    Optional<Table> table, List<String> drivers, List<Choices.Considered> considered, String chosen, String because, List<Bullet> consequences,
    List<Bullet> confirmation, List<Bullet> more) {

    /** A line of a list with lines below it. */
    public record Bullet(String text, List<String> items) {
        static Bullet of(String text) {
            return new Bullet(text, List.of());
        }
    }

    /** Words with which people begin a sentence and that are no names. */
    private static final Pattern SENTENCE_START = Pattern.compile(
        "([A-Z][a-z]+-(in|to)\\b[a-z-]*|A|An|The|This|That|These|Those|It|Its|We|Our|They|Their|There|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|No|Not|Every|Each|All|Some|Both|Only|Nobody|Everybody|For|With|Without|In|On|At|By|To|So|Because|As|If|When|Who|What|Taken|Agreed|Confirmed|Decided|Asked|Required|Needed|Wanted|Chosen|Kept|Left|Set|Settled|Recommended|Suggested|Measured|Tried|Same|Less|More|Least|Most|Many|Few|Fewer|Nothing|Neither|Either|After|Before|Since|Until|While|Where|Which|Own|Already|Today|Anything|Everything|Something|Somebody|Anybody|Cheaper|Simpler|Easier|People|Teams|Developers|Operators|Auditors|Customers|Users|Clusters|Nodes|Pods|Rights|Roles|Secrets|Groups|Workloads|Pipelines|Services|Images|Traffic|Access|Costs|Production|Whoever|Long|Reading|Writing|Never|Always|Namespaces|Keys|Changes|Change|Private|Public|Names|From|Subnets|Certificates|Group|Anyone|Everyone|Another|Other|Debug|Bought|Readers|Product|Platform|Join|Such|Still|Just|Even)\\b(?!')");

    /** A title names so many rows. */
    private static final int TITLED = 5;

    /** Longest list of generated files in a record; the manifest holds all. */
    private static final int LISTED_FILES = 40;

    /** The record as it stands, also of a consideration that is not decided yet. The source's files are those it may name. */
    public static RecordText of(Source source, String id) {
        return of(new Evidence(source), id);
    }

    static RecordText of(Evidence evidence, String id) {
        var source = evidence.source;
        var consideration = Catalogue.get(id);
        var design = source.design();
        var answer = design.answer(id).orElse(new Answer.Text(""));
        var decision = design.decision(id);
        var choices = design.answer(id).isEmpty() ? Choices.of(consideration, answer).undecided() : Choices.of(consideration, answer);
        var rows = answer instanceof Answer.Table(var typed) ? typed : List.<Row>of();
        var table = consideration.rowType().filter(_ -> !rows.isEmpty()).map(type -> Table.of(type, rows));
        var title = Escaping.md(consideration.title()) + answered(consideration, answer, choices).map(words -> ": " + words).orElse("");
        boolean accepted = decision.status() == Decision.Status.ACCEPTED && !choices.chosen().isEmpty() && !decision.because().isBlank()
            && decision.date().isPresent() && decision.deciders().stream().anyMatch(decider -> !decider.isBlank());
        return new RecordText(design.number(id).orElse(0), id, title, accepted, decision.date(), String.join(", ", decision.deciders()), evidence.consulted,
            evidence.informed,
            context(evidence, consideration, answer), table, drivers(source, consideration, answer), choices.considered(), choices.chosen(),
            Escaping.md(decision.because()), consequences(evidence, consideration, choices),
            confirmation(evidence, id), more(evidence, consideration, choices, decision));
    }

    /** Path in the bundle. */
    public String path() {
        return "records/" + fileName();
    }

    /** Name of the file; it stays the same when the decision changes. */
    public String fileName() {
        return String.format(Locale.ROOT, "%04d-%s.md", number, consideration);
    }

    public String status() {
        return accepted ? "accepted" : "proposed";
    }

    /** The record as Markdown with its front matter. */
    public String markdown(Templates templates) {
        return templates.render("record/record.md.ftl", Map.of("record", this));
    }

    /** A value of the front matter. Readers of Markdown that know no front matter must not find links in it. */
    public String frontMatter(String text) {
        return Escaping.yaml(text).replace("[", "\\u005b").replace("<", "\\u003c");
    }

    /** The reason as the end of a sentence. */
    public String reason() {
        var start = SENTENCE_START.matcher(because).lookingAt() ? lowerFirst(because) : because;
        return start.matches(".*[.!?]$") ? start : start + ".";
    }

    /** The answer in a few words for the title. */
    private static Optional<String> answered(Consideration consideration, Answer answer, Choices choices) {
        if (choices.chosen().isEmpty() || choices.chosen().equals(Choices.NONE)) {
            return Optional.of(choices.chosen()).filter(label -> !label.isEmpty());
        }
        return switch (answer) {
            case Answer.Table(var rows) -> consideration.rowType().map(type -> rowsInWords(type, rows));
            case Answer.Choices(var names) when consideration.input().options().isEmpty() ->
                Optional.of(names.size() > 3 ? names.size() + " picked" : Choices.heading(String.join(", ", names)));
            case Answer.Choice _, Answer.Choices _ -> Optional.of(choices.chosen());
            case Answer.Text _ -> Optional.empty();
        };
    }

    /** Their names, where the rows have some and are few; else how many there are. */
    private static String rowsInWords(RowType<?> type, List<Row> rows) {
        var names = type.key().stream().flatMap(key -> rows.stream().map(row -> row.text(key.name()).strip())).filter(name -> !name.isEmpty()).toList();
        return names.isEmpty() || names.contains("*") || rows.size() > TITLED
            ? counted(rows.size(), type.one(), type.many())
            : Choices.heading(String.join(", ", names));
    }

    private static List<String> context(Evidence evidence, Consideration consideration, Answer answer) {
        var context = new ArrayList<String>();
        context.add(Escaping.prose(consideration.question()));
        if (!consideration.why().isBlank()) {
            context.add(consideration.why().strip());
        }
        context.add(evidence.platform);
        var conditions = consideration.visible().considerations().distinct().flatMap(id -> Catalogue.find(id).stream())
            .filter(other -> other.appliesTo(evidence.source.design()))
            .map(other -> Escaping.md(other.title()) + " (" + evidence.source.design().answer(other.id())
                .flatMap(given -> answered(other, given, Choices.of(other, given))).orElse("undecided") + ")")
            .toList();
        if (!conditions.isEmpty()) {
            context.add("The question arises because of other answers: " + String.join("; ", conditions) + ".");
        }
        switch (answer) {
            case Answer.Text(var text) when !text.isBlank() -> context.add("The value is: " + Escaping.md(text));
            case Answer.Choices(var names) when consideration.input().options().isEmpty() && !names.isEmpty() ->
                context.add("Picked are: " + String.join(", ", names.stream().map(Escaping::md).toList()));
            case Answer.Text _, Answer.Choice _, Answer.Choices _, Answer.Table _ -> {
            }
        }
        return context;
    }

    /** What speaks for the answer that was given; while there is none, for the one that is proposed. What speaks for another one is no driver of this decision. */
    private static List<String> drivers(Source source, Consideration consideration, Answer answer) {
        return consideration.suggestion().apply(source.design())
            .filter(suggestion -> source.design().answer(consideration.id()).isEmpty() || isSame(suggestion.answer(), answer)).map(suggestion -> {
                var chosen = Choices.chosen(consideration, suggestion.answer());
                return (chosen.isEmpty() ? "" : "For \"" + chosen + "\": ") + Escaping.prose(suggestion.because());
            }).stream().toList();
    }

    private static boolean isSame(Answer proposed, Answer given) {
        return proposed instanceof Answer.Choices(var some) && given instanceof Answer.Choices(var others)
            ? Set.copyOf(some).equals(Set.copyOf(others))
            : proposed.equals(given);
    }

    private static List<Bullet> consequences(Evidence evidence, Consideration consideration, Choices choices) {
        var id = consideration.id();
        var design = evidence.source.design();
        var plan = evidence.source.plan();
        var exceptions = Exceptions.of(consideration, design).filter(_ -> !choices.options().isEmpty());
        var options = choices.options().stream().filter(option -> exceptions.isEmpty() || exceptions.get().holdsSomewhere(option)).toList();
        var bullets = new ArrayList<Bullet>();
        exceptions.flatMap(Exceptions::bullet).ifPresent(bullets::add);
        for (var option : options) {
            option.advantages().stream().filter(text -> option.isConsequence(text, design, plan))
                .forEach(text -> bullets.add(Bullet.of("Good, because " + of(option, options) + Argument.clause(text))));
        }
        evidence.facts(id).forEach(fact -> bullets.add(new Bullet("Neutral, because " + fact.summary() + (fact.items().isEmpty() ? "" : ":"), fact.items())));
        for (var option : options) {
            var nobody = option.roles().stream().filter(role -> !isGiven(role, plan)).toList();
            if (!nobody.isEmpty()) {
                bullets.add(Bullet.of("Neutral, because nobody in this design is given " + String.join(" or ", nobody)));
            }
            if (option.cost() == Option.Cost.CHARGED) {
                bullets.add(Bullet.of("Neutral, because Azure charges for it; amounts stand on the price list only"));
            }
            option.door().filter(_ -> isGoneThrough(evidence, id))
                .ifPresent(door -> bullets.add(new Bullet(
                    (door.reversibility().isOneWayDoor() ? "Bad, because it is a one-way door: " : "Neutral, because ") + door.reversibility().clause(),
                    Stream.of(door.explanation(), door.disruption().isBlank() ? "" : "Disruption: " + door.disruption()).filter(text -> !text.isBlank())
                        .map(Escaping::prose).toList())));
            if (option.maturity().stage() != Option.Maturity.Stage.GA) {
                bullets.add(Bullet.of("Bad, because it is " + (option.maturity().stage() == Option.Maturity.Stage.PREVIEW ? "a preview" : "legacy") + " (as of "
                    + option.maturity().date() + ")"));
            }
            option.drawbacks().stream().filter(text -> option.isConsequence(text, design, plan))
                .forEach(text -> bullets.add(Bullet.of("Bad, because " + of(option, options) + Argument.clause(text) + " (residual risk)")));
        }
        evidence.source.plan().openPoints().stream().filter(point -> point.consideration().equals(id))
            .forEach(point -> bullets.add(Bullet.of("Bad, because this is still open: " + Escaping.md(point.text())
                + (point.owner().isBlank() ? "" : " (" + Escaping.md(point.owner()) + ")"))));
        // Of several chosen options each may say the same.
        return bullets.stream().distinct().toList();
    }

    /** Of several options at once, which one it is that a sentence speaks of. */
    private static String of(Option option, List<Option> options) {
        return options.size() < 2 ? "" : "of " + Escaping.md(option.label()) + ": ";
    }

    private static boolean isGiven(String role, Plan plan) {
        return plan.roleAssignments().stream().anyMatch(assignment -> assignment.role().name().equals(role))
            || plan.eligibleGrants().stream().anyMatch(grant -> grant.role().equals(role))
            || plan.waitingGrants().stream().anyMatch(grant -> grant.role().equals(role));
    }

    /** A door is gone through by what the plan holds because of the answer; of an answer that only stands in its record nobody knows. */
    private static boolean isGoneThrough(Evidence evidence, String id) {
        return !Catalogue.get(id).recordOnly().isEmpty() || !evidence.facts(id).isEmpty();
    }

    private static List<Bullet> confirmation(Evidence evidence, String id) {
        var bullets = new ArrayList<Bullet>();
        var stages = evidence.files(id).stream().mapToInt(Stage::number).filter(stage -> stage > 0).distinct().sorted().boxed().toList();
        if (!stages.isEmpty()) {
            bullets.add(
                new Bullet("Once it is deployed, these find nothing to change:", stages.stream().map(stage -> "`./deploy.sh --stage " + stage + "`").toList()));
        }
        var questions = evidence.questions(id);
        if (!questions.isEmpty()) {
            bullets.add(new Bullet("`checks/run.sh CLUSTER` gets the expected answer to every question that follows from this decision:",
                questions.stream().limit(LISTED_FILES).toList()));
        }
        bullets.add(Bullet.of("`aks-iam check design.aksiam.json` in the root of the bundle reports no error on `" + id + "`"));
        return bullets;
    }

    private static List<Bullet> more(Evidence evidence, Consideration consideration, Choices choices, Decision decision) {
        var bullets = new ArrayList<Bullet>();
        var files = evidence.telling(consideration.id());
        if (!files.isEmpty()) {
            var links = new ArrayList<>(files.stream().limit(LISTED_FILES).map(RecordText::link).toList());
            if (files.size() > LISTED_FILES) {
                links.add("and " + (files.size() - LISTED_FILES) + " more, listed in `manifest.json`");
            }
            bullets.add(new Bullet("Generated files that follow from it:", links));
        }
        var references = Stream.concat(consideration.references().stream(), choices.references()).distinct().map(RecordText::reference).toList();
        if (!references.isEmpty()) {
            bullets.add(new Bullet("References:", references));
        }
        decision.revisit().ifPresent(date -> bullets.add(Bullet.of("To be looked at again on " + date)));
        return bullets;
    }

    static String link(Artefact file) {
        return "[" + Escaping.md(file.path()) + "](../" + file.path() + ")";
    }

    private static String reference(Reference reference) {
        return "[" + Escaping.md(reference.title()) + "](" + reference.url() + "), as of " + Escaping.md(reference.date());
    }

    static String counted(int number, String one, String many) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + (number == 1 ? one : many);
    }

    static String named(List<String> names) {
        return names.isEmpty() ? "" : names.size() > LISTED_FILES ? "" : " (" + String.join("; ", names.stream().map(Escaping::md).toList()) + ")";
    }

    static String and(List<String> parts) {
        return parts.size() < 2
            ? String.join("", parts)
            : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
