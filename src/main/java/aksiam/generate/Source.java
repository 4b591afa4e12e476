package aksiam.generate;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.plan.Plan;
import java.util.List;

/**
 * What outputs print: a design and what it means.
 *
 * @param files those of the outputs before this one, for the documents that name them
 */
public record Source(Design design, Plan plan, List<Artefact> files) {
    public Source {
        files = List.copyOf(files);
    }

    public Source(Design design, Plan plan) {
        this(design, plan, List.of());
    }

    public static Source of(Design design) {
        var identified = design.identified();
        return new Source(identified, Catalogue.plan(identified));
    }

    /** The design with only the answers that apply: one that stayed behind says nothing in a document either. */
    public Design told() {
        return Catalogue.applicable(design);
    }

    /** This source as an output sees it that comes after these files. */
    public Source after(List<Artefact> files) {
        return new Source(design, plan, files);
    }
}
