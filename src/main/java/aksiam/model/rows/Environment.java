package aksiam.model.rows;

import aksiam.model.Column;

/** A stage of delivery. */
public record Environment(
    @Column(label = "Name", help = "Such as production.", required = true) String name,
    @Column(label = "Production", help = "Whether the rules for production hold here.") boolean production) {
}
