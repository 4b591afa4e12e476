package aksiam.generate.pim;

import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.rows.Tables;
import aksiam.plan.EligibleGrant;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rights that have to be activated, by PIM for Azure roles and PIM for Groups. */
public final class JustInTime implements Output {
    private static final Set<Task.Area> AREAS = Set.of(Task.Area.PIM_SETTINGS, Task.Area.PIM_GROUPS);

    @Override
    public String id() {
        return "pim";
    }

    @Override
    public String title() {
        return "Just-in-time access";
    }

    @Override
    public String description() {
        return "Just-in-time access: eligible rights as data with a script that requests what is missing, activation rules as data, and a checklist for what only the portal can do.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var plan = source.plan();
        var tasks = plan.tasks().stream().filter(task -> AREAS.contains(task.area())).toList();
        if (plan.eligibleGrants().isEmpty() && tasks.isEmpty()) {
            return List.of();
        }
        var requests = requests(plan);
        var settings = plan.eligibleGrants().stream().map(ActivationSettings::of).distinct()
            .sorted(Comparator.comparing(ActivationSettings::scope).thenComparing(ActivationSettings::target).thenComparing(ActivationSettings::groupId))
            .toList();
        var left = plan.eligibleGrants().stream()
            .filter(grant -> ActivationSettings.isRole(grant) && requests.stream().noneMatch(request -> isOf(request, grant))).toList();
        var groups = plan.eligibleGrants().stream().filter(grant -> grant.mechanism() == EligibleGrant.Mechanism.GROUP).toList();
        var model = Map.of("requests", requests, "settings", settings, "left", left, "groups", groups, "memberships", PimGroup.of(plan), "tasks",
            tasks.stream().filter(task -> task.area() == Task.Area.PIM_SETTINGS).toList(), "principals", principals(source),
            "undecided", settings.stream().filter(setting -> !setting.decided()).toList());
        var from = Stream.concat(plan.eligibleGrants().stream().map(EligibleGrant::consideration), tasks.stream().map(Task::consideration)).toList();
        var rules = Stream.concat(from.stream(), Stream.of("jit-mechanism", "activations")).toList();
        var files = new ArrayList<Artefact>();
        if (!plan.eligibleGrants().isEmpty()) {
            files.add(Artefact.of("pim/eligible.json", templates.render("pim/eligible.json.ftl", model), from));
            files.add(Artefact.of("pim/settings.json", templates.render("pim/settings.json.ftl", model), rules));
        }
        if (!requests.isEmpty()) {
            files.add(Artefact.of("pim/apply.sh", templates.render("pim/apply.sh.ftl", model), from));
        }
        files.add(Artefact.of("pim/checklist.md", templates.render("pim/checklist.md.ftl", model), rules));
        return files;
    }

    /** The requests of PIM for Azure roles whose principals are known. */
    public static List<EligibleRequest> requests(Plan plan) {
        var requests = new ArrayList<EligibleRequest>();
        for (var grant : plan.eligibleGrants()) {
            if (ActivationSettings.isRole(grant) && grant.azureRole().isPresent() && grant.subject() instanceof Subject.Entra subject && subject.isKnown()) {
                requests.add(EligibleRequest.of(grant, subject, grant.azureRole().get()));
            }
        }
        return requests.stream().distinct().toList();
    }

    private static boolean isOf(EligibleRequest request, EligibleGrant grant) {
        return request.principal().equals(grant.subject().label()) && request.scope().equals(grant.scope())
            && request.role().equals(grant.azureRole().map(role -> role.name()).orElse(""));
    }

    /** Object ids of the principals of the design: only their rights are ever removed. */
    private static List<String> principals(Source source) {
        return source.design().rows("principals", Tables.PRINCIPALS).stream().filter(principal -> principal.objectId().isKnown())
            .map(principal -> principal.objectId().text().toLowerCase(Locale.ROOT)).distinct().sorted().toList();
    }
}
