package aksiam.plan;

import java.util.List;
import java.util.OptionalInt;

/**
 * Traffic that a network policy of a namespace lets through, besides its default.
 *
 * @param pods labels (key=value) of the pods it is for; empty: all
 * @param name of the policy, unique in its namespace
 */
public record TrafficRule(String cluster, String namespace, String name, Direction direction, List<String> pods, Peer peer, OptionalInt port, String protocol,
    String consideration, String reason) {
    public enum Direction {
        INGRESS, EGRESS
    }

    /** The other end. */
    public sealed interface Peer {
        /** Pods of a namespace with these labels; no label: all of them. */
        record Pods(String namespace, List<String> labels) implements Peer {
        }

        /** Pods with these labels in any namespace. */
        record AnyNamespace(List<String> labels) implements Peer {
        }

        /** @param except parts of the range that it leaves out */
        record Addresses(String range, List<String> except) implements Peer {
            /** As one says it: 10.0.0.0/8 but not 10.1.0.0/16. */
            public String words() {
                return range + (except.isEmpty() ? "" : " but not " + String.join(", ", except));
            }
        }

        /** What Cilium calls entities, such as host or kube-apiserver; only Cilium enforces it. */
        record Entities(List<String> names) implements Peer {
        }

        /** A DNS name; only Cilium with Advanced Container Networking Services enforces it. */
        record DnsName(String name) implements Peer {
        }
    }
}
