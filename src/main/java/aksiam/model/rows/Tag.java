package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

/** A tag of Azure resources. */
public record Tag(
    @Column(label = "Name", help = "Such as costcentre; upper and lower case are the same to Azure.", format = Format.TAG_NAME, required = true) String name,
    @Column(label = "Value", format = Format.TAG_VALUE) String value) {
}
