package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.rules.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Decisions that are accepted without what makes them one, and numbers of records that were given twice. */
public final class Decisions {
    private Decisions() {
    }

    static void look(Design design, List<Finding> findings) {
        design.decisions().keySet().forEach(id -> {
            var missing = missing(design, id);
            if (!missing.isEmpty()) {
                findings.add(new Finding(Kind.INCOMPLETE_DECISION, id, Place.decision(id),
                    "\"" + title(id) + "\" is accepted without " + String.join(" and ", missing)));
            }
        });
        numbers(design, findings);
    }

    /** What an accepted decision lacks, so that its record stays proposed; nothing of one that is not accepted. */
    public static List<String> missing(Design design, String id) {
        var decision = design.decision(id);
        var missing = new ArrayList<String>();
        if (decision.status() != Decision.Status.ACCEPTED) {
            return missing;
        }
        if (design.answer(id).isEmpty()) {
            missing.add("an answer");
        }
        if (decision.because().isBlank()) {
            missing.add("its reason");
        }
        if (decision.deciders().stream().allMatch(String::isBlank)) {
            missing.add("who decided");
        }
        if (decision.date().isEmpty()) {
            missing.add("its date");
        }
        return missing;
    }

    /** Two branches of a repository may take the same number each. */
    private static void numbers(Design design, List<Finding> findings) {
        var taken = new HashMap<Integer, String>();
        for (int i = 0; i < design.records().size(); i++) {
            var entry = design.records().get(i);
            var before = taken.putIfAbsent(entry.number(), entry.consideration());
            if (before != null) {
                findings.add(new Finding(Kind.DUPLICATE_NUMBER, entry.consideration(), Place.RECORDS.at(i),
                    "the record of \"" + title(entry.consideration()) + "\" has number " + entry.number() + ", which is that of \"" + title(before) + "\""));
            }
        }
    }

    private static String title(String id) {
        return Catalogue.find(id).map(Consideration::title).orElse(id);
    }
}
