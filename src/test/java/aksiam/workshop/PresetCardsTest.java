package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Option;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.store.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cards of the start page say what the presets hold. Run with {@code -Dgolden=write} to write {@code cards.properties}, and review the diff. */
class PresetCardsTest {
    /**
     * What a card says in the words of a person.
     *
     * @param because the answers that make it true
     */
    private record Point(String words, Map<String, String> because) {
    }

    /** @param points three answers that stand out */
    private record Card(String id, String title, String summary, List<Point> points) {
    }

    private static final Path FILE = Path.of("src", "main", "resources", "aksiam", "presets", "cards.properties");
    private static final List<Card> CARDS = List.of(
        new Card("small-team", "Small team", "One product, one group that runs it.",
            List.of(new Point("User-assigned identity", Map.of("control-plane-identity", "user-assigned")),
                new Point("Entra sign-in, no local accounts", Map.of("sign-in", "entra-id", "local-accounts", "disabled")),
                new Point("Azure RBAC in the cluster", Map.of("authorization", "azure-rbac")))),
        new Card("shared-platform", "Shared platform", "Many teams of one company.",
            List.of(new Point("Namespaces and quotas", Map.of("boundary", "namespace, network-policy")),
                new Point("Cilium, traffic denied by default", Map.of("network-policy-engine", "cilium", "default-traffic", "deny-both")),
                new Point("Azure RBAC, bindings beside it", Map.of("authorization", "both")))),
        new Card("regulated", "Regulated", "In and out of scope of an audit.",
            List.of(new Point("PCI DSS, clusters apart", Map.of("regulatory-class", "pci-dss", "boundary", "namespace, network-policy, cluster")),
                new Point("No developers in production", Map.of("developer-rights-production", "none")),
                new Point("Operators just in time", Map.of("jit-mechanism", "both")))),
        new Card("fleet", "Fleet", "The same teams on many clusters.",
            List.of(new Point("Several regions, all active", Map.of("regions", "active-active")),
                new Point("Azure RBAC that clusters inherit", Map.of("authorization", "azure-rbac")),
                new Point("GitOps deploys to production", Map.of("deployment-production", "gitops")))));

    @Test
    void cards_say_what_the_presets_hold() throws IOException {
        var expected = "# What the start page says about each preset. Written by PresetCardsTest with -Dgolden=write.\norder="
            + String.join(" ", CARDS.stream().map(Card::id).toList()) + "\n" + CARDS.stream().map(PresetCardsTest::lines).collect(Collectors.joining());
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, expected);
        }
        assertEquals(expected, Files.readString(FILE));
    }

    @Test
    void cards_are_read_as_they_were_written() {
        assertEquals(Presets.IDS, PresetCards.ALL.stream().map(Shelf.Preset::id).toList());
        for (var card : PresetCards.ALL) {
            var design = Presets.design(card.id());
            assertEquals(design.answers().size(), card.answers());
            assertEquals(3, card.points().size());
        }
    }

    private static String lines(Card card) {
        var design = Presets.design(card.id());
        var scale = Words.count(design.rows("clusters").size(), "cluster") + ", " + Words.count(design.rows("teams").size(), "team");
        card.points().forEach(point -> point.because().forEach((id, answer) -> assertEquals(answer, chosen(design, id), card.id() + ": " + point.words())));
        var points = card.points().stream().map(Point::words).toList();
        return Stream.of("title=" + card.title(), "scale=" + scale, "summary=" + card.summary(), "points=" + String.join("\\n", points),
            "doors=" + doors(design), "answers=" + design.answers().size()).map(line -> card.id() + "." + line + "\n").collect(Collectors.joining());
    }

    private static String chosen(Design design, String consideration) {
        return switch (design.answer(consideration).orElseThrow()) {
            case Answer.Choice(var option) -> option;
            case Answer.Choices(var options) -> String.join(", ", options);
            case Answer.Text _, Answer.Table _ -> throw new IllegalArgumentException(consideration);
        };
    }

    /** How many chosen options are one-way doors. */
    private static long doors(Design design) {
        return Catalogue.all().stream().flatMap(consideration -> design.answer(consideration.id()).stream().flatMap(answer -> switch (answer) {
            case Answer.Choice(var option) -> Stream.of(option);
            case Answer.Choices(var options) -> options.stream();
            case Answer.Text _, Answer.Table _ -> Stream.<String>empty();
        }).flatMap(option -> consideration.option(option).stream()))
            .filter((Option option) -> option.door().filter(door -> door.reversibility().isOneWayDoor()).isPresent()).count();
    }
}
