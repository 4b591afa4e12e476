package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;
import static aksiam.catalogue.Contrast.bad;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.plain;
import static aksiam.catalogue.Contrast.yes;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Tables;
import java.util.List;
import java.util.Optional;

/** Step 10: rights that are held only while they are needed. */
public final class JustInTimeStep {
    private static final Reference PIM = Reference.aks("Privileged Identity Management with AKS", "privileged-identity-management");
    private static final Reference AZURE_PIM = new Reference("Eligible and time-bound role assignments in Azure RBAC",
        "https://learn.microsoft.com/azure/role-based-access-control/pim-integration", "2024-12");
    private static final Reference TEAM_CLASSES = Reference.aks("Identity for a PCI DSS cluster", "pci-identity");
    private static final Reference CONCEPTS = Reference.aks("Cluster authorization concepts", "concepts-cluster-authorization");
    private static final Reference CONDITIONAL_ACCESS = Reference.aks("Conditional Access for AKS", "access-control-managed-azure-ad");
    private static final String NO_LICENCE = "PIM needs Entra ID P2 or Entra ID Governance";
    private static final String NO_ENTRA = "with client certificates nobody can be told apart, so nobody can activate anything";

    static final Consideration ENTRA_LICENCE = Consideration.oneOf("entra-licence", "Entra licence", "Which Entra ID licence do the administrators have?",
        Option.of("free", "Free", "Sign-in and groups only.")
            .good("Comes with Azure", "Enough for standing rights")
            .bad("No Conditional Access, no PIM").see(CONDITIONAL_ACCESS),
        Option.of("p1", "P1", "Conditional Access, no PIM.")
            .good("Conditional Access for the Kubernetes API", "Protects sign-in by device and place")
            .bad("No just-in-time access").charged().see(CONDITIONAL_ACCESS),
        Option.of("p2", "P2", "Conditional Access and PIM.")
            .good("Includes PIM for Azure roles and for Groups", "Includes approvals and access reviews")
            .bad("Needed for everyone who is eligible or approves").charged().see(PIM),
        Option.of("governance", "ID Governance", "PIM and the life cycle of access.")
            .good("Includes PIM for Azure roles and for Groups", "Covers the life cycle of access as well")
            .bad("Needed for everyone who is eligible or approves").charged().see(PIM))
        .compare(
            on("Conditional Access", no(), yes(), yes(), yes()),
            on("PIM, just in time", no(), no(), yes(), yes()),
            on("Approvals", no(), no(), yes(), yes()),
            on("Life cycle of access", no(), no(), no(), yes()))
        .why(
            "Just-in-time access needs Entra ID P2 or Entra ID Governance for everyone who is eligible and everyone who approves; how exactly licences are counted was in none of our sources. Conditional Access needs P1. A licence that is missing is found out on the day of the incident, so it is asked here.")
        .see(PIM, AZURE_PIM, CONDITIONAL_ACCESS)
        .undecided("No mechanism is ruled out.")
        .recordOnly("It rules out mechanisms; nothing of it is deployed.");

