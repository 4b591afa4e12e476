package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.answered;
import static aksiam.catalogue.Condition.any;
import static aksiam.catalogue.Condition.is;
import static aksiam.catalogue.Condition.not;
import static aksiam.catalogue.Contrast.bad;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.plain;
import static aksiam.catalogue.Contrast.yes;
import static aksiam.catalogue.steps.Consequences.allowsInsideOneOf;
import static aksiam.catalogue.steps.Consequences.allowsOneOf;
import static aksiam.catalogue.steps.Consequences.customRole;
import static aksiam.catalogue.steps.Consequences.given;
import static aksiam.catalogue.steps.Consequences.granted;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.model.rows.Tables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Step 9: Azure roles, and who gets which role where. */
public final class AzureRolesStep {
    private static final Reference LANDING_ZONES = new Reference("Landing zone identity and access management (Cloud Adoption Framework)",
        "https://learn.microsoft.com/azure/cloud-adoption-framework/ready/landing-zone/design-area/identity-access-landing-zones", "2024-08-14");
    private static final Reference CUSTOM_ROLES = new Reference("Azure custom roles",
        "https://learn.microsoft.com/azure/role-based-access-control/custom-roles", "2023-11");
    private static final Reference LIMITS = new Reference("Troubleshoot Azure RBAC limits",
        "https://learn.microsoft.com/azure/role-based-access-control/troubleshoot-limits", "2023-04");
    private static final Reference CONCEPTS = Reference.aks("Cluster authorization concepts", "concepts-cluster-authorization");
    private static final Reference AZURE_RBAC = Reference.aks("Entra ID authorization for the Kubernetes API", "entra-id-authorization");
    private static final Reference KUBECONFIG = Reference.aks("Limit access to the kubeconfig", "control-kubeconfig-access");
    private static final Reference TEAM_CLASSES = Reference.aks("Identity for a PCI DSS cluster", "pci-identity");

    private static final String AKS_CONTRIBUTOR = "Azure Kubernetes Service Contributor Role";
    private static final String RBAC_READER = "Azure Kubernetes Service RBAC Reader";
    private static final String RBAC_WRITER = "Azure Kubernetes Service RBAC Writer";
    private static final String CLUSTERS = "Microsoft.ContainerService/managedClusters/";
    private static final String ADMIN_KUBECONFIG = CLUSTERS + "listClusterAdminCredential/action";
    private static final String RUN_COMMAND = CLUSTERS + "runCommand/action";
    private static final String CLUSTER_WRITE = CLUSTERS + "write";
    private static final String SECRETS_READ = CLUSTERS + "secrets/read";
    private static final String EXEC = CLUSTERS + "pods/exec/action";
    private static final String BINDINGS_READ = CLUSTERS + "rbac.authorization.k8s.io/rolebindings/read";

    static final Consideration SRE_RIGHTS = Consideration.oneOf("sre-rights", "SRE", "Which Azure rights does SRE get?",
        Option.of("custom", "Built-in roles and a custom repair role", "As proposed: start, stop, node images, maintenance.")
            .good("Repairs without the admin kubeconfig", "Cannot turn local accounts on")
            .bad("A role of your own to keep up to date")
            .where("Repairs without the admin kubeconfig", customRole("sre", allowsOneOf(ADMIN_KUBECONFIG).negate()))
            .where("Cannot turn local accounts on", customRole("sre", allowsOneOf(CLUSTER_WRITE).negate()))
            .see(CUSTOM_ROLES).door("OWD-41"),
        Option.of("built-in", "Built-in roles only", "Reader, Monitoring Reader and what Azure has for AKS.")
            .good("Nothing to define", "Kept up to date by Azure")
            .bad("AKS Contributor includes admin kubeconfig and run command")
            .where("AKS Contributor includes admin kubeconfig and run command", granted(AKS_CONTRIBUTOR))
            .speaksOf("Reader", "Monitoring Reader", AKS_CONTRIBUTOR).see(CONCEPTS),
        Option.of("none", "None", "No Azure right for SRE.")
            .good("Nothing to misuse", "Fits a platform that somebody else runs")
            .bad("Every repair needs somebody else").see(TEAM_CLASSES))
        .compare(
            on("Renew node images, start and stop", yes(), good("By AKS Contributor"), no()),
            on("Upgrade Kubernetes", no(), good("By AKS Contributor"), no()),
            on("Admin kubeconfig, run command", good("Left out"), bad("Included in AKS Contributor"), good("No")),
            on("Turn local accounts on", good("Left out"), bad("Included in AKS Contributor"), good("No")),
            on("Kept up to date", plain("By you"), good("By Azure"), plain("Nothing to keep")))
        .why(
            "The starting document asks for permissions for SRE and recommends full access just in time. The Cloud Adoption Framework defines no SRE role, so the repair role here is our proposal: new node images and abort, start and stop, maintenance windows. It upgrades no cluster: that takes the right to write it, which also turns local accounts on. Azure Kubernetes Service Contributor Role also fetches the admin kubeconfig, runs commands through Azure and can turn local accounts back on, past every other rule.")
        .see(CONCEPTS, KUBECONFIG, LANDING_ZONES, Reference.STARTING_DOCUMENT)
        .suggest(design -> design.rows("clusters").size() > 1 || ScopeStep.isRegulated(design)
            ? Suggestion.option("custom",
                "the built-in role that repairs the %s of this design also opens their back doors"
                    .formatted(Suggestion.count(design.rows("clusters").size(), "cluster")))
            : Suggestion.none())
        .undecided("No role is proposed for SRE.")
        .effect((from, plan) -> CustomRoles.proposeIfCustom("sre", from, plan));

