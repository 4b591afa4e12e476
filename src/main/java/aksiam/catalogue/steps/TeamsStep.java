package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.any;
import static aksiam.catalogue.Condition.has;
import static aksiam.catalogue.Condition.hasRow;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Reference;
import aksiam.model.rows.Tables;
import java.util.List;

/** Step 6: the teams, what each may consume, and who may talk to whom. */
public final class TeamsStep {
    private static final Reference CLUSTER_ISOLATION = Reference.aks("Cluster isolation best practices", "operator-best-practices-cluster-isolation");

    static final Consideration TEAMS = Consideration.rows("teams", "Teams", "Which teams use the platform, and how much may each consume?", Tables.TEAMS)
        .why(
            "The starting document asks for the roles and the compute of each application team. A team is its Entra groups, the pipeline that deploys for it, and its namespaces; rights, network policies and quotas follow from that. With a quota, pods that name no requests are refused with HTTP 403, so a quota is printed only beside default requests or limits. Quotas and namespaces stay with the platform: neither RBAC Admin nor the admin ClusterRole may write them.")
        .see(Reference.TENANCY_PRACTICES, CLUSTER_ISOLATION, Reference.STARTING_DOCUMENT)
        .undecided("No namespace, quota or right is made for any team.")
        .effect(TeamNamespaces::contribute);

    static final Consideration FLOWS = Consideration.rows("flows", "Allowed traffic", "Who may talk to whom, and why?", Tables.FLOWS)
        .why(
            "Network policies add up: nothing that one policy lets through is closed by another. So the default is decided once, and every exception is a named flow with its reason, opened on the side that sends and on the side that receives. DNS needs no row, nor does traffic within a team unless the default closes it; instance metadata can have none. Who may write network policies in a namespace, as RBAC Writer may, can open more.")
        .see(Reference.aks("Network policies", "use-network-policies"), Reference.TENANCY_PRACTICES)
        .visibleWhen(any(has("boundary", "network-policy"), hasRow("teams", "boundary", "network-policy")))
        .undecided("No traffic beside the default is let through.")
        .effect(Traffic::contribute)
        .orNone();

    public static final List<Consideration> ALL = List.of(TEAMS, FLOWS);

    private TeamsStep() {
    }
}