    static final Consideration JIT_MECHANISM = Consideration.oneOf("jit-mechanism", "Mechanism", "How are eligible rights activated?",
        Option.of("azure-roles", "PIM for Azure roles", "An Azure role at a scope is activated.")
            .good("Activates each role and scope on its own", "Groups and users can be eligible")
            .bad("Nothing to activate in Kubernetes RBAC", "Settings are per role and scope, not inherited")
            .where("Nothing to activate in Kubernetes RBAC", in("authorization", "kubernetes-rbac", "both"))
            .charged().see(AZURE_PIM).door("OWD-39").notWhen(in("entra-licence", "free", "p1"), NO_LICENCE)
            .notWhen(is("sign-in", "client-certificates"), NO_ENTRA),
        Option.of("groups", "PIM for Groups", "Membership of a group is activated, and with it all its rights.")
            .good("Works with Kubernetes RBAC as well", "One activation for many rights")
            .bad("Not for dynamic or synchronised groups", "Has to be set up by hand or script, outside Azure Resource Manager")
            .charged().see(PIM).door("OWD-40").notWhen(in("entra-licence", "free", "p1"), NO_LICENCE).notWhen(is("sign-in", "client-certificates"), NO_ENTRA),
        Option.of("both", "Both", "Azure grants by role, Kubernetes grants by group.")
            .good("Each authorizer has its own way", "Azure roles are activated one by one")
            .bad("Two places to activate and to review")
            .charged().see(PIM, AZURE_PIM).door("OWD-39").notWhen(in("entra-licence", "free", "p1"), NO_LICENCE)
            .notWhen(is("sign-in", "client-certificates"), NO_ENTRA),
        Option.of("none", "No just-in-time access", "Every right is standing.")
            .good("Nothing to activate in an emergency", "No licence needed")
            .bad("Strong rights are held all day").see(CONCEPTS))
        .compare(
            on("What is activated", plain("A role at a scope"), plain("Membership of a group"), plain("Either"), plain("Nothing, all rights stand")),
            on("Azure RBAC", yes(), yes(), yes(), no()),
            on("Kubernetes RBAC", no(), yes(), good("By group"), no()),
            on("Groups", good("Any"), partly("Not dynamic, not synchronised"), partly("As each asks"), good("Any")),
            on("Settings", plain("For each role and scope"), plain("Two for each group"), plain("Both kinds"), good("None")),
            on("In Azure Resource Manager", partly("Requests, not settings"), bad("Script or checklist"), partly("Only the part of roles"),
                good("Nothing to deploy")),
            on("Licence", plain("P2 or Governance"), plain("P2 or Governance"), plain("P2 or Governance"), good("None")))
        .why(
            "The starting document recommends full access for SRE just in time, by Privileged Identity Management. An Azure role at a scope can be eligible; Kubernetes RBAC has nothing to activate, but the group in its binding can be: a table of the AKS documentation says that Kubernetes RBAC alone has no PIM, its PCI DSS pages point to just-in-time membership. Only people can be eligible, never pipelines. Settings of roles and PIM for Groups cannot be written in Bicep, so they come as data, script and checklist.")
        .see(PIM, CONCEPTS, TEAM_CLASSES, Reference.STARTING_DOCUMENT)
        .suggest(JustInTimeStep::suggestMechanism)
        .undecided("An eligible grant gives nothing, standing or otherwise, and is an open point.")
        .recordOnly("Each eligible grant is given in its way; the grants write the plan.");

    static final Consideration ACTIVATIONS = Consideration
        .rows("activations", "Activation", "How long, with whose approval and after which checks is each role activated?", Tables.ACTIVATIONS)
        .why(
            "An activation lasts 1 to 24 hours; below 60 to 75 minutes it is of little use for kubectl, because tokens are cached about that long, and after it the cached tokens of kubelogin have to be removed. Two approvers are advised, who must be members of their group and must not be those who activate. One year is a typical life of an eligible assignment. The settings belong to a role at a scope and are not inherited.")
        .see(PIM, AZURE_PIM)
        .visibleWhen(in("jit-mechanism", "azure-roles", "groups", "both"))
        .suggest(JustInTimeStep::suggestActivations)
        .undecided("Eligible grants keep the settings that Entra has; each role is an open point.")
        .recordOnly("Settings are no template; they stand with each eligible grant.");

    public static final List<Consideration> ALL = List.of(ENTRA_LICENCE, JIT_MECHANISM, ACTIVATIONS);

    private JustInTimeStep() {
    }

    private static Optional<Suggestion> suggestMechanism(Design design) {
        if (design.choice("sign-in").equals("client-certificates")) {
            return Suggestion.option("none", "this design signs in with client certificates, which nobody can activate");
        }
        if (in("entra-licence", "free", "p1").holds(design)) {
            return Suggestion.option("none", "the administrators of this design have no licence for PIM");
        }
        return switch (design.choice("authorization")) {
            case "azure-rbac" ->
                Suggestion.option("azure-roles", "Azure RBAC decides in the clusters of this design, so each right can be activated on its own");
            case "kubernetes-rbac" ->
                Suggestion.option("groups", "Kubernetes RBAC decides in the clusters of this design, and only membership of a group can be activated there");
            case "both" -> Suggestion.option("both", "both authorizers decide in the clusters of this design");
            default -> Suggestion.none();
        };
    }

    private static Optional<Suggestion> suggestActivations(Design design) {
        var eligible = design.rows("grants", Tables.GRANTS).stream().anyMatch(grant -> grant.access().equals("eligible"));
        var row = Row.of("role", "*", "hours", 2, "approval", false, "mfa", true, "justification", true, "eligibleDays", 365);
        return eligible
            ? Optional.of(new Suggestion(new Answer.Table(List.of(row)),
                "this design has rights to activate, and two hours outlast the cached tokens of kubectl"))
            : Suggestion.none();
    }
}
