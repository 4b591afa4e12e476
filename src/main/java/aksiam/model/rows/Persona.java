package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

import java.util.List;

/** A role of Kubernetes that the design defines, such as sre-read. */
public record Persona(
    @Column(label = "Name", format = Format.DNS_SUBDOMAIN, required = true) String name,
    @Column(label = "Meant for", help = "Such as SRE, SecOps, developer, deployer.") String purpose,
    @Column(label = "Scope", help = "Whether it is given for a whole cluster or for namespaces.", options = {
        "cluster", "namespace"}, required = true) String scope,
    @Column(label = "Environments", help = "Empty: all.", refersTo = "environments") List<String> environments,
    @Column(label = "Rules") List<Rule> rules) {
}
