package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.answered;
import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;
import static aksiam.catalogue.Condition.not;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contribution;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.model.ResourceId;
import aksiam.model.rows.Tables;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Of step 3: which logs are kept, where, and who may read them. */
final class AuditLogs {
    private static final Reference DIAGNOSTIC_SETTINGS = new Reference("Diagnostic settings in Azure Monitor",
        "https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings", "2026-03");
    private static final Reference MONITOR = Reference.aks("Monitoring data of AKS", "monitor-aks-reference");

    private static final List<String> CATEGORIES = List.of("kube-audit", "kube-audit-admin", "guard");

    static final Consideration AUDIT_LOGS = Consideration.manyOf("audit-logs", "Audit logs", "Which logs of the control plane are kept?",
        Option.of("kube-audit", "kube-audit", "Every request to the Kubernetes API.")
            .good("Shows who read what", "Complete for an investigation")
            .bad("Very many lines, paid by volume")
            .charged().see(MONITOR),
        Option.of("kube-audit-admin", "kube-audit-admin", "Requests that change something; no get and list.")
            .good("Shows who changed what", "Far fewer lines")
            .bad("Does not show who read a secret")
            .charged().see(MONITOR),
        Option.of("guard", "guard", "Sign-in and authorization by Entra ID and Azure RBAC.")
            .good("Shows who was let in or refused", "Few lines")
            .bad("Says nothing about client certificates")
            .charged().see(MONITOR))
        .why(
            "Role assignments stand in the activity log of Azure; what is done with them stands in the cluster's audit log only, and only if it is kept. With local accounts or client certificates the log names no person.")
        .see(MONITOR, Reference.aks("Cluster authorization concepts", "concepts-cluster-authorization"))
        .suggest(design -> Suggestion.options(ScopeStep.isRegulated(design) ? List.of("kube-audit", "guard") : List.of("kube-audit-admin", "guard"),
            ScopeStep.isRegulated(design)
                ? "this design is regulated, and who read what may be asked"
                : "no answer of this design says that it has to be known who read what"))
        .undecided("No diagnostic setting is written.")
        .effect(AuditLogs::keep);

    static final Consideration AUDIT_DESTINATION = Consideration.oneOf("audit-destination", "Destination of the logs", "Where do the logs go?",
        Option.of("log-analytics", "Log Analytics workspace", "Searchable at once.")
            .good("Gives queries and alerts", "One for clusters of all regions", "Readers get in by Azure role")
            .bad("Paid by volume").charged().see(MONITOR),
        Option.of("storage", "Storage account", "Kept for the auditors.")
            .good("Cheap for years", "Can be made immutable")
            .bad("No queries, no alerts", "Needs one in each region that has clusters").charged().see(MONITOR),
        Option.of("event-hub", "Event hub", "Streamed to a system of your own.")
            .good("Reaches the SIEM you have", "No second store")
            .bad("Readers are decided elsewhere", "Needs one in each region that has clusters").charged().see(MONITOR))
        .why("Somebody who can change a cluster should not be able to remove its logs: choose a destination in another subscription, with readers of its own.")
        .see(MONITOR)
        .visibleWhen(answered("audit-logs"))
        .suggest(AuditLogs::suggestDestination)
        .undecided("No diagnostic setting is written.")
        .effect(AuditLogs::checkDestination);

    static final Consideration AUDIT_RESOURCE = Consideration
        .text("audit-resource", "Resource of the logs", "What is the resource id of the destination?", Format.RESOURCE_ID,
            "/subscriptions/.../providers/Microsoft.OperationalInsights/workspaces/law-platform")
        .why(
            "The workspace, the storage account, or the authorization rule of the event hub namespace, which needs the rights Manage, Send and Listen. It exists already; the bundle only refers to it. Azure takes a storage account or an event hub in the region of the cluster only.")
        .see(MONITOR, DIAGNOSTIC_SETTINGS)
        .visibleWhen(answered("audit-destination"))
        .undecided("No diagnostic setting is written where a region has no destination of its own.")
        .effect((by, plan) -> destination(by.design()).ifPresent(resource -> plan.clusters().stream()
            .filter(cluster -> LogRegions.takesFrom(by.design(), cluster.row().region())).forEach(cluster -> cluster.auditDestination = by.decided(resource))))
        .fact();

    static final Consideration AUDIT_BY_REGION = Consideration
        .rows("audit-by-region", "Destinations by region", "Which region sends its logs to a destination of its own?", Tables.LOG_DESTINATIONS)
        .why(
            "A storage account or an event hub has to be in the region of the cluster whose logs it takes. A region that is not listed sends to the resource of the logs.")
        .see(DIAGNOSTIC_SETTINGS)
        .visibleWhen(in("audit-destination", "storage", "event-hub"))
        .undecided("The clusters of all regions send to one destination.")
        .effect(AuditLogs::sendByRegion)
        .orNone()
        .fact();

    static final Consideration AUDIT_READERS = Consideration.pick("audit-readers", "Readers of the logs", "Who may read the logs?", "principals")
        .why("Audit logs show names of secrets, users and addresses. Log Analytics Reader on the workspace is enough to read and search them.")
        .see(MONITOR)
        .visibleWhen(answered("audit-logs"))
        .undecided("This question gives nobody a right on the logs.")
        .effect(AuditLogs::giveReaders);

