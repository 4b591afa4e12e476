package aksiam.model.rows;

import aksiam.model.Column;

/** Somebody who decides, is consulted or is informed (RACI terms of MADR 4.0.0). */
public record Person(
    @Column(label = "Name", required = true) String name,
    @Column(label = "Function", help = "What the person stands for, such as platform lead.") String function,
    @Column(label = "Part", options = {
        "decision-maker", "consulted", "informed"}, required = true) String part) {
}
