package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class ClusterIdentityStep {
    static final Consideration CONTROL_PLANE = Consideration.oneOf("control-plane-identity", "Control plane identity", "Which identity does the cluster itself use?",
        Option.of("user-assigned", "User-assigned managed identity", ""),
        Option.of("system-assigned", "System-assigned managed identity", ""),
        Option.of("service-principal", "Service principal", ""));

    static final Consideration SERVICE_PRINCIPALS = Consideration.rows("service-principals", "Service principals", "Which service principal does each cluster use, and where is its secret?", Tables.SERVICE_PRINCIPALS);

    static final Consideration KUBELET = Consideration.oneOf("kubelet-identity", "Kubelet identity", "Which identity do the nodes use to pull images?",
        Option.of("aks-managed", "Made by AKS", ""),
        Option.of("pre-created", "Made by this design", ""));

    static final Consideration OWN_NETWORK = Consideration.manyOf("own-network", "Own network parts", "Which network parts are yours rather than made by AKS?",
        Option.of("subnets", "Own subnets", ""),
        Option.of("route-table", "Own route table", ""),
        Option.of("dns-zone", "Own private DNS zone", ""));

    static final Consideration CLUSTER_IDENTITY_RIGHTS = Consideration.oneOf("cluster-identity-rights", "Rights of the cluster identity", "Which role does the cluster identity get on your network?",
        Option.of("network-contributor", "Network Contributor", ""),
        Option.of("least-privilege", "Custom role with the least rights", ""));

    static final Consideration REGISTRY_MODE = Consideration.oneOf("registry-permission-mode", "Registry permission mode", "How do the registries decide about repositories?",
        Option.of("classic", "Classic registry permissions", ""),
        Option.of("abac", "Repository permissions (ABAC)", ""));

    public static final List<Consideration> ALL = List.of(CONTROL_PLANE, SERVICE_PRINCIPALS, KUBELET, OWN_NETWORK, CLUSTER_IDENTITY_RIGHTS, REGISTRY_MODE);

    private ClusterIdentityStep() {
    }
}