    static final Consideration SECOPS_RIGHTS = Consideration.oneOf("secops-rights", "SecOps", "Which Azure rights does SecOps get?",
        Option.of("custom", "Built-in roles and a custom reader role", "Roles, bindings, webhooks and policies, no secrets.")
            .good("Sees who may do what in a cluster", "Still reads no secret")
            .bad("Has effect only with Azure RBAC for Kubernetes")
            .where("Has effect only with Azure RBAC for Kubernetes", not(Consequences.AZURE_RBAC))
            .where("Sees who may do what in a cluster", customRole("secops", allowsInsideOneOf(BINDINGS_READ)))
            .where("Still reads no secret", customRole("secops", allowsInsideOneOf(SECRETS_READ).negate())).see(CUSTOM_ROLES).door("OWD-41"),
        Option.of("built-in", "Built-in roles only", "Security Reader, Log Analytics Reader, RBAC Reader.")
            .good("Nothing to define", "Kept up to date by Azure")
            .bad("RBAC Reader shows no roles, bindings or webhooks")
            .where("RBAC Reader shows no roles, bindings or webhooks", granted(RBAC_READER))
            .speaksOf("Security Reader", "Log Analytics Reader", RBAC_READER).see(AZURE_RBAC),
        Option.of("none", "None", "No Azure right for SecOps.")
            .good("Nothing to misuse", "Fits where another team watches by logs alone")
            .bad("No view into the clusters during an incident").see(LANDING_ZONES))
        .compare(
            on("Workloads in the cluster", yes(), good("By RBAC Reader"), no()),
            on("Roles, bindings, webhooks", yes(), no(), no()),
            on("Kept up to date", plain("By you"), good("By Azure"), plain("Nothing to keep")))
        .why(
            "The starting document asks for permissions for SecOps. The Cloud Adoption Framework's SecOps role reads everything in Azure Resource Manager but contains no data action of AKS, so it sees no Kubernetes object under Azure RBAC. RBAC Reader adds workloads, but no roles, bindings or admission webhooks. To respond (isolate, delete pods) is a stronger right, better held just in time.")
        .see(LANDING_ZONES, AZURE_RBAC, Reference.STARTING_DOCUMENT)
        .suggest(design -> List.of("azure-rbac", "both").contains(design.choice("authorization"))
            ? Suggestion.option("custom", "Azure RBAC decides in the clusters of this design, and its Reader shows no roles, bindings or webhooks")
            : design.choice("authorization").equals("kubernetes-rbac")
                ? Suggestion.option("built-in",
                    "Kubernetes RBAC decides in the clusters of this design, so a persona reads there and Azure data actions have no effect")
                : Suggestion.none())
        .undecided("No role is proposed for SecOps.")
        .effect((from, plan) -> CustomRoles.proposeIfCustom("secops", from, plan));

