package aksiam.domain;

import java.util.List;
import java.util.stream.Stream;

/** Ways from one right in Azure to a greater one: {@code sensitive-operations.json}. What is sensitive, whatever its provider, stands there and nowhere else. */
public final class Escalations {
    /**
     * One way.
     *
     * @param id           A01 to A22, which never changes
     * @param opens        completes "it can ..."
     * @param condition    when it leads there; empty: always
     * @param intoClusters whether it leads into a cluster past the rights that are given there
     * @param operations   management operations that open it; none where a wildcard or reading alone does
     */
    public record Way(String id, String opens, String condition, String sensitivity, boolean intoClusters, List<String> operations, List<String> dataActions) {
        /** Whether somebody who holds these lines has it, at least in part. */
        public boolean isOpenTo(List<String> actions, List<String> notActions) {
            return operations.stream().anyMatch(new Permissions(actions, notActions, List.of(), List.of())::allow);
        }

        /** The same for what is allowed inside a service. */
        public boolean isOpenInsideTo(List<String> dataActions, List<String> notDataActions) {
            return this.dataActions.stream().anyMatch(new Permissions(List.of(), List.of(), dataActions, notDataActions)::allowInside);
        }
    }

    /** Those that end in rights for somebody else, in Azure or in a cluster. */
    private static final List<String> GRANTING = List.of("A05", "A06", "A14", "A17", "A19");

    private static final List<String> BACK_DOORS = List.of("A01", "A03", "A04", "A05");

    /** Providers of which an operation at the scope of a cluster is about that cluster; of others, one above it is about what lies beside. */
    private static final List<String> AT_CLUSTERS = List.of(Operations.LISTED, "Microsoft.Authorization/", "Microsoft.KubernetesConfiguration/");

    private static final List<Way> WAYS = Data.read("sensitive-operations.json").get("edges").valueStream()
        .map(way -> new Way(way.get("id").asString(), way.get("opens").asString(), way.get("condition").asString(), way.get("sensitivity").asString(),
            way.get("intoClusters").asBoolean(), Data.strings(way.get("operations")), Data.strings(way.get("dataActions"))))
        .toList();

    private Escalations() {
    }

    public static List<Way> ways() {
        return WAYS;
    }

    public static Way get(String id) {
        return WAYS.stream().filter(way -> way.id().equals(id)).findFirst().orElseThrow();
    }

    /** The ways by which rights can be given. */
    public static Stream<Way> granting() {
        return GRANTING.stream().map(Escalations::get);
    }

    /** Ways that serve nothing but getting in: around sign-in and the network of a cluster, or to more rights. A broad role does without them. */
    public static List<String> backDoors() {
        return BACK_DOORS.stream().map(Escalations::get).flatMap(way -> way.operations().stream()).toList();
    }

    /** The operations that lead into a cluster whose scope they are held at; those inside it begin with {@code data:}. */
    public static Stream<String> waysIn() {
        return Stream.concat(
            WAYS.stream().filter(Way::intoClusters).flatMap(way -> way.operations().stream()).filter(operation -> AT_CLUSTERS.stream()
                .anyMatch(provider -> operation.startsWith(provider))),
            WAYS.stream().flatMap(way -> way.dataActions().stream()).filter(operation -> operation.startsWith(Operations.LISTED))
                .map(operation -> "data:" + operation));
    }
}
