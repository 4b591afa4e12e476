package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.rules.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Decisions that are accepted without what makes them one. */
final class Decisions {
    private Decisions() {
    }

    static void look(Design design, List<Finding> findings) {
        design.decisions().forEach((id, decision) -> {
            if (decision.status() != Decision.Status.ACCEPTED) {
                return;
            }
            var missing = new ArrayList<String>();
            if (design.answer(id).isEmpty()) {
                missing.add("an answer");
            }
            if (decision.because().isBlank()) {
                missing.add("its reason");
            }
            if (decision.deciders().stream().allMatch(String::isBlank)) {
                missing.add("who decided");
            }
            if (!missing.isEmpty()) {
                findings.add(new Finding(Kind.INCOMPLETE_DECISION, id, Place.decision(id),
                    "\"" + Catalogue.find(id).map(c -> c.title()).orElse(id) + "\" is accepted without " + String.join(" and ", missing)));
            }
        });
    }
}
