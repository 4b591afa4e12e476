package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.all;
import static aksiam.catalogue.Condition.answered;
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
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.rows.Principal;
import aksiam.model.rows.Tables;
import aksiam.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Step 8: what people and pipelines may do inside the clusters. */
public final class ClusterRolesStep {
    private static final Reference KUBERNETES_RBAC = Reference.aks("Kubernetes RBAC with Entra ID", "kubernetes-rbac-entra-id");
    private static final Reference AZURE_RBAC = Reference.aks("Entra ID authorization for the Kubernetes API", "entra-id-authorization");
    private static final Reference CONCEPTS = Reference.aks("Cluster authorization concepts", "concepts-cluster-authorization");
    private static final Reference TEAM_CLASSES = Reference.aks("Identity for a PCI DSS cluster", "pci-identity");
    private static final Reference KUBELOGIN = new Reference("kubelogin", "https://github.com/Azure/kubelogin", "2026-08");
    private static final Condition BINDABLE = all(answered("teams"), not(is("sign-in", "client-certificates")));
    /** Whether whoever deploys gets what Kubernetes or Azure bring along, and not a role of the design. */
    private static final BiPredicate<Design, Plan> WRITER = Consequences.given("edit", "Azure Kubernetes Service RBAC Writer");
    private static final Condition BEFORE_PRODUCTION = hasRow("environments", "production", "false");
    /** A cluster without an environment counts as production. */
    private static final Condition IN_PRODUCTION = any(hasRow("environments", "production", "true"), not(answered("environments")));

    static final Consideration PERSONAS = Consideration
        .rows("personas", "Personas", "Which roles of its own does the platform define in Kubernetes?", Tables.PERSONAS)
        .why(
            "The starting document asks for RBAC roles and bindings for SRE, SecOps and developers. Kubernetes brings view (no secrets, roles or bindings), edit (no roles, but secrets, exec and every service account of the namespace), admin and cluster-admin. What lies between is a role of your own: nodes and volumes for SRE, roles and webhooks for SecOps, a deployer that reads no secret by itself. Whoever may change workloads runs any code as any service account of their namespaces, and the proposed sre-repair may do so in the whole cluster: give it just in time. Kubernetes refuses a role with more rights than its author holds.")
        .see(KUBERNETES_RBAC, Reference.aks("Multi-tenancy best practices", "best-practices-multi-tenancy"), Reference.STARTING_DOCUMENT)
        .suggest(ClusterRolesStep::suggestPersonas)
        .undecided("No persona is defined, so no grant can name one.")
        .effect(Personas::contribute);

    static final Consideration DEVELOPER_RIGHTS = developerRights("developer-rights", "Developer rights before production",
        "What may developers do in their namespaces before production?", false)
        .visibleWhen(all(BINDABLE, BEFORE_PRODUCTION))
        .suggest(design -> ScopeStep.isRegulated(design)
            ? Suggestion.option("read",
                "rules from outside apply to this design, and the AKS guidance for PCI DSS lets developers read in their own namespaces")
            : Suggestion.option("write",
                "no rule from outside applies to this design, and before production developers find their faults fastest where they can change things"));

    static final Consideration DEVELOPER_RIGHTS_PRODUCTION = developerRights("developer-rights-production", "Developer rights in production",
        "What may developers do in their namespaces in production?", true)
        .visibleWhen(all(BINDABLE, IN_PRODUCTION))
        .suggest(design -> design.choice("regulatory-class").equals("pci-dss")
            ? Suggestion.option("none", "the AKS guidance for PCI DSS, which applies to this design, gives developers nothing in production")
            : Suggestion.option("read", "this design has %s, whose developers have to see what runs but change it by deployment"
                .formatted(Suggestion.count(design.rows("teams").size(), "team"))));

    static final Consideration DEPLOYMENT = deployment("deployment", "Deployment before production", "Who deploys before production?", false)
        .visibleWhen(all(answered("teams"), BEFORE_PRODUCTION));

    static final Consideration DEPLOYMENT_PRODUCTION = deployment("deployment-production", "Deployment in production", "Who deploys in production?", true)
        .visibleWhen(all(answered("teams"), IN_PRODUCTION));

