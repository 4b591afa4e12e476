package aksiam.plan;

import aksiam.model.rows.Team;
import java.util.Optional;

/**
 * A namespace in one cluster.
 *
 * @param maker       who creates it; only {@link Maker#MANIFEST} ones stand in the manifests, only {@link Maker#AKS} ones in Bicep
 * @param team        empty when it belongs to no team
 * @param podSecurity level of Pod Security; empty while undecided
 * @param stance      default traffic; empty while undecided or without network policies
 * @param pool        dedicated node pool
 */
public record Namespace(String cluster, String name, Maker maker, Optional<Team> team, Optional<Decided<String>> podSecurity, Optional<Quota> quota,
    Optional<Limits> limits,
    Optional<Decided<Stance>> stance, Optional<Decided<String>> pool, String costCode, String consideration) {
    /** One that stands there and of which nothing else is said. */
    public static Namespace given(String cluster, String name, String consideration) {
        return new Namespace(cluster, name, Maker.GIVEN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), "", consideration);
    }

    public enum Maker {
        /** The generated manifests. */
        MANIFEST,
        /** Azure, as an AKS managed namespace of this plan. */
        AKS,
        /** Azure or others, before and without this plan. */
        GIVEN
    }

    /** Default traffic of every pod of the namespace. */
    public enum Stance {
        /** Nothing in, nothing out, not even within a namespace, but DNS and what flows allow. */
        DENY_ALL,
        /** Nothing in, nothing out, but DNS, the namespaces of the team and what flows allow. */
        DENY_BOTH,
        /** Nothing in but what flows allow; everything out, instance metadata aside. */
        DENY_INGRESS,
        /** Everything. */
        ALLOW;

        public boolean deniesEgress() {
            return this == DENY_ALL || this == DENY_BOTH;
        }

        /** Whether pods of one team reach each other without a flow. */
        public boolean trustsTeam() {
            return this != DENY_ALL;
        }
    }

    /**
     * What the containers of the namespace may request, and be limited to, in sum; an empty text or 0 is no limit.
     *
     * @param setByTeams whether the team sets requests and limits itself, so that it needs no defaults
     */
    public record Quota(String cpu, String memory, String limitCpu, String limitMemory, int pods, boolean setByTeams, String consideration) {
    }

    /** Of a container that names none; empty texts are left out. */
    public record Limits(String requestCpu, String requestMemory, String limitCpu, String limitMemory, String consideration) {
    }
}
