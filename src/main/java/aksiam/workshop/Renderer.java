package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.generate.Artefact;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.record.RecordText;
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

    synchronized Action.Rendered render(Design design, Design before, String consideration) {
        try {
            var old = rendered(before);
            var now = rendered(design);
            base = Optional.of(old);
            last = Optional.of(now);
            return new Action.Rendered(new Preview(design, Optional.of(now.plan()), now.files(), old.files(), record(now, consideration), Optional.empty()),
                Check.findings(design, now.plan()));
        } catch (RuntimeException e) {
            System.getLogger(Renderer.class.getName()).log(System.Logger.Level.ERROR, "preview", e);
            return new Action.Rendered(new Preview(design, Optional.empty(), List.of(), List.of(), Optional.empty(),
                Optional.of(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()))), List.of());
        }
    }

    private Optional<Preview.Record> record(Rendered now, String consideration) {
        return Catalogue.find(consideration).filter(Consideration::record).map(_ -> {
            var text = RecordText.of(new Source(now.design(), now.plan(), now.files()), consideration);
            return new Preview.Record(consideration, text.path(), text.markdown(templates()));
        });
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