    static final Consideration DEPLOYER_RIGHTS = Consideration
        .oneOf("deployer-rights", "Rights of the deployer", "What may the deploying identity do in the namespaces of its team?",
            Option.of("deployer", "Custom deployer role", "Workloads, services, ingresses and configuration.")
                .good("Reads no secret and runs no command by itself", "Cannot open network policies")
                .bad("Its pods can mount any secret and run as any service account", "Custom resources need a line of their own").see(CONCEPTS),
            Option.of("edit", "Everything but roles", "The edit ClusterRole; RBAC Writer, or the custom role that takes its place.")
                .good("Nearly every chart installs", "Known to everyone")
                .bad("Reads secrets and acts as any service account", "Its pods can mount any secret and run as any service account",
                    "May write network policies")
                .where("Nearly every chart installs", WRITER).where("Known to everyone", WRITER)
                .where("Reads secrets and acts as any service account", WRITER)
                .where("Its pods can mount any secret and run as any service account", (design, plan) -> !WRITER.test(design, plan)).see(AZURE_RBAC),
            Option.of("admin", "Everything, roles included", "The admin ClusterRole, or RBAC Admin at the namespace.")
                .good("Charts with roles of their own install", "A team can share its namespace")
                .bad("A stolen pipeline can hand out rights").see(KUBERNETES_RBAC))
        .compare(
            on("In Kubernetes RBAC", plain("A role of your own"), plain("edit"), plain("admin")),
            on("In Azure RBAC", plain("A role of your own"), plain("RBAC Writer"), plain("RBAC Admin")),
            on("Read secrets", partly("Through pods that it starts"), bad("Yes"), bad("Yes")),
            on("Commands in pods", good("No"), bad("Yes"), bad("Yes")),
            on("Act as a service account", partly("Through pods that it starts"), bad("Yes"), bad("Yes")),
            on("Write network policies", good("No"), bad("Yes"), bad("Yes")),
            on("Hand out rights", good("No"), good("No"), bad("Yes")),
            on("Custom resources", partly("A line for each"), plain("As the role grants"), plain("As the role grants")))
        .why(
            "Automation cannot activate a right, so what deploys holds it all day and is the target worth attacking. RBAC Writer and edit read secrets and can run as any service account of the namespace, with the Azure rights of its workload identity. Whoever starts pods can let them mount any secret and run as any service account of the namespace: the role narrows, it does not seal.")
        .see(CONCEPTS, AZURE_RBAC)
        .visibleWhen(all(BINDABLE, any(in("deployment", "people", "pipeline"), in("deployment-production", "people", "pipeline"))))
        .suggest(design -> Suggestion.option("deployer",
            "what deploys for the %s of this design holds its rights all day".formatted(Suggestion.count(design.rows("teams").size(), "team"))))
        .undecided("This question gives nobody the right to deploy.")
        .effect(TeamRights::deployerRole);

    public static final List<Consideration> ALL = List.of(PERSONAS, DEVELOPER_RIGHTS, DEVELOPER_RIGHTS_PRODUCTION, DEPLOYMENT, DEPLOYMENT_PRODUCTION,
        DEPLOYER_RIGHTS);

    private ClusterRolesStep() {
    }

    private static Consideration developerRights(String id, String title, String question, boolean production) {
        return Consideration.oneOf(id, title, question,
            Option.of("none", "Nothing", "No right, and no kubeconfig either.")
                .good("Nothing to misuse", production ? "AKS guidance for PCI DSS asks for it" : "Every change leaves a trace in a repository")
                .bad("Faults are found through logs outside the cluster only").see(TEAM_CLASSES),
            Option.of("read", "Read", "The view ClusterRole, or RBAC Reader.")
                .good("Faults are seen where they happen", "No secrets, no change")
                .bad("Configuration and logs may hold more than they should").see(AZURE_RBAC),
            Option.of("write", "Change", "The edit ClusterRole, or RBAC Writer.")
                .good("Quick repair by those who know the code", "No ticket for a restart")
                .bad("Reads secrets, runs commands in pods", "Acts as any service account of the namespace").see(AZURE_RBAC, CONCEPTS),
            Option.of("admin", "Administer", "The admin ClusterRole, or RBAC Admin at the namespace.")
                .good("A team shares its namespace on its own", "No platform team in between")
                .bad("Rights are handed out without the platform knowing").see(KUBERNETES_RBAC))
            .compare(
                on("In Kubernetes RBAC", plain("None"), plain("view"), plain("edit"), plain("admin")),
                on("In Azure RBAC", plain("None"), plain("RBAC Reader"), plain("RBAC Writer"), plain("RBAC Admin")),
                on("See workloads and logs", no(), yes(), yes(), yes()),
                on("Change workloads", plain("No"), plain("No"), yes(), yes()),
                on("Read secrets", good("No"), good("No"), bad("Yes"), bad("Yes")),
                on("Commands in pods", good("No"), good("No"), bad("Yes"), bad("Yes")),
                on("Act as a service account", good("No"), good("No"), bad("Yes"), bad("Yes")),
                on("Hand out rights", good("No"), good("No"), good("No"), bad("Yes")))
            .why(
                "The starting document asks what developers may do in the cluster. They get it in the namespaces of their team only, by the authorizer that holds the rights of teams, and with it the right to fetch a kubeconfig, which RBAC Reader and Writer lack. "
                    + (production
                        ? "In production a standing right to change is a right to change unseen; more can be had just in time."
                        : "Before production, write is common; it still reads every secret of the namespace."))
            .see(CONCEPTS, TEAM_CLASSES, Reference.STARTING_DOCUMENT)
            .undecided("This question gives developers no right and no kubeconfig " + (production ? "in production." : "before production."))
            .effect((from, plan) -> TeamRights.developers(from, plan, production));
    }