    static final Consideration LANDING_ZONE_OWNER_RIGHTS = Consideration
        .oneOf("landing-zone-owner-rights", "Landing-zone owner", "Which Azure rights does the owner of the landing zone get?",
            Option
                .of("custom", "Custom owner role with fewer cluster back doors",
                    "The framework's subscription owner; its description names the doors that stay.")
                .good("Leaves out the admin kubeconfig and the run command", "Grants no Azure role")
                .bad("Cluster settings, extensions, identities, registries and machines still lead in",
                    "Peerings, network security groups, firewalls and private DNS can still be changed",
                    "Access to the data of Cosmos DB and key vaults can still be given", "Another role can give back what is left out")
                .where("Leaves out the admin kubeconfig and the run command",
                    customRole("landing-zone-owner", allowsOneOf(ADMIN_KUBECONFIG, RUN_COMMAND).negate()))
                .where("Grants no Azure role", customRole("landing-zone-owner", allowsOneOf("Microsoft.Authorization/roleAssignments/write").negate()))
                .where("Cluster settings, extensions, identities, registries and machines still lead in",
                    customRole("landing-zone-owner", allowsOneOf(CLUSTER_WRITE, "Microsoft.Compute/virtualMachineScaleSets/write")))
                .where("Peerings, network security groups, firewalls and private DNS can still be changed",
                    customRole("landing-zone-owner", allowsOneOf("Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
                        "Microsoft.Network/networkSecurityGroups/write", "Microsoft.Network/azureFirewalls/write", "Microsoft.Network/privateDnsZones/write")))
                .where("Access to the data of Cosmos DB and key vaults can still be given",
                    customRole("landing-zone-owner", allowsOneOf("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/write",
                        "Microsoft.KeyVault/vaults/accessPolicies/write")))
                .see(CUSTOM_ROLES, LANDING_ZONES).door("OWD-41"),
            Option.of("built-in", "Built-in roles only", "Owner or Contributor of the subscription.")
                .good("Nothing to define", "Known to everyone")
                .bad("Reaches the admin kubeconfig of every cluster")
                .where("Reaches the admin kubeconfig of every cluster", granted("Owner", "Contributor")).speaksOf("Owner", "Contributor").see(KUBECONFIG),
            Option.of("none", "None", "Nobody owns the whole subscription.")
                .good("Nothing to misuse", "Changes come by pipeline only")
                .bad("Somebody has to be found when the pipeline fails").see(LANDING_ZONES))
        .compare(
            on("Resources of the subscription", yes(), yes(), no()),
            on("Admin kubeconfig, run command", good("Left out"), bad("Included"), good("No")),
            on("Turn local accounts on", partly("Stays in"), bad("Included"), good("No")),
            on("Extensions, managed identities, registries, machines", partly("Stay in"), bad("Included"), good("No")),
            on("Grant rights", partly("Azure roles left out"), partly("Owner, not Contributor"), good("No")),
            on("Change connectivity", partly("VPN, ExpressRoute, routes left out"), bad("Included"), good("No")))
        .why(
            "The starting document asks for permissions for the owner of the landing zone. The Cloud Adoption Framework's subscription owner holds every action but those on rights and connectivity; by that wildcard it also holds every action of AKS and reaches the admin kubeconfig, the run command and local accounts. What a role leaves out is not denied: another role of the same person can hold it.")
        .see(LANDING_ZONES, KUBECONFIG, Reference.STARTING_DOCUMENT)
        .suggest(design -> design.rows("clusters").isEmpty()
            ? Suggestion.none()
            : Suggestion.option("custom",
                "an Owner or Contributor reaches the admin kubeconfig of the %s of this design"
                    .formatted(Suggestion.count(design.rows("clusters").size(), "cluster"))))
        .undecided("No role is proposed for the owner of the landing zone.")
        .effect((from, plan) -> CustomRoles.proposeIfCustom("landing-zone-owner", from, plan));

    static final Consideration APPLICATION_TEAM_RIGHTS = Consideration
        .oneOf("application-team-rights", "Application team", "Which Azure rights do application teams get?",
            Option.of("custom", "Custom role without reading secrets and exec", "Takes the place of RBAC Writer in the namespaces.")
                .good("Reads no secret by itself", "No commands in running pods")
                .bad("A pod that they start can mount any secret and run as any service account", "Custom resources need a line of their own")
                .where("Reads no secret by itself", customRole("application-team", allowsInsideOneOf(SECRETS_READ).negate()))
                .where("No commands in running pods", customRole("application-team", allowsInsideOneOf(EXEC).negate())).see(CUSTOM_ROLES)
                .door("OWD-41"),
            Option.of("built-in", "Built-in roles only", "RBAC Reader, Writer and Admin at the namespace.")
                .good("Nothing to define", "Kept up to date by Azure")
                .bad("RBAC Writer reads secrets and acts as any service account")
                .where("RBAC Writer reads secrets and acts as any service account", given(RBAC_WRITER))
                .speaksOf(RBAC_READER, RBAC_WRITER, "Azure Kubernetes Service RBAC Admin").see(AZURE_RBAC),
            Option.of("none", "None", "No more than a kubeconfig and the rights of step 8.")
                .good("Nothing to misuse in Azure", "Applications are changed by pipeline")
                .bad("Telemetry has to be shared another way").see(TEAM_CLASSES))
        .compare(
            on("Read secrets", partly("Through pods that it starts"), bad("RBAC Writer does"), good("No")),
            on("Commands in pods", good("Left out"), bad("RBAC Writer does"), good("No")),
            on("Act as a service account", partly("Through pods that it starts"), bad("RBAC Writer does"), good("No")),
            on("Custom resources", partly("A line for each"), plain("As the role grants"), plain("None")),
            on("Kept up to date", plain("By you"), good("By Azure"), plain("Nothing to keep")))
        .why(
            "The starting document asks for permissions for application teams. The Cloud Adoption Framework's application owner holds almost every action of the subscription and with them the back doors of the clusters. Inside a cluster, RBAC Writer reads secrets, runs commands in pods and can act as any service account of the namespace, which carries the Azure rights of its workload identity.")
        .see(LANDING_ZONES, AZURE_RBAC, Reference.STARTING_DOCUMENT)
        .visibleWhen(answered("teams"))
        .suggest(AzureRolesStep::suggestApplicationTeam)
        .undecided("No role is proposed for application teams.")
        .effect((from, plan) -> CustomRoles.proposeIfCustom("application-team", from, plan));

