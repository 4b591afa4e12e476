package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

import java.util.List;
import java.util.OptionalInt;

/** Traffic that is allowed. Each side is a team (all its namespaces), a namespace, an address range, a place such as the API server or, on the far side, a DNS name. */
public record Flow(
    @Column(label = "From team", refersTo = "teams") String fromTeam,
    @Column(label = "From namespace", format = Format.DNS_LABEL) String fromNamespace,
    @Column(label = "From pods", help = "Labels of the pods; empty: all.", format = Format.LABEL) List<String> fromPods,
    @Column(label = "From addresses", format = Format.CIDR) String fromAddresses,
    @Column(label = "From place", help = "What sends and is no pod of a team. Its addresses, where the engine knows nothing else, stand in From addresses; a load balancer shows the address of a node unless externalTrafficPolicy is Local.", options = {
        "ingress-controller", "load-balancer", "nodes"}) String fromPlace,
    @Column(label = "To team", refersTo = "teams") String toTeam,
    @Column(label = "To namespace", format = Format.DNS_LABEL) String toNamespace,
    @Column(label = "To pods", help = "Labels of the pods; empty: all.", format = Format.LABEL) List<String> toPods,
    @Column(label = "To addresses", format = Format.CIDR) String toAddresses,
    @Column(label = "But not to", help = "Parts of that range that stay closed.", format = Format.CIDR) List<String> toExcept,
    @Column(label = "To DNS name", format = Format.DNS_NAME) String toDnsName,
    @Column(label = "To place", help = "What is reached and is no pod of a team. Its addresses, where the engine knows nothing else, stand in To addresses.", options = {
        "api-server", "ingress-controller", "nodes", "entra", "azure-monitor"}) String toPlace,
    @Column(label = "Port", help = "Empty: every port.") OptionalInt port,
    @Column(label = "Protocol", help = "Empty: TCP.", options = {
        "TCP", "UDP", "SCTP"}) String protocol,
    @Column(label = "Reason") String reason) {
}
