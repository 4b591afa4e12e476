package aksiam.generate.entra;

import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.rows.Principal;
import aksiam.model.rows.Tables;
import aksiam.plan.StableHash;
import aksiam.plan.Task;
import aksiam.plan.WaitingGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the design that lives in Entra: principals, Conditional Access, permissions of Microsoft Graph, access reviews; and database users. */
public final class EntraOutput implements Output {
    private static final Set<Task.Area> AREAS = Set.of(Task.Area.ENTRA_GROUPS, Task.Area.CONDITIONAL_ACCESS, Task.Area.GRAPH_PERMISSIONS, Task.Area.SQL_USERS,
        Task.Area.SIGN_IN_LOGS, Task.Area.ACCESS_REVIEWS);

    /** The users of one database; {@code detail} says which. */
    public record Database(String file, String detail, List<Task> users) {
    }

    /** A principal without object id and what waits for it. */
    public record Missing(Principal principal, List<WaitingGrant> grants) {
    }

    @Override
    public String id() {
        return "entra";
    }

    @Override
    public String title() {
        return "Groups and Entra";
    }

    @Override
    public String description() {
        return "What has to be done in Entra before and beside the templates: groups, Conditional Access, permissions of Microsoft Graph, database users, access reviews.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var plan = source.plan();
        var tasks = plan.tasks().stream().filter(task -> AREAS.contains(task.area())).toList();
        var principals = source.design().rows("principals", Tables.PRINCIPALS).stream().filter(principal -> !principal.kind().equals("service-account"))
            .toList();
        if (tasks.isEmpty() && principals.isEmpty()) {
            return List.of();
        }
        var databases = databases(of(tasks, Task.Area.SQL_USERS));
        var graph = of(tasks, Task.Area.GRAPH_PERMISSIONS);
        var missing = principals.stream().filter(principal -> !principal.objectId().isKnown())
            .map(principal -> new Missing(principal, plan.waitingGrants().stream().filter(grant -> grant.principal().equals(principal.name())).toList()))
            .toList();
        var model = Map.of("principals", principals.stream().filter(principal -> principal.objectId().isKnown()).toList(), "missing", missing, "groups",
            of(tasks, Task.Area.ENTRA_GROUPS), "conditional",
            of(tasks, Task.Area.CONDITIONAL_ACCESS), "graph", graph, "databases", databases, "logs", of(tasks, Task.Area.SIGN_IN_LOGS), "reviews",
            of(tasks, Task.Area.ACCESS_REVIEWS));
        var files = new ArrayList<Artefact>();
        files.add(Artefact.of("entra/README.md", templates.render("entra/README.md.ftl", model),
            Stream.concat(Stream.of("principals"), tasks.stream().map(Task::consideration)).toList()));
        if (!graph.isEmpty()) {
            files.add(
                Artefact.of("entra/graph-permissions.sh", templates.render("entra/graph-permissions.sh.ftl", Map.of("tasks", graph)), considerations(graph)));
        }
        for (var database : databases) {
            files.add(Artefact.of("entra/" + database.file(), templates.render("entra/sql-users.sql.ftl", Map.of("database", database)),
                considerations(database.users())));
        }
        return files;
    }

    private static List<Database> databases(List<Task> tasks) {
        var byDatabase = tasks.stream().collect(Collectors.groupingBy(Task::detail, TreeMap::new, Collectors.toList()));
        return byDatabase.entrySet().stream()
            .map(entry -> new Database("sql-users-" + StableHash.of(entry.getKey()) + ".sql", entry.getKey(), entry.getValue())).toList();
    }

    private static List<Task> of(List<Task> tasks, Task.Area area) {
        return tasks.stream().filter(task -> task.area() == area).toList();
    }

    private static List<String> considerations(List<Task> tasks) {
        return tasks.stream().map(Task::consideration).toList();
    }
}
