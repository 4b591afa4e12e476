package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Step;
import aksiam.model.Design;
import java.util.ArrayList;
import java.util.Optional;

/** The way through the steps: every consideration that applies, then review and generate. */
public final class Route {
    private Route() {
    }

    /** Where a step opens: at its first undecided consideration, or its first one. */
    public static Page.At open(Step step, Design design) {
        if (!Update.hasConsiderations(step.number())) {
            return new Page.At(step.number(), "");
        }
        var applicable = step.considerations().stream().filter(consideration -> consideration.appliesTo(design)).toList();
        var candidates = applicable.isEmpty() ? step.considerations() : applicable;
        var first = candidates.stream().filter(consideration -> design.answer(consideration.id()).isEmpty()).findFirst().orElse(candidates.getFirst());
        return new Page.At(step.number(), first.id());
    }

    public static Optional<Page.At> next(Page page, Design design) {
        return beside(page, design, 1);
    }

    public static Optional<Page.At> previous(Page page, Design design) {
        return beside(page, design, -1);
    }

    /** The step that many after this one; empty beyond the ends. */
    public static Optional<Page.At> step(Page page, Design design, int distance) {
        return switch (page) {
            case Page.Start() -> Optional.empty();
            case Page.At(var number, var _) ->
                Catalogue.steps().stream().filter(step -> step.number() == number + distance).findFirst().map(step -> open(step, design));
        };
    }

    /** The present place stays on the way even when it does not apply. */
    private static Optional<Page.At> beside(Page page, Design design, int distance) {
        var way = new ArrayList<Page.At>();
        for (var step : Catalogue.steps()) {
            if (Update.hasConsiderations(step.number())) {
                step.considerations().stream().map(consideration -> new Page.At(step.number(), consideration.id()))
                    .filter(at -> at.equals(page) || Catalogue.get(at.consideration()).appliesTo(design)).forEach(way::add);
            } else {
                way.add(new Page.At(step.number(), ""));
            }
        }
        int at = way.indexOf(page) + distance;
        return way.indexOf(page) < 0 || at < 0 || at >= way.size() ? Optional.empty() : Optional.of(way.get(at));
    }

    /** What a place is kept as: the id of its consideration, or of its step. */
    static String name(Page.At at) {
        return at.consideration().isEmpty() ? Catalogue.steps().get(at.step() - 1).id() : at.consideration();
    }

    /** The place of that name; empty when this version has none. */
    static Optional<Page.At> place(String name) {
        return Catalogue.find(name).map(consideration -> at(consideration.id()))
            .or(() -> Catalogue.steps().stream().filter(step -> step.id().equals(name) && !Update.hasConsiderations(step.number())).findFirst()
                .map(step -> new Page.At(step.number(), "")));
    }

    /** Where a consideration is shown. */
    public static Page.At at(String consideration) {
        int step = Catalogue.stepOf(consideration).number();
        return new Page.At(step, Update.hasConsiderations(step) ? consideration : "");
    }

    /** What a place is called in the room: "Kubelet identity", "12 Review". */
    public static String label(Page.At at, boolean withStep) {
        var step = Catalogue.steps().get(at.step() - 1);
        return withStep || at.consideration().isEmpty() ? step.number() + " " + step.title() : Catalogue.get(at.consideration()).title();
    }
}
