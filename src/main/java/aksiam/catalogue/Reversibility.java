package aksiam.catalogue;

/** How a choice can be changed later. Terms of one-way-doors.json. */
public enum Reversibility {
    IRREVERSIBLE("Cannot be undone"),
    CREATION_ONLY("Only when the resource is created"),
    CREATION_ONLY_PER_NODE_POOL("Only when the node pool is created"),
    REVERSIBLE_WITH_DISRUPTION("Can be changed with a disruption"),
    REVERSIBLE_WITH_DELAY("Can be changed, takes effect later"),
    REVERSIBLE("Can be changed at any time");

    private final String label;

    Reversibility(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The same as a clause. */
    public String clause() {
        return switch (this) {
            case IRREVERSIBLE -> "it cannot be undone";
            case CREATION_ONLY -> "it can be chosen only when the resource is created";
            case CREATION_ONLY_PER_NODE_POOL -> "it can be chosen only when the node pool is created";
            case REVERSIBLE_WITH_DISRUPTION -> "it can be changed later, with a disruption";
            case REVERSIBLE_WITH_DELAY -> "it can be changed later and then takes effect after a while";
            case REVERSIBLE -> "it can be changed at any time";
        };
    }

    /** The constant of a term of one-way-doors.json, such as creation-only. */
    static Reversibility of(String term) {
        return valueOf(term.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** Whether the window shows it as a one-way door. */
    public boolean isOneWayDoor() {
        return switch (this) {
            case IRREVERSIBLE, CREATION_ONLY, CREATION_ONLY_PER_NODE_POOL -> true;
            case REVERSIBLE_WITH_DISRUPTION, REVERSIBLE_WITH_DELAY, REVERSIBLE -> false;
        };
    }
}
