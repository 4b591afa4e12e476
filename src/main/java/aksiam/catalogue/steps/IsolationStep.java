package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import java.util.List;

/** Considerations of this step. */
public final class IsolationStep {
    static final Consideration TENANCY_TRUST = Consideration.oneOf("tenancy-trust", "Trust between tenants", "How far do the teams trust each other?",
        Option.of("soft", "Soft: teams of one organisation", ""),
        Option.of("hard", "Hard: hostile use assumed", ""));

    static final Consideration BOUNDARY = Consideration.manyOf("boundary", "Isolation method", "What separates the teams?",
        Option.of("namespace", "Namespace", ""),
        Option.of("network-policy", "Network policy", ""),
        Option.of("node-pool", "Node pool", ""),
        Option.of("cluster", "Cluster", ""));

    static final Consideration NETWORK_PLUGIN = Consideration.oneOf("network-plugin", "Network plugin", "Which network plugin do the clusters use?",
        Option.of("azure-overlay", "Azure CNI overlay", ""),
        Option.of("azure-cni", "Azure CNI with VNet addresses", ""),
        Option.of("kubenet", "kubenet", ""),
        Option.of("own-cni", "Own CNI", ""));

    static final Consideration POLICY_ENGINE = Consideration.oneOf("network-policy-engine", "Network policy engine", "What enforces network policies?",
        Option.of("cilium", "Cilium", ""),
        Option.of("azure", "Azure network policy manager", ""),
        Option.of("calico", "Calico", ""),
        Option.of("none", "None", ""));

    static final Consideration ADVANCED_NETWORKING = Consideration.oneOf("advanced-networking", "Policies on DNS names", "May network policies name DNS names, by Advanced Container Networking Services?",
        Option.of("off", "No", ""),
        Option.of("fqdn", "DNS names", ""));

    static final Consideration DEFAULT_TRAFFIC = Consideration.oneOf("default-traffic", "Default traffic", "What may a pod do that no rule speaks of?",
        Option.of("deny-both", "Nothing in, nothing out", ""),
        Option.of("deny-ingress", "Nothing in, everything out", ""),
        Option.of("allow", "Everything", ""));

    static final Consideration POD_SECURITY = Consideration.oneOf("pod-security", "Pod Security level", "Which Pod Security level do the namespaces of the teams enforce?",
        Option.of("restricted", "Restricted", ""),
        Option.of("baseline", "Baseline", ""),
        Option.of("privileged", "Privileged", ""));

    static final Consideration NAMESPACE_KIND = Consideration.oneOf("namespace-kind", "Who makes the namespaces", "Are the namespaces of the teams Kubernetes objects or AKS managed namespaces?",
        Option.of("kubernetes", "Kubernetes namespaces", ""),
        Option.of("managed", "AKS managed namespaces", ""));

    static final Consideration POLICY_ADDON = Consideration.oneOf("policy-addon", "Azure Policy add-on", "Does Azure Policy look at what runs in the clusters?",
        Option.of("off", "Off", ""),
        Option.of("audit", "Audit Pod Security", ""),
        Option.of("deny", "Deny what breaks Pod Security", ""),
        Option.of("safeguards", "Deployment safeguards", ""));

    public static final List<Consideration> ALL = List.of(TENANCY_TRUST, BOUNDARY, NETWORK_PLUGIN, POLICY_ENGINE, ADVANCED_NETWORKING, DEFAULT_TRAFFIC, POD_SECURITY, NAMESPACE_KIND, POLICY_ADDON);

    private IsolationStep() {
    }
}
