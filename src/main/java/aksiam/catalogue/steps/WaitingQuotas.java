package aksiam.catalogue.steps;

import aksiam.model.rows.Tables;
import aksiam.model.rows.Team;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of a team's quota that are not printed yet: with a quota of CPU or memory, Kubernetes refuses each pod that names no size, so that there have to be
 * defaults (kubernetes.io, Resource Quotas).
 */
public final class WaitingQuotas {
    /** @param column of the team that holds the part */
    public record Waiting(String column, String text) {
    }

    private WaitingQuotas() {
    }

    public static List<Waiting> of(Team team) {
        return team.ownSizes()
            ? List.of()
            : Stream.of(
                waiting(team, "quotaCpu", team.requestCpu() + team.limitCpu(), "request for CPU"),
                waiting(team, "quotaMemory", team.requestMemory() + team.limitMemory(), "request for memory"),
                waiting(team, "quotaLimitCpu", team.limitCpu(), "limit for CPU"),
                waiting(team, "quotaLimitMemory", team.limitMemory(), "limit for memory")).flatMap(part -> part).toList();
    }

    /** A default limit is the default request, too. */
    private static Stream<Waiting> waiting(Team team, String column, String defaults, String lacking) {
        return size(team, column).isEmpty() || !defaults.isEmpty()
            ? Stream.of()
            : Stream.of(new Waiting(column, "\"" + Tables.TEAMS.field(column).orElseThrow().label() + "\" " + size(team, column) + " of team " + team.name()
                + " waits and is not printed: its containers have no default " + lacking + ", so that pods without one would be refused."));
    }

    static String size(Team team, String column) {
        return switch (column) {
            case "quotaCpu" -> team.quotaCpu();
            case "quotaMemory" -> team.quotaMemory();
            case "quotaLimitCpu" -> team.quotaLimitCpu();
            case "quotaLimitMemory" -> team.quotaLimitMemory();
            default -> "";
        };
    }
}
