package aksiam.workshop;

import aksiam.generate.Artefact;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.rules.Check;
import java.util.List;
import java.util.Optional;

/** Renders previews. The files of the last designs are kept, because the next change is told against one of them. */
final class Renderer {
    private record Rendered(Design design, Plan plan, List<Artefact> files) {
    }

    private Optional<Templates> templates = Optional.empty();
    private Optional<Rendered> last = Optional.empty();
    private Optional<Rendered> base = Optional.empty();

    synchronized Templates templates() {
        if (templates.isEmpty()) {
            templates = Optional.of(Templates.embedded());
        }
        return templates.get();
    }

    synchronized Action.Rendered render(Design design, Design before) {
        try {
            var old = rendered(before);
            var now = rendered(design);
            base = Optional.of(old);
            last = Optional.of(now);
            return new Action.Rendered(new Preview(design, Optional.of(now.plan()), now.files(), old.files(), Optional.empty()), Check.findings(design, now.plan()));
        } catch (RuntimeException e) {
            System.getLogger(Renderer.class.getName()).log(System.Logger.Level.ERROR, "preview", e);
            return new Action.Rendered(new Preview(design, Optional.empty(), List.of(), List.of(), Optional.of(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()))), List.of());
        }
    }

    private Rendered rendered(Design design) {
        if (last.isPresent() && last.get().design() == design) {
            return last.get();
        }
        if (base.isPresent() && base.get().design() == design) {
            return base.get();
        }
        var source = Source.of(design);
        return new Rendered(design, source.plan(), Outputs.render(source, templates()));
    }
}
