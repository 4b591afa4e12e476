package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

/** What people call a subscription. */
public record Subscription(
    @Column(label = "Alias", help = "A short name such as prod; upper and lower case are the same.", format = Format.ALIAS, required = true) String alias,
    @Column(label = "Subscription", help = "Id of the subscription.", format = Format.GUID, required = true) String id) {
}
