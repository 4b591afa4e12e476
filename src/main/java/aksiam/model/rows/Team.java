package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

import java.util.List;
import java.util.OptionalInt;

/**
 * An application team. Its groups and users are its developers, its pipelines and managed identities deploy. Quota and limits
 * hold for each of its namespaces.
 */
public record Team(
    @Column(label = "Team", format = Format.DNS_LABEL, required = true) String name,
    @Column(label = "Principals", help = "Entra groups of the developers, and the pipeline that deploys.", refersTo = "principals") List<String> principals,
    @Column(label = "Clusters", refersTo = "clusters") List<String> clusters,
    @Column(label = "Namespaces", format = Format.DNS_LABEL) List<String> namespaces,
    @Column(label = "CPU", help = "CPU requests per namespace, in cores.", format = Format.QUANTITY, sum = true) String quotaCpu,
    @Column(label = "Memory", help = "Memory requests per namespace, such as 64Gi.", format = Format.QUANTITY, sum = true) String quotaMemory,
    @Column(label = "Pods", help = "Pods per namespace.") OptionalInt quotaPods,
    @Column(label = "CPU limits", help = "Sum of the CPU limits per namespace; empty: none.", format = Format.QUANTITY, sum = true) String quotaLimitCpu,
    @Column(label = "Memory limits", help = "Sum of the memory limits per namespace; empty: none.", format = Format.QUANTITY, sum = true) String quotaLimitMemory,
    @Column(label = "Default request CPU", help = "Of a container that names none.", format = Format.QUANTITY) String requestCpu,
    @Column(label = "Default request memory", format = Format.QUANTITY) String requestMemory,
    @Column(label = "Default limit CPU", format = Format.QUANTITY) String limitCpu,
    @Column(label = "Default limit memory", format = Format.QUANTITY) String limitMemory,
    @Column(label = "Sets sizes itself", help = "The team sets requests and limits of all its containers, so that a quota of CPU and memory holds without defaults.") boolean ownSizes,
    @Column(label = "Node pool", help = "Pool that the team has for itself, by taint and selector.") String pool,
    @Column(label = "Pod Security", help = "Empty: as decided for all teams.", overrides = "pod-security", options = {
        "restricted", "baseline", "privileged"}) String podSecurity,
    @Column(label = "Boundary", help = "Empty: as decided for all teams.", overrides = "boundary", options = {"namespace", "network-policy", "node-pool",
        "cluster"}) List<String> boundary,
    @Column(label = "Cost code") String costCode) {
}
