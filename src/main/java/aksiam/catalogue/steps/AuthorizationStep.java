package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import java.util.List;

/** Considerations of this step. */
public final class AuthorizationStep {
    static final Consideration AUTHORIZATION = Consideration.oneOf("authorization", "Authorization", "Who decides what a signed-in person may do in the Kubernetes API?",
        Option.of("kubernetes-rbac", "Kubernetes RBAC with Entra groups", ""),
        Option.of("azure-rbac", "Azure RBAC for Kubernetes", ""),
        Option.of("both", "Both", ""));

    static final Consideration AUTHORIZATION_SPLIT = Consideration.oneOf("authorization-split", "Who uses which", "With both, which one holds the rights of the application teams?",
        Option.of("teams-kubernetes", "Teams by Kubernetes RBAC, platform by Azure RBAC", ""),
        Option.of("teams-azure", "Teams by Azure RBAC, fine rights by Kubernetes RBAC", ""));

    static final Consideration ADMIN_GROUPS = Consideration.pick("admin-groups", "Admin groups", "Which Entra groups are cluster-admin by the cluster's admin group list?", "principals");

    public static final List<Consideration> ALL = List.of(AUTHORIZATION, AUTHORIZATION_SPLIT, ADMIN_GROUPS);

    private AuthorizationStep() {
    }
}