    static final Consideration SIGN_IN_LOGS = Consideration.oneOf("sign-in-logs", "Sign-in logs", "Are the Entra sign-in logs kept with them?",
        Option.of("kept", "Kept with the audit logs", "A diagnostic setting of the tenant.")
            .good("Shows sign-in and action side by side", "Kept as long as the audit logs")
            .bad("Set by the tenant's administrators", "Paid by volume")
            .charged().see(Reference.AUTHENTICATION)
            .effect(Effects.task(Task.Area.SIGN_IN_LOGS, "Send the Entra sign-in logs where the audit logs go",
                "A diagnostic setting of Entra ID, set by an administrator of the tenant: sign-ins of users, service principals and managed identities.")),
        Option.of("entra-only", "Only in Entra", "As long as Entra ID keeps them.")
            .good("Nothing to set up", "No cost")
            .bad("Gone after Entra's own retention")
            .see(Reference.AUTHENTICATION)
            .effect(Effects.NOTHING))
        .why(
            "The cluster's audit log names who acted, the sign-in log from where and on which device. Diagnostic settings of Entra ID belong to the tenant and stand in no template of a subscription.")
        .see(Reference.AUTHENTICATION)
        .visibleWhen(not(is("sign-in", "client-certificates")))
        .suggest(design -> ScopeStep.isRegulated(design)
            ? Suggestion.option("kept", "this design is regulated, and sign-ins have to be explained later")
            : Suggestion.none())
        .undecided("Nobody is asked to keep the sign-in logs.");

    private AuditLogs() {
    }

    private static void keep(Contribution by, PlanBuilder plan) {
        var categories = CATEGORIES.stream().filter(by.design().choices("audit-logs")::contains).toList();
        plan.clusters().forEach(cluster -> cluster.auditCategories.addAll(categories));
        if (!categories.isEmpty() && !by.design().isAnswered("audit-destination")) {
            Effects.awaited(plan, by, "Where the logs go is not decided: no diagnostic setting is written before.");
        }
    }

    /** Type of the resource that each destination is, as resource ids spell it. */
    private static String typeOf(String destination) {
        return switch (destination) {
            case "log-analytics" -> "Microsoft.OperationalInsights/workspaces";
            case "storage" -> "Microsoft.Storage/storageAccounts";
            case "event-hub" -> "Microsoft.EventHub/namespaces/authorizationRules";
            default -> "";
        };
    }

    /** The resource of the logs, if it is of the kind that was decided. */
    private static Optional<ResourceId> destination(Design design) {
        var resource = new ResourceId(design.text("audit-resource"));
        return Optional.of(resource).filter(id -> id.isKnown() && id.type().equalsIgnoreCase(typeOf(design.choice("audit-destination"))));
    }

    private static void sendByRegion(Contribution by, PlanBuilder plan) {
        var type = typeOf(by.design().choice("audit-destination"));
        for (var row : by.design().rows("audit-by-region", Tables.LOG_DESTINATIONS)) {
            if (row.resource().isKnown() && row.resource().type().equalsIgnoreCase(type)) {
                plan.clusters().stream().filter(cluster -> cluster.row().region().equals(row.region()))
                    .forEach(cluster -> cluster.auditDestination = by.decided(row.resource()));
            } else if (row.resource().isKnown()) {
                Effects.missing(plan, by, "The destination of %s is not of type %s, so no diagnostic setting is written there.".formatted(row.region(), type));
            }
        }
    }

    private static void checkDestination(Contribution by, PlanBuilder plan) {
        var destination = by.design().choice("audit-destination");
        var ownRegions = by.design().rows("audit-by-region", Tables.LOG_DESTINATIONS).stream().map(row -> row.region()).collect(Collectors.toSet());
        if (destination(by.design()).isEmpty() && !plan.clusters().stream().map(cluster -> cluster.row().region()).allMatch(ownRegions::contains)) {
            Effects.awaited(plan, by, (by.design().text("audit-resource").isEmpty()
                ? "The id of the resource of the logs is not named"
                : "The resource of the logs is not of type " + typeOf(destination)) + ": no diagnostic setting is written before.");
        }
    }

    private static void giveReaders(Contribution by, PlanBuilder plan) {
        var workspace = destination(by.design()).filter(_ -> by.design().choice("audit-destination").equals("log-analytics"));
        if (workspace.isEmpty()) {
            Effects.awaited(plan, by, "Readers of logs that go to no known Log Analytics workspace need a grant on the destination itself.");
            return;
        }
        var principals = new Principals(by.design(), plan);
        var rights = new Rights(by, plan, new Scopes(plan));
        by.design().choices("audit-readers").stream().flatMap(name -> principals.find(name).stream())
            .forEach(reader -> rights.azure(reader, Effects.builtIn("Log Analytics Reader"), new AzureScope(workspace.get().text()), Access.STANDING,
                "Reads the audit logs of the clusters"));
    }

    private static Optional<Suggestion> suggestDestination(Design design) {
        var type = new ResourceId(design.text("audit-resource")).type().toLowerCase(Locale.ROOT);
        for (var destination : List.of("log-analytics", "storage", "event-hub")) {
            if (typeOf(destination).toLowerCase(Locale.ROOT).equals(type)) {
                return Suggestion.option(destination, "the resource that this design names is one");
            }
        }
        return Suggestion.option("log-analytics",
            design.choices("audit-readers").isEmpty()
                ? "who was let in can then be asked at once"
                : "the readers that this design names need a role to read with");
    }
}
