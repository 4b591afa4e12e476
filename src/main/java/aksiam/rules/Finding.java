package aksiam.rules;

import aksiam.model.Place;
import java.util.Comparator;
import java.util.Locale;

/**
 * Something that is wrong, unfinished or open in a design.
 *
 * @param consideration the id of the one it belongs to, empty when it belongs to none
 * @param message       one sentence; names the value where it is no secret
 */
public record Finding(Kind kind, String consideration, Place place, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::kind).thenComparing(Finding::place).thenComparing(Finding::consideration)
        .thenComparing(Finding::message);

    /** In the order of weight. */
    public enum Severity {
        ERROR, WARNING, NOTE;

        /** Lower case, as printed. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it weighs as much as another one, or more. */
        public boolean isAtLeast(Severity other) {
            return compareTo(other) <= 0;
        }
    }

    /** What is looked for. The ids are stable. */
    public enum Kind {
        PASTED_SECRET(Severity.ERROR, "A field holds what looks like a secret",
            "Remove it from the design and renew the secret: whoever could read the design could read it."),
        UNKNOWN_OPTION(Severity.ERROR, "An answer or a cell names an option that does not exist",
            "Choose one of the options that the message lists; it is kept as typed until then."),
        IMPOSSIBLE_OPTION(Severity.ERROR, "A chosen option is impossible together with another answer", "Change one of the two answers."),
        MALFORMED_VALUE(Severity.ERROR, "A value does not have the form that Azure or Kubernetes asks for",
            "Correct it as the message says; it is kept as typed until then."),
        NAMELESS_ROW(Severity.ERROR, "A row has no name", "Name it, or remove the row: nothing can be generated for it and nothing can refer to it."),
        DANGLING_REFERENCE(Severity.ERROR, "A cell names something that the design does not hold", "Add what is named, or correct the name."),
        DUPLICATE_NAME(Severity.ERROR, "Two rows have the same name", "Rename one of them: references would not know which one is meant."),
        SPELLED_DIFFERENTLY(Severity.ERROR, "A name is spelled in two ways that Azure takes for one",
            "Write it the same way everywhere: Azure does not tell upper from lower case."),
        RESERVED_NAME(Severity.ERROR, "A name is one that Windows reserves",
            "Choose another name: the bundle has a folder of it, which nobody could check out on Windows."),
        DUPLICATE_NUMBER(Severity.ERROR, "Two decision records have the same number",
            "Give the second one the next free number, as the fix does: two branches took the same one."),
        DUPLICATE_NAMESPACE(Severity.ERROR, "A namespace of a cluster belongs to two teams, or is named twice",
            "Give it to one team, or rename one of the two."),
        PLATFORM_NAMESPACE(Severity.ERROR, "A team is given a namespace of the platform",
            "Give the team a namespace of its own, and grant it the rights that it needs in that of the platform."),
        DUPLICATE_OBJECT_ID(Severity.ERROR, "Two principals have the same object id",
            "Look the object ids up in Entra: rights would go to the wrong one."),
        CONTRADICTION(Severity.ERROR, "Two values of a row exclude each other", "Change one of the two."),
        CONFUSED_ID(Severity.ERROR, "An id of another kind stands where an object id or a client id belongs",
            "Use the object id of the enterprise application, group or user; a role assignment to a client id gives rights to nobody."),
        LOGS_OF_OTHER_REGION(Severity.ERROR, "Clusters of several regions send their logs to one event hub or storage account",
            "Name a destination in each region, or send the logs to a Log Analytics workspace, which takes them from every region."),
        OVER_LIMIT(Severity.ERROR, "The design goes beyond a limit at which Azure refuses the deployment", "Do as the message proposes."),
        MISSING_PART(Severity.ERROR, "An answer lacks a part of its own, and without it less is protected than the answer says",
            "Add the part that the message names, or choose another option."),
        NOBODY_FOR_BREAK_GLASS(Severity.ERROR, "A break-glass procedure is chosen and nobody holds what it takes",
            "Give somebody the right that the message names, or choose None."),
        CLUSTER_WITHOUT_BREAK_GLASS(Severity.WARNING, "Nobody holds what break-glass takes in a cluster",
            "Give the right that the message names in this cluster as well."),
        BREAK_GLASS_NEEDS_PIM(Severity.WARNING, "Nobody can do break-glass when PIM fails",
            "Give the right with access break-glass as well, to a group that PIM does not manage; rights that are activated only help when sign-in to the cluster fails."),
        ELIGIBLE_CLUSTER_ADMIN(Severity.WARNING, "Whoever activates the membership of a group is cluster-admin",
            "Take the group out of the admin groups, unless that is meant."),
        UNKNOWN_NAMESPACE(Severity.WARNING, "A namespace is named that the design neither makes nor is given",
            "Add it to a team or to the given namespaces of the cluster, unless Kubernetes itself makes it."),
        UNKNOWN_ROLE(Severity.WARNING, "A role is named that is neither in our data nor in the design",
            "Check the spelling, or add the role to the personas or custom Azure roles."),
        UNKNOWN_OPERATION(Severity.WARNING, "A custom role names an operation that our list of its provider does not hold",
            "Check the spelling. An operation that is newer than our list may stay: Azure itself refuses what it does not know."),
        NO_KUBECONFIG(Severity.WARNING, "Somebody has rights inside a cluster and nothing that lets him fetch a kubeconfig",
            "Grant Azure Kubernetes Service Cluster User Role on the cluster, or hand out the kubeconfig another way."),
        NOT_AS_SIGNED_IN(Severity.WARNING, "A user is bound inside a cluster under a name that no token carries",
            "Name the user by the user principal name, or enter the other tenant that the user belongs to."),
        MISSING_VALUE(Severity.WARNING, "A cell that the output needs is empty",
            "Fill it in as soon as it is known; the output leaves out what depends on it."),
        OPEN_BOUNDARY(Severity.WARNING, "A chosen boundary does not hold by itself",
            "Add what the message names, or do not rely on this boundary alone."),
        MISSING_ID(Severity.WARNING, "An answer waits for an id that somebody still brings",
            "Enter the id as soon as it is known; what depends on it, often the whole new cluster, is left out until then."),
        WAITING_QUOTA(Severity.WARNING, "A part of a quota waits for default requests and limits",
            "Fill in the defaults that the message names, or say that the team sets requests and limits itself."),
        NO_WAY_TO_ENTRA(Severity.WARNING, "A workload signs in to Entra ID and its network policies let it go nowhere there",
            "Add a flow from its pods to the place entra."),
        NO_WAY_TO_API_SERVER(Severity.WARNING, "A service account has rights in the cluster and its network policies keep it from the API server",
            "Add a flow from its namespace to the place api-server."),
        STANDING_BESIDE_ELIGIBLE(Severity.WARNING, "A group whose membership is activated just in time holds standing rights as well",
            "Give the standing rights to another group, or make them eligible too."),
        UNSUPPORTED_VERSION(Severity.WARNING, "AKS does not support the Kubernetes version of a cluster",
            "Name a version that is supported; an upgrade goes from one minor version to the next."),
        STAGE_CANNOT_RUN(Severity.WARNING, "A stage of the bundle would be refused", "Settle what the message names before anything is deployed."),
        LIMIT(Severity.WARNING, "A limit of Azure is reached", "Do as the message proposes."),
        ENDING_VERSION(Severity.NOTE, "Support of the Kubernetes version of a cluster ends soon",
            "Plan the upgrade, or name a newer version for a cluster that is still to be made."),
        INCOMPLETE_DECISION(Severity.NOTE, "An accepted decision lacks its reason, who decided it or when",
            "Add them: the record stays proposed until then."),
        NOT_APPLICABLE(Severity.NOTE, "An answer belongs to a consideration that does not apply",
            "It is kept and generates nothing; change what makes it not apply, or clear it."),
        OPEN_POINT(Severity.NOTE, "Something is still to be settled", "Settle it, or name an owner and a date."),
        WAITING_GRANT(Severity.NOTE, "A grant waits for the object id of its principal",
            "Enter the object id as soon as the principal exists; the output leaves the grant out until then."),
        UNKNOWN_KEY(Severity.NOTE, "The file holds a key that this version does not know",
            "It is kept when saved. Check the spelling, or use the version that wrote it.");

        private final Severity severity;
        private final String title;
        private final String help;

        Kind(Severity severity, String title, String help) {
            this.severity = severity;
            this.title = title;
            this.help = help;
        }

        /** Kebab case, such as unknown-option. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public Severity severity() {
            return severity;
        }

        public String title() {
            return title;
        }

        /** What to do about it. */
        public String help() {
            return help;
        }
    }

    /** So that sets stay fast also when somebody chose keys with one hash. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    Finding saying(String message) {
        return new Finding(kind, consideration, place, message);
    }

    public Severity severity() {
        return kind.severity();
    }

    public String id() {
        return kind.id();
    }
}