    static final Consideration ROLE_NAMES = Consideration
        .text("role-names", "Name of the custom roles", "Which name do the proposed custom roles carry?", Format.ANY, "Contoso container platform")
        .why(
            "A role name is unique in its tenant, so the proposed roles carry a name of their own beside the purpose, and their ids follow from it. Under another name a role is another role: the old definition stays, with its assignments, until somebody removes both. A name that is written down here keeps the roles what they are when the design is renamed.")
        .see(CUSTOM_ROLES)
        .visibleWhen(any(is("cluster-identity-rights", "least-privilege"), is("deployer-rights", "deployer"), is("sre-rights", "custom"),
            is("secops-rights", "custom"), is("landing-zone-owner-rights", "custom"), is("application-team-rights", "custom")))
        .suggest(design -> design.text("design-name").isEmpty()
            ? Suggestion.none()
            : Optional.of(new Suggestion(new Answer.Text(design.text("design-name")), "the proposed roles of this design carry its name as it is today")))
        .undecided("They carry the name of the design, and change when that changes.")
        .recordOnly("The proposed roles take it over.")
        .orNone()
        .fact();

    static final Consideration AZURE_ROLES = Consideration
        .rows("azure-roles", "Custom Azure roles", "Which operations does each custom role contain and exclude?", Tables.AZURE_ROLES)
        .why(
            "A role with a wildcard action, or with all actions of AKS, can fetch the admin kubeconfig and run commands in the cluster; so every broad role here leaves those operations out by name. A wildcard crosses slashes: pods/* contains pods/exec/action. What notActions leave out is not denied. A role with data actions cannot be assigned at a management group; whether it may list one is documented both ways, so subscriptions are the safe choice.")
        .see(CUSTOM_ROLES, LANDING_ZONES, AZURE_RBAC)
        .suggest(AzureRolesStep::suggestRoles)
        .undecided("The proposals of the purposes above are defined as they stand, no other role.")
        .effect(CustomRoles::contribute)
        .orNone();

    static final Consideration GRANTS = Consideration.rows("grants", "Grants", "Who gets which role where?", Tables.GRANTS)
        .why(
            "Rights of teams in their own namespaces follow from steps 6 to 8; everything else is a row here and prints what it says, whichever authorizer was decided. RBAC Reader and Writer fetch no kubeconfig: give Azure Kubernetes Service Cluster User Role with them. Prefer groups to people, and a namespace or cluster to a subscription. A subscription holds 4,000 role assignments. A new assignment takes up to 5 minutes in a cluster, for an identity of a cluster up to 60.")
        .see(AZURE_RBAC, CONCEPTS, LIMITS)
        .undecided("No grant is given beside what follows from other answers.")
        .effect(GrantRows::contribute);

    public static final List<Consideration> ALL = List.of(SRE_RIGHTS, SECOPS_RIGHTS, LANDING_ZONE_OWNER_RIGHTS, APPLICATION_TEAM_RIGHTS, ROLE_NAMES,
        AZURE_ROLES, GRANTS);

    private AzureRolesStep() {
    }

    private static Optional<Suggestion> suggestApplicationTeam(Design design) {
        var azure = design.choice("authorization").equals("azure-rbac") || design.choice("authorization-split").equals("teams-azure");
        var developers = Stream.of("developer-rights", "developer-rights-production").map(design::choice).anyMatch("write"::equals);
        var deployers = design.choice("deployer-rights").equals("edit")
            && Stream.of("deployment", "deployment-production").map(design::choice).anyMatch(List.of("people", "pipeline")::contains);
        return azure && (developers || deployers)
            ? Suggestion.option("custom", (developers ? "developers" : "those who deploy")
                + " of this design may change namespaces by Azure RBAC, whose Writer reads secrets")
            : azure
                ? Suggestion.option("built-in", "teams of this design get no more than what RBAC Reader, or a role of their own, gives")
                : Suggestion.none();
    }

    private static Optional<Suggestion> suggestRoles(Design design) {
        var rows = new CustomRoles(design).proposals();
        return rows.isEmpty()
            ? Suggestion.none()
            : Optional.of(new Suggestion(new Answer.Table(rows),
                "this design decides on custom roles for " + Suggestion.count(rows.size(), "purpose") + ", to be edited line by line"));
    }
}
