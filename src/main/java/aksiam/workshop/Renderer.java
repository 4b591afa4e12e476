package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.generate.Artefact;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.record.RecordText;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.rules.Fix;
import aksiam.store.TroubleLog;
import aksiam.workshop.Weights.Weight;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders previews. The files of the last designs are kept, because the next change is told against one of them. */
final class Renderer {
    private record Rendered(Design design, Plan plan, List<Artefact> files, List<Finding> findings, Map<Finding, Fix> fixes) {
    }

    private final Clock clock;
    private final TroubleLog log;
    private Optional<Templates> templates = Optional.empty();
    private Optional<Rendered> last = Optional.empty();
    private Optional<Rendered> base = Optional.empty();
    private List<FileChange> changes = List.of();
    private RightsChange rights = RightsChange.NONE;

    Renderer(Clock clock, TroubleLog log) {
        this.clock = clock;
        this.log = log;
    }

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
            // Going to another place shows the record of another consideration; nothing else is new.
            if (base.filter(known -> known == old).isEmpty() || last.filter(known -> known == now).isEmpty()) {
                changes = old == now ? List.of() : FileChange.between(old.files(), now.files());
                rights = RightsChange.of(old.plan(), now.plan());
                base = Optional.of(old);
                last = Optional.of(now);
            }
            return new Action.Rendered(
                new Preview(design, Optional.of(now.plan()), now.files(), changes, rights, now.fixes(), record(old, now, consideration), Optional.empty()),
                now.findings());
        } catch (RuntimeException | StackOverflowError e) {
            return new Action.Rendered(Preview.troubled(design, log.note("preview", e)), List.of());
        }
    }

    /** What another design would change; empty when it cannot be rendered. What is kept for the next preview stays. */
    synchronized Optional<Weight> weigh(Design design, Design then) {
        try {
            var now = rendered(design);
            var after = rendered(then);
            var problems = problems(after);
            var known = problems(now);
            return Optional.of(new Weight(without(problems, known), without(known, problems).size(), FileChange.between(now.files(), after.files()).size(),
                RightsChange.of(now.plan(), after.plan())));
        } catch (RuntimeException | StackOverflowError e) {
            log.note("comparison", e);
            return Optional.empty();
        }
    }

    private static List<Finding> problems(Rendered rendered) {
        return rendered.findings().stream().filter(StepFilter::isProblem).toList();
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        return findings.stream().filter(finding -> !others.contains(finding)).toList();
    }

    private Optional<Preview.Record> record(Rendered old, Rendered now, String id) {
        return Catalogue.find(id).filter(Consideration::record).map(_ -> {
            var file = file(now, id);
            var text = file.map(Artefact::text).orElseGet(() -> draft(now, id));
            var before = old == now ? text : file(old, id).map(Artefact::text).orElseGet(() -> draft(old, id));
            return new Preview.Record(id, file.map(Artefact::path), text, before, words(now.design(), id));
        });
    }

    /** The record as the bundle holds it. */
    private static Optional<Artefact> file(Rendered rendered, String id) {
        return rendered.files().stream().filter(file -> file.path().startsWith("records/") && file.path().endsWith("-" + id + ".md")).findFirst();
    }

    private String draft(Rendered rendered, String id) {
        return RecordText.of(new Source(rendered.design(), rendered.plan(), rendered.files()), id).markdown(templates());
    }

    private static List<String> words(Design design, String id) {
        var decision = design.decision(id);
        return Stream.of(decision.because(), decision.openPoint().map(Decision.OpenPoint::text).orElse(""), design.text(id)).map(String::strip)
            .filter(words -> !words.isEmpty()).toList();
    }

    private Rendered rendered(Design design) {
        if (last.isPresent() && last.get().design() == design) {
            return last.get();
        }
        if (base.isPresent() && base.get().design() == design) {
            return base.get();
        }
        var source = Source.of(design);
        var findings = Check.findings(design, source.plan(), LocalDate.now(clock));
        return new Rendered(design, source.plan(), Outputs.render(source, templates()), findings, Fix.of(design, findings));
    }
}