    private static Consideration deployment(String id, String title, String question, boolean production) {
        return Consideration.oneOf(id, title, question,
            Option.of("people", "People", "Developers deploy by hand.")
                .good("Nothing to set up", "Fits experiments")
                .bad("Who deployed what is known from audit logs only", "Developers hold the deployer's rights as well").see(KUBERNETES_RBAC),
            Option.of("pipeline", "Pipeline by federation", "A federated identity of each team, without a secret.")
                .good("No stored kubeconfig, no secret that expires", "Each change has a run and a commit")
                .bad("A private API server needs agents in its network", "The identity holds its rights all day")
                .where("A private API server needs agents in its network", Consequences.PRIVATE).see(KUBELOGIN),
            Option.of("gitops", "GitOps in the cluster", "A controller in the cluster pulls from Git.")
                .good("Nobody outside needs to reach the API server", "Drift is corrected")
                .bad("The controller can do what all its teams can", "Rights move to the repository")
                .see(Reference.aks("Multi-tenancy best practices", "best-practices-multi-tenancy")))
            .compare(
                on("Right to change in the cluster", partly("Each developer"), partly("One identity for each team"), good("Nobody outside")),
                on("Private API server", partly("From inside its network"), partly("Agents inside its network"), good("Nothing from outside")),
                on("Trail of a change", partly("Audit log only"), good("A run and a commit"), good("A commit")),
                on("Drift is corrected", no(), no(), yes()))
            .why(
                "How teams deploy decides who needs a right to change at all. Pipelines sign in with kubelogin by workload identity federation or a managed identity, never with a stored admin kubeconfig. With GitOps no person and no pipeline needs a right in the cluster; hosted agents cannot reach a private API server.")
            .see(KUBELOGIN, Reference.aks("Access a private cluster", "access-private-cluster"))
            .suggest(ClusterRolesStep::suggestDeployment)
            .undecided("This question gives nobody the right to deploy " + (production ? "in production." : "before production."))
            .effect((from, plan) -> TeamRights.deployers(from, plan, production));
    }

    private static Optional<Suggestion> suggestDeployment(Design design) {
        if (design.rows("clusters", Tables.CLUSTERS).stream()
            .anyMatch(cluster -> cluster.givenNamespaces().stream().anyMatch(namespace -> namespace.name().equals("flux-system")))) {
            return Suggestion.option("gitops", "a cluster of this design has the namespace flux-system already");
        }
        var pipelines = design.rows("principals", Tables.PRINCIPALS).stream().map(Principal::kind).filter("pipeline"::equals).count();
        return pipelines > 0 ? Suggestion.option("pipeline", "this design names " + Suggestion.count(pipelines, "pipeline")) : Suggestion.none();
    }

    private static Optional<Suggestion> suggestPersonas(Design design) {
        var clusters = design.rows("clusters").size();
        return clusters == 0
            ? Suggestion.none()
            : Optional.of(new Suggestion(new Answer.Table(Personas.proposals()),
                "this design has %s and none of the roles that Kubernetes brings along fits SRE, SecOps or a deployer"
                    .formatted(Suggestion.count(clusters, "cluster"))));
    }
}
