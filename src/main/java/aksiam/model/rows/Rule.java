package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

import java.util.List;

/** One rule of a Kubernetes role: for resources, or for paths of the API server; the core API group is written "core". */
public record Rule(
    @Column(label = "API groups", help = "core, apps, batch, ...") List<String> apiGroups,
    @Column(label = "Resources", help = "Plural names, subresources as pods/log.") List<String> resources,
    @Column(label = "Verbs", help = "get, list, watch, create, update, patch, delete, deletecollection, ...") List<String> verbs,
    @Column(label = "Names", help = "Only objects of these names; empty: all.") List<String> resourceNames,
    @Column(label = "Paths", help = "Instead of resources: paths of the API server such as /metrics, for a whole cluster only.", format = Format.API_PATH) List<String> paths) {
}
