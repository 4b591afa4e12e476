package aksiam.domain;

import java.util.List;

/** What a role allows: management operations, and operations inside a service, each with wildcards and exceptions. */
public record Permissions(List<String> actions, List<String> notActions, List<String> dataActions, List<String> notDataActions) {
    /** Whether it allows a management operation. */
    public boolean allow(String operation) {
        return Operations.covers(actions, operation) && !Operations.covers(notActions, operation);
    }

    /** Whether it allows an operation inside a service. */
    public boolean allowInside(String operation) {
        return Operations.covers(dataActions, operation) && !Operations.covers(notDataActions, operation);
    }

    /** Whether a data action is about this kind of resource, or may be by its wildcard. */
    public boolean reachInto(String type) {
        return dataActions.stream().map(action -> action.strip().split("\\*", -1)[0])
            .anyMatch(start -> start.regionMatches(true, 0, type, 0, Math.min(start.length(), type.length())));
    }
}
