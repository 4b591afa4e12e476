package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class ClusterRolesStep {
    static final Consideration PERSONAS = Consideration.rows("personas", "Personas", "Which roles of its own does the platform define in Kubernetes?", Tables.PERSONAS)
        .effect(Personas::contribute);

    static final Consideration DEVELOPER_RIGHTS = Consideration.oneOf("developer-rights", "Developer rights before production", "What may developers do in their namespaces before production?",
        Option.of("none", "Nothing", ""),
        Option.of("read", "Read", ""),
        Option.of("write", "Change", ""),
        Option.of("admin", "Administer", ""))
        .effect((from, plan) -> TeamRights.developers(from, plan, false));

    static final Consideration DEVELOPER_RIGHTS_PRODUCTION = Consideration.oneOf("developer-rights-production", "Developer rights in production", "What may developers do in their namespaces in production?",
        Option.of("none", "Nothing", ""),
        Option.of("read", "Read", ""),
        Option.of("write", "Change", ""),
        Option.of("admin", "Administer", ""))
        .effect((from, plan) -> TeamRights.developers(from, plan, true));

    static final Consideration DEPLOYMENT = Consideration.oneOf("deployment", "Deployment before production", "Who deploys before production?",
        Option.of("people", "People", ""),
        Option.of("pipeline", "Pipeline by federation", ""),
        Option.of("gitops", "GitOps in the cluster", ""))
        .effect((from, plan) -> TeamRights.deployers(from, plan, false));

    static final Consideration DEPLOYMENT_PRODUCTION = Consideration.oneOf("deployment-production", "Deployment in production", "Who deploys in production?",
        Option.of("people", "People", ""),
        Option.of("pipeline", "Pipeline by federation", ""),
        Option.of("gitops", "GitOps in the cluster", ""))
        .effect((from, plan) -> TeamRights.deployers(from, plan, true));

    static final Consideration DEPLOYER_RIGHTS = Consideration.oneOf("deployer-rights", "Rights of the deployer", "What may the deploying identity do in the namespaces of its team?",
        Option.of("deployer", "Custom deployer role", ""),
        Option.of("edit", "Everything but roles", ""),
        Option.of("admin", "Everything, roles included", ""))
        .effect(TeamRights::deployerRole);

    public static final List<Consideration> ALL = List.of(PERSONAS, DEVELOPER_RIGHTS, DEVELOPER_RIGHTS_PRODUCTION, DEPLOYMENT, DEPLOYMENT_PRODUCTION, DEPLOYER_RIGHTS);

    private ClusterRolesStep() {
    }
}
