package aksiam.generate.pim;

import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.rows.Tables;
import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Activation;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        return "Just-in-time access: eligible rights and activation rules as data, scripts that set the rules and then request what is missing, and a checklist for the rest.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var plan = source.plan();
        var tasks = plan.tasks().stream().filter(task -> AREAS.contains(task.area())).toList();
        var runbook = BreakGlassRunbook.of(source, templates);
        if (plan.eligibleGrants().isEmpty() && tasks.isEmpty()) {
            return runbook.stream().toList();
        }
        var requests = requests(plan);
        var settings = ActivationSettings.of(plan);
        var rules = rules(plan);
        var left = plan.eligibleGrants().stream().filter(ActivationSettings::isRole).flatMap(grant -> LeftOut.of(grant, rules.get(grant.rulesKey())).stream())
            .toList();
        var groups = plan.eligibleGrants().stream().filter(grant -> grant.mechanism() == EligibleGrant.Mechanism.GROUP).toList();
        var model = Map.of("requests", requests, "settings", settings, "left", left, "groups", groups, "memberships", PimGroup.of(plan), "tasks",
            tasks.stream().filter(task -> task.area() == Task.Area.PIM_SETTINGS).toList(), "principals", principals(source),
            "roleSettings",
            settings.stream().filter(setting -> !setting.isGroup() && setting.isSet()).toList());
        var from = Stream.concat(plan.eligibleGrants().stream().map(EligibleGrant::consideration), tasks.stream().map(Task::consideration)).toList();
        var about = Stream.concat(from.stream(), Stream.of("jit-mechanism", "activations")).toList();
        var files = new ArrayList<Artefact>();
        if (!plan.eligibleGrants().isEmpty()) {
            files.add(Artefact.of("pim/eligible.json", templates.render("pim/eligible.json.ftl", model), from));
            files.add(Artefact.of("pim/settings.json", templates.render("pim/settings.json.ftl", model), about));
        }
        if (plan.eligibleGrants().stream().anyMatch(ActivationSettings::isRole)) {
            files.add(Artefact.of("pim/apply.sh", templates.render("pim/apply.sh.ftl", model), about));
        }
        var groupSettings = settings.stream().filter(setting -> setting.isGroup() && setting.isSet()).toList();
        if (!groupSettings.isEmpty()) {
            files.add(Artefact.of("entra/pim-groups.sh", templates.render("entra/pim-groups.sh.ftl", Map.of("settings", groupSettings)), about));
        }
        files.add(Artefact.of("pim/checklist.md", templates.render("pim/checklist.md.ftl", model), about));
        runbook.ifPresent(files::add);
        return files;
    }

    /** The requests of PIM for Azure roles: principals are known, and the design says how long they stay eligible. */
    public static List<EligibleRequest> requests(Plan plan) {
        var requests = new ArrayList<EligibleRequest>();
        var rules = rules(plan);
        for (var grant : plan.eligibleGrants()) {
            var own = rules.get(grant.rulesKey());
            if (ActivationSettings.isRole(grant) && LeftOut.of(grant, own).isEmpty() && grant.subject() instanceof Subject.Entra subject) {
                grant.azureRole().ifPresent(role -> requests.add(EligibleRequest.of(grant, subject, role, own.eligibleDays().orElse(0))));
            }
        }
        return requests.stream().distinct().toList();
    }

    /** The rules that PIM will hold for each role at a scope and each group. */
    private static Map<String, Activation> rules(Plan plan) {
        return plan.eligibleGrants().stream().collect(Collectors.toMap(EligibleGrant::rulesKey, EligibleGrant::activation, Activation::strictest));
    }

    /** Object ids of the principals of the design: only their rights are ever removed. */
    private static List<String> principals(Source source) {
        return source.design().rows("principals", Tables.PRINCIPALS).stream().filter(principal -> principal.objectId().isKnown())
            .map(principal -> principal.objectId().text().toLowerCase(Locale.ROOT)).distinct().sorted().toList();
    }
}
