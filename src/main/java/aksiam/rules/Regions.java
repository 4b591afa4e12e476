package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.steps.LogRegions;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.rules.Finding.Kind;
import java.util.List;

/** Destinations of logs that Azure would refuse because they are in another region than the cluster. */
final class Regions {
    private Regions() {
    }

    static void look(Design design, List<Finding> findings) {
        var regions = LogRegions.ofOneDestination(design);
        if (regions.size() > 1 && design.isAnswered("audit-resource") && Catalogue.get("audit-resource").appliesTo(design)) {
            findings.add(new Finding(Kind.LOGS_OF_OTHER_REGION, "audit-by-region", Place.answer("audit-by-region"),
                "Clusters in " + String.join(" and ", regions) + " would send their logs to one destination, and Azure takes one in the cluster's region only; "
                    + "no diagnostic setting is written for them"));
        }
    }
}
