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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cards of the start page say what the presets hold. Run with {@code -Dgolden=write} to write {@code cards.properties}, and review the diff. */
class PresetCardsTest {
    /** @param points considerations whose answers stand out */
    private record Card(String id, String title, String summary, List<String> points) {
    }

    private static final Path FILE = Path.of("src", "main", "resources", "aksiam", "presets", "cards.properties");
    private static final List<Card> CARDS = List.of(
        new Card("small-team", "Small team", "One product, one group that runs it.", List.of("control-plane-identity", "local-accounts", "authorization")),
        new Card("shared-platform", "Shared platform", "Many teams of one company.", List.of("boundary", "network-policy-engine", "authorization")),
        new Card("regulated", "Regulated", "In scope and out of scope of an audit.",
            List.of("regulatory-class", "developer-rights-production", "jit-mechanism")),
        new Card("fleet", "Fleet", "The same teams on many clusters.", List.of("regions", "authorization", "deployment-production")));

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
        var points = card.points().stream().map(Catalogue::get)
            .map(consideration -> consideration.title() + ": " + Words.answer(consideration, design.answer(consideration.id()).orElseThrow())).toList();
        return Stream.of("title=" + card.title(), "scale=" + scale, "summary=" + card.summary(), "points=" + String.join("\\n", points),
            "doors=" + doors(design), "answers=" + design.answers().size()).map(line -> card.id() + "." + line + "\n").collect(Collectors.joining());
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
