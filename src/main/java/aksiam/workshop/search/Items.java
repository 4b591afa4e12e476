package aksiam.workshop.search;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.catalogue.Step;
import aksiam.generate.Artefact;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.rules.Finding;
import aksiam.workshop.Page;
import aksiam.workshop.Route;
import aksiam.workshop.search.Item.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What there is to find in the catalogue, in a design and in what is made of it. */
public final class Items {
    private Items() {
    }

    /** Steps, considerations and their options: the same for every design. */
    public static List<Item> ofCatalogue() {
        return Catalogue.steps().stream().flatMap(step -> step.considerations().stream()
            .flatMap(consideration -> Stream.concat(Stream.of(consideration(step, consideration)),
                consideration.input().options().stream().map(option -> option(step, consideration, option)))))
            .toList();
    }

    /** Rows that have a name, findings, and the files of the bundle. */
    public static List<Item> of(Design design, List<Finding> findings, List<Artefact> files) {
        var rows = Catalogue.all().stream().filter(consideration -> consideration.appliesTo(design)).flatMap(consideration -> rows(consideration, design));
        // What is open is told by the considerations themselves.
        var problems = findings.stream().filter(finding -> finding.kind() != Finding.Kind.OPEN_POINT && Catalogue.find(finding.consideration()).isPresent())
            .map(finding -> new Item(Kind.FINDING, finding.message(), List.of(finding.kind().title()), place(Catalogue.stepOf(finding.consideration())),
                Target.of(finding)));
        return Stream.of(rows, problems, files.stream().map(Items::file)).flatMap(items -> items).toList();
    }

    /** A place that was visited. */
    public static Item of(Page.At page) {
        var step = Catalogue.steps().get(page.step() - 1);
        return Catalogue.find(page.consideration()).map(consideration -> consideration(step, consideration))
            .orElseGet(() -> new Item(Kind.CONSIDERATION, step.title(), List.of(), place(step), new Target.Place(page)));
    }

    private static Item consideration(Step step, Consideration consideration) {
        return new Item(Kind.CONSIDERATION, consideration.title(),
            Stream.concat(Stream.of(consideration.question()), sentences(consideration.why())).toList(), place(step),
            new Target.Place(Route.at(consideration.id())));
    }

    private static Item option(Step step, Consideration consideration, Option option) {
        var lines = Stream.of(Stream.of(consideration.title(), option.summary()), option.advantages().stream(), option.drawbacks().stream());
        return new Item(Kind.OPTION, option.label(), lines.flatMap(texts -> texts).filter(text -> !text.isBlank()).toList(), place(step),
            new Target.Card(Route.at(consideration.id()), option.id()));
    }

    private static Stream<Item> rows(Consideration consideration, Design design) {
        var rows = design.rows(consideration.id());
        var step = place(Catalogue.stepOf(consideration.id()));
        return consideration.rowType().flatMap(type -> type.key().map(key -> IntStream.range(0, rows.size())
            .filter(i -> !rows.get(i).text(key.name()).isBlank())
            .mapToObj(i -> new Item(Kind.ROW, rows.get(i).text(key.name()), lines(consideration, type, rows.get(i)), step,
                new Target.Cell(Route.at(consideration.id()), i, "")))))
            .orElseGet(Stream::empty);
    }

    private static List<String> lines(Consideration consideration, RowType<?> type, Row row) {
        return Stream.concat(Stream.of(consideration.title()), type.fields().stream().skip(1)
            .filter(field -> field.kind() == RowType.Kind.TEXT || field.kind() == RowType.Kind.LIST)
            .filter(field -> !row.display(field.name()).isBlank()).map(field -> field.label() + ": " + row.display(field.name()))).toList();
    }

    private static Item file(Artefact file) {
        var steps = file.considerations().stream().filter(id -> Catalogue.find(id).isPresent()).map(id -> place(Catalogue.stepOf(id)))
            .collect(Collectors.toSet());
        return new Item(Kind.FILE, file.path(), List.of(), steps.size() == 1 ? steps.iterator().next() : "", new Target.File(file.path()));
    }

    private static Stream<String> sentences(String text) {
        return Stream.of(text.split("(?<=\\.)\\s+")).filter(sentence -> !sentence.isBlank());
    }

    private static String place(Step step) {
        return step.number() + " " + step.title();
    }
}
