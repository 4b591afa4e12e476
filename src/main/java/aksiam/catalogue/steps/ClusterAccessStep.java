package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.any;
import static aksiam.catalogue.Condition.hasRow;
import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;
import static aksiam.catalogue.Condition.not;
import static aksiam.catalogue.Contrast.bad;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.plain;
import static aksiam.catalogue.Contrast.yes;

import aksiam.catalogue.Condition;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contribution;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.model.rows.Principal;
import aksiam.model.rows.Tables;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.PlanBuilder;
import aksiam.plan.PolicyAssignment;
import aksiam.plan.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Step 3: how people and pipelines reach the Kubernetes API, and what is written down about it. */
public final class ClusterAccessStep {
    private static final Reference ENTRA = Reference.aks("Entra ID authentication for the control plane", "entra-id-control-plane-authentication");
    private static final Reference LOCAL_ACCOUNT_PAGE = Reference.aks("Local accounts", "local-accounts");
    private static final Reference CONDITIONAL = Reference.aks("Conditional Access for AKS", "access-control-managed-azure-ad");
    private static final Reference SSH = Reference.aks("SSH access to nodes", "manage-ssh-node-access");
    private static final Reference PCI = Reference.aks("Identity in a PCI DSS cluster", "pci-identity");
    /** Only Entra knows persons. */
    private static final Condition PEOPLE_SIGN_IN = not(is("sign-in", "client-certificates"));
    /** Application that tokens for the Kubernetes API are issued for, the target of Conditional Access. */
    private static final String AKS_SERVER_APPLICATION = "6dae42f8-4368-4678-94ff-3960e28e3630";

