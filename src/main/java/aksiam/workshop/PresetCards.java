package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Option;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.store.Presets;
import java.util.List;
import java.util.stream.Stream;

/** The designs to start from, as the start page shows them. */
final class PresetCards {
    /** Which answers a preset shows on its card. */
    private record Card(String id, String title, String summary, List<String> points) {
    }

    private static final List<Card> CARDS = List.of(
        new Card("small-team", "Small team", "One product, one group that runs it.", List.of("control-plane-identity", "local-accounts", "authorization")),
        new Card("shared-platform", "Shared platform", "Many teams of one company.", List.of("boundary", "network-policy-engine", "authorization")),
        new Card("regulated", "Regulated", "In scope and out of scope of an audit.",
            List.of("regulatory-class", "developer-rights-production", "jit-mechanism")),
        new Card("fleet", "Fleet", "The same teams on many clusters.", List.of("regions", "authorization", "deployment-production")));

    private PresetCards() {
    }

    static List<Shelf.Preset> all() {
        return CARDS.stream().map(PresetCards::preset).toList();
    }

    private static Shelf.Preset preset(Card card) {
        var design = Presets.design(card.id());
        var scale = Words.count(design.rows("clusters").size(), "cluster") + ", " + Words.count(design.rows("teams").size(), "team");
        var points = card.points().stream().flatMap(id -> Catalogue.find(id).stream()).flatMap(consideration -> design.answer(consideration.id()).stream()
            .map(answer -> consideration.title() + ": " + Words.answer(consideration, answer))).toList();
        return new Shelf.Preset(card.id(), card.title(), scale, card.summary(), points, (int) doors(design).count(), design.answers().size());
    }

    /** The chosen options that are one-way doors. */
    private static Stream<Option> doors(Design design) {
        return Catalogue.all().stream().flatMap(consideration -> design.answer(consideration.id()).stream().flatMap(answer -> switch (answer) {
            case Answer.Choice(var option) -> Stream.of(option);
            case Answer.Choices(var options) -> options.stream();
            case Answer.Text _, Answer.Table _ -> Stream.<String>empty();
        }).flatMap(option -> consideration.option(option).stream()))
            .filter(option -> option.door().filter(door -> door.reversibility().isOneWayDoor()).isPresent());
    }
}
