package aksiam.plan;

import aksiam.model.ObjectId;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who is given a right. */
public sealed interface Subject {
    /** A principal of Entra by its object id; {@code kind} as Azure role assignments spell it. Waits while the id is not known. */
    record Entra(String name, ObjectId id, Kind kind) implements Subject {
        public enum Kind {
            Group, User, ServicePrincipal
        }

        private static final Pattern PRINCIPAL_NAME = Pattern.compile("[A-Za-z0-9._%+'#-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

        /** Whether the name is what the token of a user of the cluster's own tenant carries (AKS, kubernetes-rbac-entra-id). */
        public boolean isNamedAsItSignsIn() {
            return PRINCIPAL_NAME.matcher(name).matches();
        }
    }

    /** A user-assigned managed identity of the plan, by its name. */
    record Identity(String name) implements Subject {
    }

    /** An identity that AKS makes with a cluster; its ids are known only afterwards. */
    record ClusterMade(String cluster, Part part) implements Subject {
        public enum Part {
            CONTROL_PLANE, KUBELET, KEY_VAULT_SECRETS_PROVIDER;

            /** As names and parameters write it. */
            public String label() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** A Kubernetes service account of one cluster; never the subject of an Azure role. */
    record Account(String namespace, String name) implements Subject {
    }

    /** Name to show and to sort by. */
    default String label() {
        return switch (this) {
            case Entra(var name, var _, var _) -> name;
            case Identity(var name) -> name;
            case ClusterMade(var cluster, var part) -> part.label() + "@" + cluster;
            case Account(var namespace, var name) -> namespace + "/" + name;
        };
    }

    /** Whether its id is known, now or to the deployment. */
    default boolean isKnown() {
        return !(this instanceof Entra(var _, var id, var _)) || id.isKnown();
    }

    /** What tells it from every other subject: the object id where there is one, whatever its name. */
    default String key() {
        return switch (this) {
            case Entra(var name, var id, var _) -> id.isKnown() ? id.text().toLowerCase(Locale.ROOT) : "entra:" + name;
            case Identity(var name) -> "identity:" + name;
            case ClusterMade _ -> "cluster:" + label();
            case Account _ -> "account:" + label();
        };
    }
}