    static final Consideration SIGN_IN = Consideration.oneOf("sign-in", "Sign-in", "How do people and pipelines sign in to the Kubernetes API?",
        Option.of("entra-id", "Microsoft Entra ID", "Everyone signs in as themselves; groups carry the rights.")
            .good("Each person stands in the audit log", "Works with Conditional Access and PIM", "Leavers lose access with their account")
            .bad("Cannot be turned off again", "Needs kubelogin")
            .see(ENTRA).door("OWD-01")
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.entra = by.decided(true))),
        Option.of("client-certificates", "Client certificates", "One shared certificate in the kubeconfig.")
            .good("Works without Entra and without network to it", "Entra can be added later")
            .bad("Whoever fetches the kubeconfig is cluster-admin", "Nobody can be told apart or locked out alone")
            .see(Reference.AUTHENTICATION).legacy("2026-08")
            .notWhen(in("authorization", "azure-rbac", "both"), "Azure RBAC decides about Entra principals only")
            .notWhen(is("conditional-access", "required"), "Conditional Access sees only sign-ins to Entra ID")
            .notWhen(is("local-accounts", "disabled"), "the certificates are those of the local accounts")
            .notWhen(in("jit-mechanism", "azure-roles", "groups", "both"), "just-in-time access makes sense only with Entra ID")
            .effect((by, plan) -> {
                plan.peopleBindable = false;
                plan.clusters().forEach(cluster -> cluster.entra = by.decided(false));
            }))
        .compare(
            on("Each person in the audit log", yes(), no()),
            on("Conditional Access and PIM", yes(), no()),
            on("Rights in Kubernetes", good("Kubernetes RBAC, Azure RBAC or both"), bad("In effect cluster-admin")),
            on("While Entra ID is down", bad("No new sign-in"), good("Works")),
            on("Can be removed", bad("No, permanent"), good("Yes, once Entra ID is on")))
        .why(
            "The starting document asks to choose between client certificates and Microsoft Entra ID. Today's documentation recommends Entra ID and calls it permanent: a cluster cannot go back. Without it the kubeconfig of a user is as strong as that of the administrator, nobody appears in the audit log by name, and neither Conditional Access nor PIM has a hold.")
        .see(Reference.AUTHENTICATION, Reference.STARTING_DOCUMENT)
        .suggest(ClusterAccessStep::suggestSignIn)
        .undecided("Nothing is set about sign-in with Entra ID.");

    static final Consideration PRINCIPALS = Consideration
        .rows("principals", "Principals", "Which groups, users and pipelines are given rights?", Tables.PRINCIPALS)
        .why(
            "Rights go to groups rather than persons, and groups are compared by object id, never by name. A principal may be named before it exists: its rights stand in the plan and wait for the object id. A principal in more than 200 groups has trouble signing in as a service principal.")
        .see(Reference.aks("Kubernetes RBAC with Entra ID", "kubernetes-rbac-entra-id"), Reference.aks("kubelogin authentication", "kubelogin-authentication"))
        .undecided("No group, user or pipeline is known, so none is given a right.")
        .effect(ClusterAccessStep::createPrincipals)
        .fact();

    static final Consideration LOCAL_ACCOUNTS = Consideration.oneOf("local-accounts", "Local accounts", "May the built-in certificate accounts be used?",
        Option.of("disabled", "Disabled", "The admin kubeconfig is refused.")
            .good("No way around Entra ID, Conditional Access and PIM", "Can be re-enabled in an emergency")
            .bad("An Entra outage locks everyone out until then", "On a live cluster certificates have to be rotated afterwards")
            .where("On a live cluster certificates have to be rotated afterwards", Consequences.EXISTING)
            .see(LOCAL_ACCOUNT_PAGE).door("OWD-06")
            .effect(ClusterAccessStep::disableLocalAccounts),
        Option.of("enabled", "Enabled", "Whoever may fetch the admin kubeconfig is cluster-admin.")
            .good("Works when Entra ID does not", "It is the default of AKS Standard")
            .bad("A back door that no audit log names", "PIM and Conditional Access can be walked around")
            .see(LOCAL_ACCOUNT_PAGE).door("OWD-06")
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.disableLocalAccounts = by.decided(false))))
        .compare(
            on("Admin kubeconfig", good("Refused"), bad("Cluster-admin for whoever fetches it")),
            on("Each person in the audit log", yes(), no()),
            on("Conditional Access and PIM", good("No way around"), bad("Walked around")),
            on("Emergency", partly("Re-enabled by AKS Contributor"), good("Open at any time")),
            on("Needs Entra ID", plain("Yes"), plain("No")),
            on("Default of AKS Standard", plain("No"), plain("Yes")))
        .why(
            "Local accounts are on by default and stay a way in even with Entra ID: one shared certificate, not traceable to a person, not stopped by Conditional Access or PIM. They can be disabled and re-enabled in place; on a live cluster certificates that were handed out work until they are rotated.")
        .see(LOCAL_ACCOUNT_PAGE)
        .suggest(design -> design.choice("sign-in").equals("entra-id")
            ? Suggestion.option("disabled", "this design signs in with Entra ID, which local accounts walk around")
            : design.choice("sign-in").equals("client-certificates")
                ? Suggestion.option("enabled", "this design signs in with the certificates of the local accounts")
                : Suggestion.none())
        .undecided("Nothing is set about local accounts.");

    static final Consideration USER_TENANT = Consideration.oneOf("user-tenant", "Tenant of the users", "In which tenant do the users of the clusters sign in?",
        Option.of("same-tenant", "The tenant of the subscription", "Users and Azure resources in one tenant.")
            .good("Documented for every kind of authorization", "One directory to review")
            .bad("Guests from elsewhere need guest accounts")
            .see(ENTRA).door("OWD-02")
            .effect(Effects.onEachCluster((cluster, by, plan) -> {
                if (!plan.tenant.isEmpty()) {
                    cluster.entraTenant = by.decided(plan.tenant);
                }
            })),
        Option.of("other-tenant", "Another tenant", "Users live in a directory of their own.")
            .good("Users need no account beside the Azure resources", "Keeps cluster rights apart from Azure rights")
            .bad("AKS documentation excludes it, the AKS baseline allows it", "Works with Kubernetes RBAC only")
            .see(new Reference("AKS baseline: Microsoft Entra ID", "https://github.com/mspnp/aks-baseline/blob/main/docs/deploy/03-microsoft-entra-id.md",
                "2026-03-27"), ENTRA)
            .door("OWD-02")
            .notWhen(in("authorization", "azure-rbac", "both"), "Azure RBAC knows the principals of the subscription's tenant only")
            .notWhen(any(is("cluster-flavour", "automatic"), hasRow("clusters", "flavour", "automatic")),
                "AKS Automatic always has Azure RBAC on, which knows the subscription's tenant only")
            .effect(Effects.onEachCluster((cluster, by, plan) -> Optional.of(by.design().text("user-tenant-id")).filter(tenant -> !tenant.isEmpty())
                .ifPresentOrElse(tenant -> cluster.entraTenant = by.decided(tenant),
                    () -> Effects.awaited(cluster, plan, by, "the id of the tenant of its users is not named.")))))
        .why(
            "Sources disagree: AKS documentation says that the sign-in tenant must be that of the subscription, the AKS baseline signs users in from another tenant when Kubernetes RBAC holds the rights. Azure RBAC knows principals of the subscription's tenant only. The tenant of a cluster is fixed when it is created.")
        .see(ENTRA)
        .visibleWhen(PEOPLE_SIGN_IN)
        .suggest(ClusterAccessStep::suggestTenant)
        .undecided("No tenant of the users is set.",
            "Azure takes that of the subscription for a new cluster.");

    static final Consideration USER_TENANT_ID = Consideration
        .text("user-tenant-id", "Id of the users' tenant", "Which tenant is it?", Format.GUID, "9c1d7f20-4b6e-4a53-8e0f-1d2c3b4a5f60")
        .why("The cluster is told once, at its creation, in which tenant its users sign in.")
        .see(ENTRA)
        .visibleWhen(is("user-tenant", "other-tenant"))
        .undecided("The tenant of the users is not known, so new clusters are not deployed.")
        .recordOnly("The tenant of the users, above, takes it over.")
        .fact();

    static final Consideration CONDITIONAL_ACCESS = Consideration
        .oneOf("conditional-access", "Conditional Access", "Does Conditional Access protect sign-in to the clusters?",
            Option.of("required", "Required", "A policy on the AKS server application in Entra ID.")
                .good("Device, place and MFA decide about sign-in", "One policy for all clusters")
                .bad("Needs Entra ID P1", "Device code sign-in stops working")
                .see(CONDITIONAL).charged()
                .notWhen(is("entra-licence", "free"), "Conditional Access needs Entra ID P1")
                .effect(ClusterAccessStep::protectSignIn),
            Option.of("not-used", "Not used", "Sign-in to Entra ID is enough.")
                .good("No licence needed", "Pipelines and tools of every kind sign in")
                .bad("A stolen token works from everywhere")
                .see(CONDITIONAL)
                .effect(Effects.NOTHING))
        .compare(
            on("Licence", plain("Entra ID P1"), good("None")),
            on("Device, place and MFA decide", yes(), no()),
            on("Sign-in by device code", bad("Stops working"), good("Works")))
        .why(
            "The target is one application of Microsoft's, the AKS server, so one policy covers all clusters of the tenant. It sees neither the admin kubeconfig nor command invoke, which is a call to Azure. Entra ID P1 is needed.")
        .see(CONDITIONAL)
        .suggest(ClusterAccessStep::suggestConditionalAccess)
        .undecided("No Conditional Access policy is asked for.");

    static final Consideration NODE_SSH = Consideration.oneOf("node-ssh", "Node access by SSH", "How can somebody get onto a node?",
        Option.of("disabled", "Disabled", "No SSH to nodes.")
            .good("One way in less", "No key to keep")
            .bad("Needs a preview flag", "A later change takes a node image upgrade by hand")
            .see(SSH).preview("2026-08")
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.sshAccess = by.decided("Disabled"))),
        Option.of("local-user", "SSH key of a local user", "One key pair for the cluster.")
            .good("Works everywhere, as the default", "No dependency on Entra ID")
            .bad("Nobody can be told apart", "Blocked on system nodes of Automatic")
            .where("Blocked on system nodes of Automatic", Consequences.AUTOMATIC)
            .see(SSH)
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.sshAccess = by.decided("LocalUser"))),
        Option.of("entra-id", "Entra ID", "Virtual Machine User or Administrator Login.")
            .good("Shows each person by name", "Works with Conditional Access and PIM")
            .bad("Not on Windows, Automatic or Azure Container Linux")
            .see(SSH).preview("2026-08")
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.sshAccess = by.decided("EntraId"))))
        .compare(
            on("Status", partly("Preview flag"), good("Default"), partly("Preview")),
            on("Each person by name", plain("Nobody gets in"), no(), yes()),
            on("Key to keep", good("None"), bad("One pair for the cluster"), good("None")),
            on("Azure role needed", plain("None"), plain("None"), plain("Virtual Machine User or Administrator Login")))
        .why("Who is root on a node reads the secrets of every pod there, whatever RBAC says. The local key is shared by all who hold it.")
        .see(SSH, Reference.aks("Node disruption policy", "node-disruption-policy"))
        .suggest(design -> design.choice("cluster-flavour").equals("automatic") || !isEntra(design)
            ? Suggestion.option("local-user", "Entra ID SSH works neither on AKS Automatic nor without Entra ID, and disabling it is preview")
            : Suggestion.none())
        .undecided("Nothing is set about SSH.",
            "AKS sets up the key of a local user on the nodes of a new cluster.");

    static final Consideration BREAK_GLASS = Consideration.oneOf("break-glass", "Break-glass", "How does somebody get in when sign-in or PIM fails?",
        Option.of("reenable-local-accounts", "Re-enable local accounts", "A holder of AKS Contributor turns them on, works, turns them off.")
            .good("Nothing stands open in between", "Documented by AKS")
            .bad("Still needs a sign-in to Azure", "Certificates have to be rotated afterwards")
            .see(ENTRA)
            .effect(Effects.task(Task.Area.CLUSTER, "Rehearse break-glass by local accounts",
                "Let those who hold the break-glass right try it twice a year on a cluster where that harms nobody, and raise an alert on each use: enable local accounts, fetch the admin kubeconfig, work, disable local accounts, rotate certificates.")),
        Option.of("emergency-group", "Emergency group with standing rights", "A group outside PIM and Conditional Access.")
            .good("Works when PIM does not", "Members can be reviewed")
            .bad("A standing right of the highest kind")
            .see(Reference.aks("Privileged identity management", "privileged-identity-management"))
            .effect(Effects.task(Task.Area.ENTRA_GROUPS, "Keep the emergency group",
                "Create the group without everyday members, exclude it from Conditional Access and PIM, alert on every use, try it twice a year. Its right is a grant with access break-glass.")),
        Option.of("emergency-user", "Emergency user in the admin group", "A cloud-only account, member of the admin group.")
            .good("Works without federation and PIM", "One account to watch")
            .bad("A permanent member of an everyday group", "The password has to be kept safe")
            .see(new Reference("AKS baseline: Microsoft Entra ID", "https://github.com/mspnp/aks-baseline/blob/main/docs/deploy/03-microsoft-entra-id.md",
                "2026-03-27"))
            .effect(Effects.task(Task.Area.ENTRA_GROUPS, "Keep the emergency user",
                "Cloud-only account in the admin group, excluded from Conditional Access, credentials sealed, alert on every sign-in, tried twice a year.")),
        Option.of("none", "None", "Nobody gets in while sign-in or PIM fails.")
            .good("No right of the highest kind to watch", "Nothing to rehearse")
            .bad("An outage of Entra ID or PIM locks everyone out")
            .see(PCI)
            .effect(Effects.NOTHING))
        .why(
            "With local accounts off, an outage of Entra ID or of PIM locks everyone out. AKS documents one way back: a holder of Azure Kubernetes Service Contributor Role re-enables local accounts, so that role is itself a break-glass right.")
        .see(ENTRA, PCI)
        .visibleWhen(PEOPLE_SIGN_IN)
        .suggest(design -> design.choice("local-accounts").equals("disabled")
            ? Suggestion.option("reenable-local-accounts", "local accounts are disabled in this design and can be turned on again in place")
            : Suggestion.none())
        .undecided("No way in is chosen, and no procedure is written down.");

    static final Consideration ACCESS_REVIEWS = Consideration.oneOf("access-reviews", "Access reviews", "How often are memberships and assignments reviewed?",
        review("monthly", "Every month", "Groups and assignments, twelve times a year.", "every month")
            .good("Leavers are found within a month", "Fits rights that change by the project").bad("Reviewers start to agree without looking"),
        review("quarterly", "Every quarter", "Groups and assignments, four times a year.", "every three months")
            .good("Leavers are found within a quarter", "Expected by most auditors").bad("Four rounds of work a year"),
        review("half-yearly", "Twice a year", "Groups and assignments, every six months.", "every six months")
            .good("Fits most platforms without regulation", "Two rounds of work a year").bad("A wrong right may stand for half a year"),
        review("yearly", "Once a year", "Groups and assignments, once a year.", "once a year")
            .good("Takes the least work", "Better than none").bad("A wrong right may stand for a year"),
        Option.of("none", "Not at all", "Nobody looks again.")
            .good("No work", "No licence").bad("Rights only ever grow").see(PCI)
            .effect(Effects.NOTHING))
        .why(
            "Rights are given in a workshop and outlive the people in it. Reviews are set up in Entra ID, by somebody with a licence for Entra ID P2 or ID Governance; no template can do it.")
        .see(PCI)
        .suggest(design -> ScopeStep.isRegulated(design)
            ? Suggestion.option("quarterly", "this design is regulated")
            : Suggestion.option("half-yearly", "this design names no regulation"))
        .undecided("No review is asked for.");

    static final Consideration CLUSTER_GUARDRAILS = Consideration
        .oneOf("cluster-guardrails", "Guardrails", "Does Azure Policy report clusters that leave these decisions?",
            Option.of("none", "None", "The templates of this design are the only guard.")
                .good("Nothing more to own", "No right on policies needed")
                .bad("A change by hand stays unseen")
                .see(Reference.BUILT_IN_POLICIES).effect(Effects.NOTHING),
            Option.of("audit", "Report", "Built-in policies, at their default effect, on every subscription with clusters.")
                .good("Sees clusters of others in the same subscription too", "Reports what somebody changed by hand")
                .bad("Reports and does not stop")
                .see(Reference.BUILT_IN_POLICIES).effect(ClusterAccessStep::assignGuardrails))
        .why(
            "Templates say how a cluster starts; whoever may write the cluster can change it afterwards. Built-in definitions of Azure Policy look again and again whether Entra is integrated, local accounts are off, command invoke is off, SSH is off and a managed identity is in use: those of these that this design decided are assigned.")
        .see(Reference.BUILT_IN_POLICIES)
        .suggest(design -> design.choice("local-accounts").equals("disabled")
            ? Suggestion.option("audit", "this design disables local accounts, and an owner of a cluster can enable them again")
            : Suggestion.none())
        .undecided("No policy that watches over the settings of clusters is assigned.");

    public static final List<Consideration> ALL = List.of(SIGN_IN, PRINCIPALS, LOCAL_ACCOUNTS, USER_TENANT, USER_TENANT_ID, CONDITIONAL_ACCESS,
        ApiServerReach.API_SERVER, ApiServerReach.PRIVATE_DNS_ZONE, ApiServerReach.PUBLIC_FQDN, ApiServerReach.COMMAND_INVOKE, NODE_SSH, BREAK_GLASS,
        AuditLogs.AUDIT_LOGS, AuditLogs.AUDIT_DESTINATION, AuditLogs.AUDIT_RESOURCE, AuditLogs.AUDIT_BY_REGION, AuditLogs.AUDIT_READERS, AuditLogs.SIGN_IN_LOGS,
        ACCESS_REVIEWS,
        CLUSTER_GUARDRAILS);

    private ClusterAccessStep() {
    }

    /** Without Entra ID nobody could sign in any more, so the switch waits until sign-in is decided. */
    private static void disableLocalAccounts(Contribution by, PlanBuilder plan) {
        if (!isEntra(by.design())) {
            plan.clusters().forEach(cluster -> Effects.awaited(cluster, plan, by,
                "its local accounts stay as they are until sign-in by Entra ID is decided, because without it nobody could sign in any more."));
            return;
        }
        plan.clusters().forEach(cluster -> cluster.disableLocalAccounts = by.decided(true));
    }

    private static boolean isEntra(Design design) {
        return design.choice("sign-in").equals("entra-id");
    }

    /** Assigns the built-in definition of every switch that was decided, to every subscription with clusters. */
    private static void assignGuardrails(Contribution by, PlanBuilder plan) {
        var definitions = new LinkedHashMap<String, String>();
        if (isEntra(by.design())) {
            definitions.put("Entra integration", "450d2877-ebea-41e8-b00c-e286317d21bf");
        }
        if (by.design().choice("local-accounts").equals("disabled")) {
            definitions.put("local accounts disabled", "993c2fcd-2b29-49d2-9eb0-df2c3a730c32");
        }
        if (by.design().choice("command-invoke").equals("disabled")) {
            definitions.put("command invoke disabled", "89f2d532-c53c-4f8f-9afa-4927b1114a0d");
        }
        if (by.design().choice("node-ssh").equals("disabled")) {
            definitions.put("SSH disabled", "28257686-e9db-403e-b9e2-a5eecbe03da9");
        }
        if (List.of("user-assigned", "system-assigned").contains(by.design().choice("control-plane-identity"))) {
            definitions.put("managed identity", "da6e2401-19da-4532-9141-fb8fbde08431");
        }
        plan.clusters().stream().filter(cluster -> cluster.build().isDeployable()).map(ClusterDraft::subscription).distinct()
            .forEach(subscription -> definitions.forEach((label, guid) -> plan.add(
                new PolicyAssignment("aks-" + label.toLowerCase(Locale.ROOT).replace(' ', '-'), "AKS guardrail: " + label,
                    "/providers/Microsoft.Authorization/policyDefinitions/" + guid,
                    new AzureScope("/subscriptions/" + subscription), "", List.of(),
                    by.consideration()))));
    }

    private static Option review(String id, String label, String summary, String often) {
        return Option.of(id, label, summary).see(PCI).charged()
            .effect(
                Effects.task(Task.Area.ACCESS_REVIEWS, "Set up access reviews " + often,
                    "Membership of every group of this design, and its role assignments, reviewed "
                        + often + " by their owners; nobody answers: access is removed."));
    }

    private static void createPrincipals(Contribution by, PlanBuilder plan) {
        for (var principal : by.design().rows("principals", Tables.PRINCIPALS)) {
            if (!principal.objectId().isKnown() && !principal.name().isEmpty() && !principal.kind().equals("service-account")) {
                var members = principal.members().isEmpty() ? "" : " Members that matter: " + String.join(", ", principal.members()) + ".";
                plan.add(new Task(Task.Area.ENTRA_GROUPS, "Create or find " + principal.name(),
                    "Enter its object id in the design; until then its rights wait." + members, principal.owner(), "", by.consideration()));
            }
        }
    }

    private static void protectSignIn(Contribution by, PlanBuilder plan) {
        plan.add(new Task(Task.Area.CONDITIONAL_ACCESS, "Protect sign-in to the Kubernetes API",
            "A Conditional Access policy for the application Azure Kubernetes Service AAD Server, " + AKS_SERVER_APPLICATION
                + ". Licence: Entra ID P1. Exclude the emergency account or group. Device code sign-in stops working.",
            "", "", by.consideration()));
        if (by.design().choice("node-ssh").equals("entra-id")) {
            plan.add(new Task(Task.Area.CONDITIONAL_ACCESS, "Protect sign-in to nodes",
                "The same policy for the application Azure Linux Virtual Machine Sign-In.", "", "", by.consideration()));
        }
    }

    private static Optional<Suggestion> suggestSignIn(Design design) {
        var people = design.rows("principals", Tables.PRINCIPALS).stream()
            .filter(principal -> principal.kind().equals("group") || principal.kind().equals("user")).count();
        if (design.choice("cluster-flavour").equals("automatic")) {
            return Suggestion.option("entra-id", "the clusters of this design are AKS Automatic, which signs in with Entra ID only");
        }
        return people > 0
            ? Suggestion.option("entra-id", "this design names %s of Entra ID".formatted(Suggestion.count(people, "group or user", "groups and users")))
            : Suggestion.none();
    }

    private static Optional<Suggestion> suggestTenant(Design design) {
        var tenant = design.text("tenant");
        var principals = design.rows("principals", Tables.PRINCIPALS);
        var others = principals.stream().map(Principal::tenant).filter(other -> !other.isEmpty() && !other.equalsIgnoreCase(tenant)).distinct().count();
        if (others > 0 && !design.choice("authorization").equals("azure-rbac") && !design.choice("authorization").equals("both")
            && !design.choice("cluster-flavour").equals("automatic")) {
            return Suggestion.option("other-tenant", "principals of this design live in another tenant");
        }
        return principals.isEmpty() || others > 0
            ? Suggestion.none()
            : Suggestion.option("same-tenant",
                "this design names %s and nobody from another tenant".formatted(Suggestion.count(principals.size(), "principal")));
    }

    private static Optional<Suggestion> suggestConditionalAccess(Design design) {
        if (design.choice("sign-in").equals("client-certificates")) {
            return Suggestion.option("not-used", "client certificates are not seen by Conditional Access");
        }
        if (design.choice("entra-licence").equals("free")) {
            return Suggestion.option("not-used", "the licence of this design does not contain it");
        }
        return isEntra(design) && !design.choice("entra-licence").isEmpty()
            ? Suggestion.option("required", "the licence of this design contains it")
            : Suggestion.none();
    }
}
