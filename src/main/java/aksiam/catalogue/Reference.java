package aksiam.catalogue;

/**
 * Where a statement was read.
 *
 * @param title as a person would name the page
 * @param url   https address
 * @param date  of the text that was read, as its source prints it: 2026-08-21, 2026-08 or 2022
 */
public record Reference(String title, String url, String date) {
    /** A page of the AKS documentation, by its file name without ending, as read at the commit of 2026-08-21. */
    public static Reference aks(String title, String page) {
        return new Reference(title, "https://learn.microsoft.com/azure/aks/" + page, "2026-08-21");
    }

    /** The Cloud Adoption Framework page that the considerations start from; its owners have deprecated it since. */
    public static final Reference STARTING_DOCUMENT = new Reference(
        "Identity and access management considerations for AKS (Cloud Adoption Framework, deprecated)",
        "https://learn.microsoft.com/azure/cloud-adoption-framework/scenarios/app-platform/aks/identity-and-access-management", "2022");

    /** Pages that several steps refer to. */
    public static final Reference AUTHENTICATION = aks("Cluster authentication concepts", "concepts-cluster-authentication");
    public static final Reference TENANCY_PRACTICES = aks("Multi-tenancy best practices", "best-practices-multi-tenancy");

    /** The definitions and initiatives that Azure Policy brings along. */
    public static final Reference BUILT_IN_POLICIES = new Reference("Built-in definitions of Azure Policy", "https://github.com/Azure/azure-policy",
        "2026-04-29");
}
