package aksiam.workshop;

import aksiam.model.Design;
import aksiam.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pressing each option of a consideration would do to a design.
 *
 * @param design  the design as it is
 * @param options by option; one whose effect could not be worked out is missing
 */
public record Weights(String consideration, Design design, Map<String, Weight> options) {
    public static final Weights NONE = new Weights("", Design.EMPTY, Map.of());

    /**
     * @param problems errors and warnings that the design does not have yet
     * @param settled  how many of its errors and warnings would go
     * @param files    how many files of the bundle would be new, others or gone
     */
    public record Weight(List<Finding> problems, int settled, int files, RightsChange rights) {
        public Weight {
            problems = List.copyOf(problems);
        }
    }

    public Weights {
        options = Map.copyOf(options);
    }

    /** The effect of an option on this design, if it is known. */
    public Optional<Weight> of(String consideration, Design design, String option) {
        return this.consideration.equals(consideration) && this.design == design ? Optional.ofNullable(options.get(option)) : Optional.empty();
    }

    /** Whether the effects on this design are known, as far as they can be. */
    public boolean isOf(String consideration, Design design) {
        return this.consideration.equals(consideration) && this.design == design;
    }
}
