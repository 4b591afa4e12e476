package aksiam.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operations of Microsoft.ContainerService, {@code aks-operations.json}, and the sensitive ones of every other provider, {@link Escalations}.
 * Names are compared without regard to case, as Azure does.
 */
public final class Operations {
    /**
     * One operation.
     *
     * @param kind        read, write, delete or action
     * @param sensitivity critical or high where it is sensitive, else empty
     * @param data        whether it is a data action
     */
    public record Operation(String name, String kind, String sensitivity, String note, boolean data) {
        public boolean isSensitive() {
            return !sensitivity.isEmpty();
        }

        /** Whether it belongs to the provider whose list is full. */
        public boolean isOfAks() {
            return isOfListedProvider(name);
        }
    }

    /** The provider of which every operation is listed. */
    public static final String LISTED = "Microsoft.ContainerService/";
    /** Of clusters the list is complete; of fleets and snapshots it holds what designs name. */
    private static final String CLUSTERS = LISTED + "managedClusters";
    private static final List<Operation> ALL;

    static {
        var file = Data.read("aks-operations.json");
        var listed = Stream.of("actions", "dataActions")
            .flatMap(
                list -> file.get(list).valueStream().map(operation -> new Operation(operation.get("operation").asString(), operation.path("kind").asString(""),
                    operation.path("sensitivity").asString(""), operation.path("note").asString(""), list.equals("dataActions"))))
            .map(Operations::raised).toList();
        ALL = Stream.concat(listed.stream(), Escalations.ways().stream().flatMap(Operations::of).filter(operation -> !operation.isOfAks())).toList();
    }

    private Operations() {
    }

    public static List<Operation> all() {
        return ALL;
    }

    private static Stream<Operation> of(Escalations.Way way) {
        return Stream.concat(way.operations().stream().map(name -> of(way, name, false)), way.dataActions().stream().map(name -> of(way, name, true)));
    }

    private static Operation of(Escalations.Way way, String name, boolean data) {
        return new Operation(name, name.substring(name.lastIndexOf('/') + 1), way.sensitivity(), way.opens(), data);
    }

    /** An operation of the list that opens more than the list itself says. */
    private static Operation raised(Operation operation) {
        return operation.isSensitive()
            ? operation
            : Escalations.ways().stream().flatMap(Operations::of).filter(way -> way.data() == operation.data() && way.name().equalsIgnoreCase(operation.name()))
                .findFirst().map(way -> new Operation(operation.name(), operation.kind(), way.sensitivity(), operation.note(), operation.data()))
                .orElse(operation);
    }

    /** Whether an operation, or a pattern, names the provider of which every operation is listed. */
    public static boolean isOfListedProvider(String pattern) {
        return pattern.regionMatches(true, 0, LISTED, 0, LISTED.length());
    }

    /** Why a line of a role stands for nothing that we know of; empty when it does, or when its provider is not listed in full. */
    public static Optional<String> doubt(String pattern, boolean data) {
        if (!pattern.regionMatches(true, 0, CLUSTERS, 0, CLUSTERS.length()) || isKnown(pattern, data) || isOfBuiltInRole(pattern, data)) {
            return Optional.empty();
        }
        return Optional.of(isKnown(pattern, !data)
            ? "is " + (data ? "a management operation, not a data action" : "a data action, not a management operation")
            : "is no operation of " + LISTED.replace("/", "") + " that we know of");
    }

    /** Azure's own roles name operations that its list of them leaves out. */
    private static boolean isOfBuiltInRole(String operation, boolean data) {
        return BuiltInRoles.all().stream().flatMap(role -> data
            ? Stream.concat(role.dataActions().stream(), role.notDataActions().stream())
            : Stream.concat(role.actions().stream(), role.notActions().stream())).anyMatch(operation::equalsIgnoreCase);
    }

    /** The operations that a pattern with wildcards stands for; {@code *} matches any text, slashes included. */
    public static List<Operation> matching(String pattern, boolean data) {
        var parts = parts(pattern);
        return ALL.stream().filter(operation -> operation.data() == data && covers(parts, operation.name())).toList();
    }

    /** Whether a pattern covers an operation. */
    public static boolean covers(String pattern, String operation) {
        return covers(parts(pattern), operation);
    }

    /** Whether one of some patterns, as they were typed, covers an operation. */
    public static boolean covers(List<String> patterns, String operation) {
        return patterns.stream().anyMatch(pattern -> covers(pattern.strip(), operation));
    }

    /** Whether the list holds the operation, or at least one that the pattern stands for. */
    public static boolean isKnown(String pattern, boolean data) {
        return !matching(pattern, data).isEmpty();
    }

    private static String[] parts(String pattern) {
        return pattern.split("\\*", -1);
    }

    /** The first part stands at the start, the last one at the end, the others in this order in between. */
    private static boolean covers(String[] parts, String operation) {
        int last = parts.length - 1;
        if (last == 0) {
            return operation.equalsIgnoreCase(parts[0]);
        }
        int end = operation.length() - parts[last].length();
        int at = parts[0].length();
        if (end < at || !holds(operation, 0, parts[0]) || !holds(operation, end, parts[last])) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            while (at + parts[i].length() <= end && !holds(operation, at, parts[i])) {
                at++;
            }
            at += parts[i].length();
        }
        return at <= end;
    }

    private static boolean holds(String text, int at, String part) {
        return text.regionMatches(true, at, part, 0, part.length());
    }
}
