package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.rules.Finding.Kind;
import java.util.List;
import java.util.Map;

/** Keys of the design file that this version does not know. */
final class Unknown {
    private final Design design;
    private final List<Finding> findings;

    private Unknown(Design design, List<Finding> findings) {
        this.design = design;
        this.findings = findings;
    }

    static void look(Design design, List<Finding> findings) {
        var unknown = new Unknown(design, findings);
        design.unknown().forEach((key, value) -> {
            switch (key) {
                case "answers" -> map(value).keySet().forEach(id -> unknown.add(Place.answer(id), "there is no consideration \"" + id + "\""));
                case "decisions" -> map(value).forEach(unknown::decision);
                case "records" -> map(value).forEach(unknown::entry);
                default -> unknown.add(Place.ROOT.key(key), "the key is unknown");
            }
        });
        Rows.all(design).forEach(row -> row.row().cells().keySet().stream().filter(name -> row.type().field(name).isEmpty())
            .forEach(name -> findings.add(row.finding(Kind.UNKNOWN_KEY, name, "the column is unknown"))));
    }

    private void decision(String id, Object value) {
        if (Catalogue.find(id).isEmpty()) {
            add(Place.decision(id), "there is no consideration \"" + id + "\"");
            return;
        }
        map(value).forEach((key, inner) -> {
            if (key.equals("openPoint")) {
                map(inner).keySet().forEach(deeper -> add(Place.decision(id).key(key).key(deeper), "the key is unknown"));
            } else {
                add(Place.decision(id).key(key), "the key is unknown");
            }
        });
    }

    private void entry(String number, Object value) {
        for (int i = 0; i < design.records().size(); i++) {
            if (Integer.toString(design.records().get(i).number()).equals(number)) {
                var place = Place.RECORDS.at(i);
                map(value).keySet().forEach(key -> add(place.key(key), "the key is unknown"));
            }
        }
    }

    private void add(Place place, String message) {
        findings.add(new Finding(Kind.UNKNOWN_KEY, "", place, message + "; it is kept"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
