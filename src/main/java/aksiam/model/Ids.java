package aksiam.model;

/** Patterns of identifiers, written once. */
final class Ids {
    static final String GUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final String SUBSCRIPTION = "/subscriptions/" + GUID;
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/[-\\w._()]{1,90}";
    private static final String PROVIDER = "/providers/[A-Za-z0-9.]+(/[A-Za-z0-9]+/[^/\\s]+)+";
    static final String RESOURCE_ID = "(?i)" + SUBSCRIPTION + "(/resourceGroups/[-\\w._()]{1,90})?" + "(" + PROVIDER + ")*";
    static final String AZURE_SCOPE = "(?i)(/providers/Microsoft\\.Management/managementGroups/[-\\w.()]{1,90}|" + SUBSCRIPTION + "|" + GROUP + "(" + PROVIDER
        + ")*|[a-z0-9][-\\w]{0,62}(/[a-z0-9][-a-z0-9]{0,62})?|\\*)";

    private Ids() {
    }
}
