package aksiam.domain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
        var regex = matcher(pattern);
        return ALL.stream().filter(operation -> operation.data() == data && regex.matcher(operation.name()).matches()).toList();
    }

    /** Whether a pattern covers an operation. */
    public static boolean covers(String pattern, String operation) {
        return matcher(pattern).matcher(operation).matches();
    }

    /** Whether the list holds the operation, or at least one that the pattern stands for. */
    public static boolean isKnown(String pattern, boolean data) {
        return !matching(pattern, data).isEmpty();
    }

    private static Pattern matcher(String pattern) {
        return Pattern.compile(Stream.of(pattern.toLowerCase(Locale.ROOT).split("\\*", -1)).map(Pattern::quote).reduce((a, b) -> a + ".*" + b).orElse(""),
            Pattern.CASE_INSENSITIVE);
    }
}
