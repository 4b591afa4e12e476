package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class AzureRolesStep {
    static final Consideration SRE_RIGHTS = Consideration.oneOf("sre-rights", "SRE", "Which Azure rights does SRE get?",
        Option.of("custom", "Built-in roles and a custom repair role", "").effect((from, plan) -> CustomRoles.propose("sre", from, plan)),
        Option.of("built-in", "Built-in roles only", ""),
        Option.of("none", "None", ""));

    static final Consideration SECOPS_RIGHTS = Consideration.oneOf("secops-rights", "SecOps", "Which Azure rights does SecOps get?",
        Option.of("custom", "Built-in roles and a custom reader role", "").effect((from, plan) -> CustomRoles.propose("secops", from, plan)),
        Option.of("built-in", "Built-in roles only", ""),
        Option.of("none", "None", ""));

    static final Consideration LANDING_ZONE_OWNER_RIGHTS = Consideration.oneOf("landing-zone-owner-rights", "Landing-zone owner", "Which Azure rights does the owner of the landing zone get?",
        Option.of("custom", "Custom owner role without cluster back doors", "").effect((from, plan) -> CustomRoles.propose("landing-zone-owner", from, plan)),
        Option.of("built-in", "Built-in roles only", ""),
        Option.of("none", "None", ""));

    static final Consideration APPLICATION_TEAM_RIGHTS = Consideration.oneOf("application-team-rights", "Application team", "Which Azure rights do application teams get?",
        Option.of("custom", "Custom role without secrets and exec", "").effect((from, plan) -> CustomRoles.propose("application-team", from, plan)),
        Option.of("built-in", "Built-in roles only", ""),
        Option.of("none", "None", ""));

    static final Consideration AZURE_ROLES = Consideration.rows("azure-roles", "Custom Azure roles", "Which operations does each custom role contain and exclude?", Tables.AZURE_ROLES)
        .effect(CustomRoles::contribute);

    static final Consideration GRANTS = Consideration.rows("grants", "Grants", "Who gets which role where?", Tables.GRANTS)
        .effect(GrantRows::contribute);

    public static final List<Consideration> ALL = List.of(SRE_RIGHTS, SECOPS_RIGHTS, LANDING_ZONE_OWNER_RIGHTS, APPLICATION_TEAM_RIGHTS, AZURE_ROLES, GRANTS);

    private AzureRolesStep() {
    }
}
