package aksiam.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.EligibleGrant;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.Plan;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import aksiam.store.DesignFile;
import aksiam.testkit.Answers;
import aksiam.testkit.Designs;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every consideration has to bring, so that nobody who adds one leaves it half done. */
class CatalogueContractTest {
    private static final String KEBAB = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final List<Design> DESIGNS = Designs.all().stream().map(Designs::read).toList();
    private static final Map<Design, Map<Subject, Long>> RIGHTS = DESIGNS.stream()
        .collect(Collectors.toMap(design -> design, design -> rights(Catalogue.plan(design))));

    static List<Consideration> considerations() {
        return Catalogue.all();
    }

    static List<Consideration> decisions() {
        return Catalogue.all().stream().filter(Consideration::record).toList();
    }

    static List<Consideration> choices() {
        return Catalogue.all().stream().filter(consideration -> !consideration.input().options().isEmpty()).toList();
    }

    @Test
    void idsAreUnique() {
        assertEquals(Catalogue.all().size(), Catalogue.all().stream().map(Consideration::id).distinct().count());
        assertEquals(Catalogue.steps().size(), Catalogue.steps().stream().map(Step::id).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("considerations")
    void saysWhatIsAskedAndWhy(Consideration consideration) {
        assertTrue(consideration.id().matches(KEBAB), consideration.id());
        assertFalse(consideration.title().isBlank());
        assertTrue(consideration.question().endsWith("?"), consideration.question());
        assertTrue(consideration.why().length() > 60 && !consideration.why().contains("\n"), "one paragraph of reasons: " + consideration.why());
        assertTrue(consideration.undecided().endsWith("."), "what undecided prints: " + consideration.undecided());
        assertFalse(consideration.references().isEmpty(), "references");
        consideration.references().forEach(CatalogueContractTest::isComplete);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void optionsCanBeCompared(Consideration consideration) {
        var options = consideration.input().options();
        assertEquals(options.size(), options.stream().map(Option::id).distinct().count());
        for (var option : options) {
            var name = consideration.id() + " " + option.id();
            assertTrue(option.id().matches(KEBAB), name);
            assertFalse(option.label().isBlank() || option.summary().isBlank() || option.summary().contains("\n"), name + " needs a summary of one line");
            assertTrue(option.advantages().size() >= 2, name + " needs two advantages");
            assertFalse(option.drawbacks().isEmpty(), name + " needs a drawback");
            Stream.concat(option.advantages().stream(), option.drawbacks().stream())
                .forEach(point -> assertTrue(!point.isBlank() && point.length() <= 90 && !point.endsWith("."),
                    name + ": a short point without a full stop: " + point));
            assertTrue(option.maturity().date().matches("\\d{4}-\\d{2}"), name + " needs the month of its status");
            option.door().ifPresent(door -> assertFalse(door.explanation().isBlank(), name));
            option.impossible().forEach(impossible -> assertFalse(impossible.because().isBlank(), name));
            option.references().forEach(CatalogueContractTest::isComplete);
        }
    }

    /** A row of the comparison that tells nothing apart, or leaves an option out, helps nobody to choose. */
    @ParameterizedTest
    @MethodSource("choices")
    void contrastsTellOptionsApart(Consideration consideration) {
        var contrasts = consideration.contrasts();
        assertTrue(contrasts.isEmpty() || contrasts.size() >= 3, "none, or enough to choose by");
        assertEquals(contrasts.size(), contrasts.stream().map(Contrast::question).distinct().count());
        for (var contrast : contrasts) {
            assertEquals(consideration.input().options().size(), contrast.answers().size(), contrast.question());
            assertTrue(contrast.answers().stream().distinct().count() > 1, contrast.question());
            Stream.concat(Stream.of(contrast.question()), contrast.answers().stream().map(Contrast.Says::text)).forEach(
                text -> assertTrue(!text.isBlank() && text.length() <= 90 && !text.endsWith("."), "a few words without a full stop: " + text));
        }
    }

    @Test
    void anOptionWithoutAnAnswerIsRefused() {
        var consideration = Consideration.oneOf("c", "C", "C?", Option.of("a", "A", "A."), Option.of("b", "B", "B."));
        assertThrows(IllegalArgumentException.class, () -> consideration.compare(Contrast.on("Secret", Contrast.yes())));
    }

    @ParameterizedTest
    @MethodSource("considerations")
    void contributesToThePlanOrSaysWhyNot(Consideration consideration) {
        var options = consideration.input().options();
        boolean byOptions = !options.isEmpty() && options.stream().allMatch(option -> option.effect().isPresent());
        boolean contributes = consideration.effect().isPresent() || byOptions;
        assertTrue(contributes != !consideration.recordOnly().isBlank(),
            consideration.id() + " needs an effect, on itself or on each option, or a reason why it has none; not both");
    }

    @ParameterizedTest
    @MethodSource("considerations")
    void conditionsAskWhatIsThere(Consideration consideration) {
        isKnown(consideration.visible());
        consideration.input().options().stream().flatMap(option -> option.impossible().stream()).forEach(impossible -> isKnown(impossible.condition()));
    }

    @ParameterizedTest
    @MethodSource("considerations")
    void isReachable(Consideration consideration) {
        var design = Answers.applying(consideration, Design.EMPTY).with(consideration.id(), Answers.sample(consideration));
        assertTrue(Catalogue.applicable(design).isAnswered(consideration.id()), "never applies: " + consideration.visible());
    }

    /** An exclusion that can never come about is a mistake in its condition, or in when the considerations apply. */
    @ParameterizedTest
    @MethodSource("choices")
    void exclusionsCanComeAbout(Consideration consideration) {
        for (var option : consideration.input().options()) {
            for (var impossible : option.impossible()) {
                var design = Answers.where(impossible.condition(),
                    Answers.applying(consideration, Design.EMPTY).with(consideration.id(), Answers.choosing(consideration, option.id())));
                assertTrue(
                    Catalogue.impossible(design)
                        .contains(new Catalogue.Exclusion(consideration.id(), option.id(), impossible.condition(), impossible.because())),
                    consideration.id() + " " + option.id() + ": " + impossible.because());
                assertFalse(Catalogue.whyImpossible(design, consideration, option).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("considerations")
    void suggestionsAreValidAnswersWithAReason(Consideration consideration) {
        for (var design : Stream.concat(DESIGNS.stream(), DESIGNS.stream().map(known -> known.without(consideration.id()))).toList()) {
            if (!consideration.appliesTo(Catalogue.applicable(design))) {
                continue;
            }
            consideration.suggestion().apply(design).ifPresent(suggestion -> {
                assertTrue(!suggestion.because().isBlank() && !suggestion.because().endsWith("."), consideration.id() + ": " + suggestion.because());
                isValid(consideration, suggestion.answer(), design);
                var taken = design.without(consideration.id()).with(consideration.id(), suggestion.answer());
                var before = Catalogue.impossible(design.without(consideration.id()));
                assertEquals(List.of(), Catalogue.impossible(taken).stream().filter(exclusion -> !before.contains(exclusion)).toList(), consideration.id());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("considerations")
    void surviveTheFile(Consideration consideration) throws Exception {
        var none = switch (Answers.sample(consideration)) {
            case Answer.Choices _ -> Stream.of(new Answer.Choices(List.of()));
            case Answer.Table _ -> Stream.of(new Answer.Table(List.of()));
            case Answer.Choice _, Answer.Text _ -> Stream.<Answer>of();
        };
        for (var answer : Stream.concat(Stream.of(Answers.sample(consideration)), none).toList()) {
            var design = Design.EMPTY.with(consideration.id(), answer);
            assertEquals(design.answers(), DesignFile.parse(DesignFile.print(design), "design").answers());
        }
    }

    /** Undecided is never the more dangerous answer: when a decision is taken back, nobody holds more rights than before. */
    @ParameterizedTest
    @MethodSource("decisions")
    void undecidedGivesNobodyMore(Consideration consideration) {
        for (var design : DESIGNS) {
            var before = RIGHTS.get(design);
            rights(Catalogue.plan(design.without(consideration.id())))
                .forEach((subject, number) -> assertTrue(number <= before.getOrDefault(subject, 0L),
                    consideration.id() + " in " + design.text("design-name") + " gives more to " + subject));
        }
    }

    /** How many rights each subject holds. */
    private static Map<Subject, Long> rights(Plan plan) {
        return Stream.of(plan.roleAssignments().stream().map(RoleAssignment::subject), plan.kubernetesBindings().stream().map(KubernetesBinding::subject),
            plan.cosmosRoleAssignments().stream().map(CosmosRoleAssignment::subject), plan.eligibleGrants().stream().map(EligibleGrant::subject),
            plan.clusters().stream().flatMap(cluster -> cluster.settings().adminGroups().stream())).flatMap(subjects -> subjects)
            .collect(Collectors.groupingBy(subject -> subject, Collectors.counting()));
    }

    private static void isComplete(Reference reference) {
        assertFalse(reference.title().isBlank());
        assertTrue(reference.url().startsWith("https://"), reference.url());
        assertTrue(reference.date().matches("\\d{4}(-\\d{2}){0,2}"), reference.date());
    }

    private static void isKnown(Condition condition) {
        switch (condition) {
            case Condition.Is(var id, var option) -> assertTrue(Catalogue.get(id).option(option).isPresent(), id + " has no option " + option);
            case Condition.Has(var id, var option) ->
                assertTrue(Catalogue.get(id).option(option).isPresent() || Catalogue.get(id).input() instanceof Input.Pick, id + " has no option " + option);
            case Condition.Answered(var id) -> assertTrue(Catalogue.find(id).isPresent(), "no consideration " + id);
            case Condition.HasRow(var id, var column, var _) ->
                assertTrue(Catalogue.get(id).rowType().orElseThrow().field(column).isPresent(), id + " has no column " + column);
            case Condition.All(var conditions) -> conditions.forEach(CatalogueContractTest::isKnown);
            case Condition.Any(var conditions) -> conditions.forEach(CatalogueContractTest::isKnown);
            case Condition.Not(var inner) -> isKnown(inner);
        }
    }

    private static void isValid(Consideration consideration, Answer answer, Design design) {
        assertEquals(Answers.sample(consideration).getClass(), answer.getClass(), consideration.id());
        switch (answer) {
            case Answer.Choice(var option) -> assertTrue(consideration.option(option).isPresent(), consideration.id() + " has no option " + option);
            case Answer.Choices(var options) -> {
                var known = consideration.input() instanceof Input.Pick(var rowsOf)
                    ? design.rows(rowsOf).stream().map(row -> row.text("name")).toList()
                    : consideration.input().options().stream().map(Option::id).toList();
                assertTrue(known.containsAll(options), consideration.id() + ": " + options);
            }
            case Answer.Text(var text) -> assertFalse(text.isBlank());
            case Answer.Table(var rows) -> rows.forEach(row -> row.cells().keySet().forEach(
                column -> assertTrue(consideration.rowType().orElseThrow().field(column).isPresent(), consideration.id() + " has no column " + column)));
        }
    }
}
