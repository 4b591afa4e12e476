package aksiam.plan;

/**
 * What neither Bicep nor YAML can say and a person or a script does.
 *
 * @param area where its checklist stands
 * @param owner function or person, empty while nobody is named
 * @param command what does it, empty when there is nothing: Transact-SQL for a database user, a call of {@code grant} in graph-permissions.sh for a permission of
 *                Microsoft Graph, else a command line
 */
public record Task(Area area, String title, String detail, String owner, String command, String consideration) implements Comparable<Task> {
    public enum Area {
        ENTRA_GROUPS, CONDITIONAL_ACCESS, GRAPH_PERMISSIONS, SQL_USERS, PIM_SETTINGS, PIM_GROUPS, SIGN_IN_LOGS, ACCESS_REVIEWS, CLUSTER, MIGRATION
    }

    @Override
    public int compareTo(Task other) {
        return java.util.Comparator.comparing(Task::area).thenComparing(Task::title).thenComparing(Task::detail).thenComparing(Task::command).compare(this,
            other);
    }
}
