package aksiam.generate;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.plan.Plan;

/** What outputs print: a design and what it means. */
public record Source(Design design, Plan plan) {
    public static Source of(Design design) {
        return new Source(design, Catalogue.plan(design));
    }
}
