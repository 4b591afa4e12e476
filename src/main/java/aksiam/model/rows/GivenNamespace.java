package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

/** A namespace that stands in the cluster before the manifests are applied. */
public record GivenNamespace(
    @Column(label = "Name", format = Format.DNS_LABEL, required = true) String name,
    @Column(label = "Made by", options = {
        "azure", "other"}, required = true) String maker) {
}
