package aksiam.domain;

import java.util.List;
import java.util.stream.Stream;

/** The operations of Microsoft.ContainerService: {@code aks-operations.json}. Names are compared without regard to case, as Azure does. */
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
    }

    private static final List<Operation> ALL;

    static {
        var file = Data.read("aks-operations.json");
        ALL = Stream.of("actions", "dataActions")
            .flatMap(
                list -> file.get(list).valueStream().map(operation -> new Operation(operation.get("operation").asString(), operation.path("kind").asString(""),
                    operation.path("sensitivity").asString(""), operation.path("note").asString(""), list.equals("dataActions"))))
            .toList();
    }

    private Operations() {
    }

    public static List<Operation> all() {
        return ALL;
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
