package aksiam.plan;

/** How a right is held. */
public enum Access {
    STANDING, ELIGIBLE, BREAK_GLASS
}
