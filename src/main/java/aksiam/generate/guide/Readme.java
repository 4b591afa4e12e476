package aksiam.generate.guide;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.generate.Bundle;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.bicep.AssignedNames;
import aksiam.generate.bicep.Preflight;
import aksiam.plan.OpenPoint;
import aksiam.plan.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code README.md}: what the bundle is, who runs what in which order, what is open, what to beware of. */
public final class Readme implements Output {
    /** These stand in sections of their own. */
    private static final Set<OpenPoint.Kind> OPEN_ELSEWHERE = Set.of(OpenPoint.Kind.UNDECIDED, OpenPoint.Kind.OBSTACLE, OpenPoint.Kind.LIMIT);
    private static final Set<Task.Area> AREAS = Set.of(Task.Area.CLUSTER, Task.Area.MIGRATION);

    /** Something that is not decided, and what the bundle prints meanwhile. */
    public record Undecided(String title, String prints) {
    }

    @Override
    public String id() {
        return "readme";
    }

    @Override
    public String title() {
        return "README";
    }

    @Override
    public String description() {
        return "The README of the bundle: stages with the rights they need, prerequisites, open points, waiting grants, warnings.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var plan = source.plan();
        var paths = source.files().stream().map(Artefact::path).toList();
        var model = new HashMap<String, Object>();
        model.put("plan", plan);
        model.put("design", Bundle.DESIGN_PATH);
        model.put("stages", Stage.of(source.files()));
        model.put("deploy", paths.contains("deploy.sh"));
        model.put("tools", Preflight.tools(plan, source.files()));
        model.put("adopts", paths.contains(AssignedNames.PATH));
        model.put("entra", paths.contains("entra/README.md"));
        model.put("records", paths.contains("records/index.md"));
        model.put("outputs", paths.stream().anyMatch(path -> path.endsWith("/azure-outputs.env")));
        model.put("samples", paths.stream().anyMatch(path -> path.startsWith("kubernetes/samples/")));
        model.put("checks", paths.stream().filter(path -> path.startsWith("checks/")).sorted().toList());
        model.put("tasks", plan.tasks().stream().filter(task -> AREAS.contains(task.area())).toList());
        model.put("undecided", undecided(source));
        model.put("open",
            plan.openPoints().stream().filter(point -> !OPEN_ELSEWHERE.contains(point.kind())).toList());
        model.put("warnings", Warnings.of(source));
        model.put("runbook", paths.contains("pim/break-glass.md") ? WaysIn.breakGlassDay(source) : "");
        model.put("withoutAnybody", WaysIn.withoutAnybody(source));
        model.put("resources", Prerequisites.resources(plan, source.told()));
        model.put("waves", Wave.of(plan));
        model.put("severalClusters", plan.clusters().size() > 1);
        model.put("appliers", WaysIn.appliers(source));
        var from = Stream
            .of(plan.tasks().stream().map(Task::consideration), plan.openPoints().stream().map(OpenPoint::consideration), Stream.of("clusters", "design-name"))
            .flatMap(ids -> ids)
            .filter(id -> Catalogue.find(id).isPresent()).toList();
        return List.of(Artefact.of("README.md", templates.render("guide/README.md.ftl", model), from));
    }

    private static List<Undecided> undecided(Source source) {
        boolean makesClusters = source.plan().clusters().stream().anyMatch(cluster -> !cluster.existing() && cluster.isDeployable());
        var design = source.told();
        return Catalogue.all().stream().filter(consideration -> consideration.isOpenIn(design))
            .map(open -> new Undecided(open.title(),
                makesClusters && !open.byDefault().isEmpty() ? open.undecided() + " " + open.byDefault() : open.undecided()))
            .toList();
    }
}
