package aksiam.generate.bicep;

import aksiam.generate.bicep.BicepValue.Fields;
import aksiam.plan.Plan;
import java.util.Optional;

/** The parameter that holds the tags of what a template makes. */
final class Tags {
    private Tags() {
    }

    static Optional<ParameterFile.Parameter> of(Plan plan) {
        var tags = new Fields();
        plan.tags().forEach(tag -> tags.put(tag.name(), tag.value()));
        return tags.isEmpty() ? Optional.empty() : Optional.of(ParameterFile.Parameter.of("tags", tags));
    }
}
