package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Input;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.rules.Finding.Kind;
import java.util.List;
import java.util.Map;

/** Keys of the design file that this version does not know, and values that cannot be what their key says. The file keeps both. */
final class Unknown {
    private static final String A_DATE = "a date such as 2026-11-24";

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
                case "answers" -> map(value).forEach(unknown::answer);
                case "decisions" -> map(value).forEach(unknown::decision);
                case "records" -> map(value).forEach(unknown::entry);
                default -> unknown.add(Place.ROOT.key(key), "the key is unknown");
            }
        });
        Rows.all(design).forEach(row -> row.row().cells().keySet().stream().filter(name -> row.type().field(name).isEmpty())
            .forEach(name -> findings.add(row.finding(Kind.UNKNOWN_KEY, name, "the column is unknown"))));
    }

    /** What is answered meanwhile is no longer what the file said. */
    private void answer(String id, Object value) {
        Catalogue.find(id).ifPresentOrElse(consideration -> {
            if (design.answer(id).isEmpty()) {
                wrong(id, Place.answer(id), value, switch (consideration.input()) {
                    case Input.OneOf _, Input.Text _ -> "a text";
                    case Input.ManyOf _, Input.Pick _ -> "a list of texts";
                    case Input.Rows _, Input.Matrix _ -> "a list of rows";
                });
            }
        }, () -> add(Place.answer(id), "there is no consideration \"" + id + "\""));
    }

    private void decision(String id, Object value) {
        if (Catalogue.find(id).isEmpty()) {
            add(Place.decision(id), "there is no consideration \"" + id + "\"");
            return;
        }
        var decision = design.decision(id);
        map(value).forEach((key, inner) -> {
            var place = Place.decision(id).key(key);
            switch (key) {
                case "openPoint" -> map(inner).forEach((deeper, innermost) -> openPoint(id, decision, place.key(deeper), deeper, innermost));
                case "status" -> wrongUnless(decision.status() == Decision.Status.ACCEPTED, id, place, inner, "proposed or accepted");
                case "because" -> wrongUnless(!decision.because().isEmpty(), id, place, inner, "a text");
                case "deciders" -> wrongUnless(!decision.deciders().isEmpty(), id, place, inner, "a list of texts");
                case "date" -> wrongUnless(decision.date().isPresent(), id, place, inner, A_DATE);
                case "revisit" -> wrongUnless(decision.revisit().isPresent(), id, place, inner, A_DATE);
                default -> add(place, "the key is unknown");
            }
        });
    }

    private void openPoint(String id, Decision decision, Place place, String key, Object value) {
        var open = decision.openPoint();
        switch (key) {
            case "text" -> wrongUnless(open.filter(point -> point.text().isEmpty()).isEmpty(), id, place, value, "a text");
            case "owner" -> wrongUnless(open.filter(point -> point.owner().isEmpty()).isEmpty(), id, place, value, "a text");
            case "due" -> wrongUnless(open.filter(point -> point.due().isEmpty()).isEmpty(), id, place, value, A_DATE);
            default -> add(place, "the key is unknown");
        }
    }

    private void wrongUnless(boolean settled, String id, Place place, Object value, String expected) {
        if (!settled) {
            wrong(id, place, value, expected);
        }
    }

    private void wrong(String id, Place place, Object value, String expected) {
        findings.add(new Finding(Kind.MALFORMED_VALUE, id, place, Cells.quoted(value) + " is not " + expected + "; it is kept and says nothing"));
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
