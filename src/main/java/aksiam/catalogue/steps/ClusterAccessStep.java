package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.Format;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class ClusterAccessStep {
    static final Consideration SIGN_IN = Consideration.oneOf("sign-in", "Sign-in", "How do people and pipelines sign in to the Kubernetes API?",
        Option.of("entra-id", "Microsoft Entra ID", ""),
        Option.of("client-certificates", "Client certificates", ""));

    static final Consideration PRINCIPALS = Consideration.rows("principals", "Principals", "Which groups, users and pipelines are given rights?", Tables.PRINCIPALS);

    static final Consideration LOCAL_ACCOUNTS = Consideration.oneOf("local-accounts", "Local accounts", "May the built-in certificate accounts be used?",
        Option.of("disabled", "Disabled", ""),
        Option.of("enabled", "Enabled", ""));

    static final Consideration USER_TENANT = Consideration.oneOf("user-tenant", "Tenant of the users", "In which tenant do the users of the clusters sign in?",
        Option.of("same-tenant", "The tenant of the subscription", ""),
        Option.of("other-tenant", "Another tenant", ""));

    static final Consideration USER_TENANT_ID = Consideration.text("user-tenant-id", "Id of the users' tenant", "Which tenant is it?", Format.GUID, "9c1d7f20-4b6e-4a53-8e0f-1d2c3b4a5f60");

    static final Consideration CONDITIONAL_ACCESS = Consideration.oneOf("conditional-access", "Conditional Access", "Does Conditional Access protect sign-in to the clusters?",
        Option.of("required", "Required", ""),
        Option.of("not-used", "Not used", ""));

    static final Consideration API_SERVER = Consideration.oneOf("api-server-reach", "Reach of the API server", "From where can the API server be reached?",
        Option.of("public", "Public", ""),
        Option.of("authorized-ranges", "Public, authorized IP ranges", ""),
        Option.of("private-link", "Private Link", ""),
        Option.of("vnet-integration-public", "VNet integration, public", ""),
        Option.of("vnet-integration-private", "VNet integration, private", ""));

    static final Consideration PRIVATE_DNS_ZONE = Consideration.oneOf("private-dns-zone", "Private DNS zone", "Which DNS zone holds the name of a private API server?",
        Option.of("system", "Made by AKS", ""),
        Option.of("own", "Own zone", ""),
        Option.of("none", "None, public name", ""));

    static final Consideration PUBLIC_FQDN = Consideration.oneOf("public-fqdn", "Public DNS name", "May a private API server have a public DNS name as well?",
        Option.of("no", "No", ""),
        Option.of("yes", "Yes", ""));

    static final Consideration COMMAND_INVOKE = Consideration.oneOf("command-invoke", "Command invoke", "May az aks command invoke be used?",
        Option.of("disabled", "Disabled", ""),
        Option.of("enabled", "Enabled", ""));

    static final Consideration NODE_SSH = Consideration.oneOf("node-ssh", "Node access by SSH", "How can somebody get onto a node?",
        Option.of("disabled", "Disabled", ""),
        Option.of("local-user", "SSH key of a local user", ""),
        Option.of("entra-id", "Entra ID", ""));

    static final Consideration BREAK_GLASS = Consideration.oneOf("break-glass", "Break-glass", "How does somebody get in when sign-in or PIM fails?",
        Option.of("reenable-local-accounts", "Re-enable local accounts", ""),
        Option.of("emergency-group", "Emergency group with standing rights", ""),
        Option.of("emergency-user", "Emergency user in the admin group", ""));

    static final Consideration AUDIT_LOGS = Consideration.manyOf("audit-logs", "Audit logs", "Which logs of the control plane are kept?",
        Option.of("kube-audit", "kube-audit", ""),
        Option.of("kube-audit-admin", "kube-audit-admin", ""),
        Option.of("guard", "guard", ""));

    static final Consideration AUDIT_DESTINATION = Consideration.oneOf("audit-destination", "Destination of the logs", "Where do the logs go?",
        Option.of("log-analytics", "Log Analytics workspace", ""),
        Option.of("storage", "Storage account", ""),
        Option.of("event-hub", "Event hub", ""));

    static final Consideration AUDIT_RESOURCE = Consideration.text("audit-resource", "Resource of the logs", "What is the resource id of the destination?", Format.RESOURCE_ID, "/subscriptions/.../providers/Microsoft.OperationalInsights/workspaces/law-platform");

    static final Consideration AUDIT_READERS = Consideration.pick("audit-readers", "Readers of the logs", "Who may read the logs?", "principals");

    static final Consideration SIGN_IN_LOGS = Consideration.oneOf("sign-in-logs", "Sign-in logs", "Are the Entra sign-in logs kept with them?",
        Option.of("kept", "Kept with the audit logs", ""),
        Option.of("entra-only", "Only in Entra", ""));

    static final Consideration ACCESS_REVIEWS = Consideration.oneOf("access-reviews", "Access reviews", "How often are memberships and assignments reviewed?",
        Option.of("quarterly", "Every quarter", ""),
        Option.of("half-yearly", "Twice a year", ""),
        Option.of("yearly", "Once a year", ""),
        Option.of("none", "Not at all", ""));

    public static final List<Consideration> ALL = List.of(SIGN_IN, PRINCIPALS, LOCAL_ACCOUNTS, USER_TENANT, USER_TENANT_ID, CONDITIONAL_ACCESS, API_SERVER, PRIVATE_DNS_ZONE, PUBLIC_FQDN, COMMAND_INVOKE, NODE_SSH, BREAK_GLASS, AUDIT_LOGS, AUDIT_DESTINATION, AUDIT_RESOURCE, AUDIT_READERS, SIGN_IN_LOGS, ACCESS_REVIEWS);

    private ClusterAccessStep() {
    }
}
