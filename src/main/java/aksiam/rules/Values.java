package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.model.Place;
import aksiam.model.RowType;
import aksiam.rules.Finding.Kind;
import java.util.List;

/** Options that do not exist or are impossible, values of a wrong form, empty cells, secrets. */
final class Values {
    private final Design design;
    /** The answers that apply. */
    private final Design told;
    private final Candidates names;
    private final List<Finding> findings;

    private Values(Design design, List<Finding> findings) {
        this.design = design;
        this.told = Catalogue.applicable(design);
        this.names = Candidates.of(design);
        this.findings = findings;
    }

    static void look(Design design, List<Finding> findings) {
        var values = new Values(design, findings);
        if (!design.id().isWellFormed()) {
            values.form("", Format.GUID, design.id().text(), Place.ROOT.key("id"));
        }
        Catalogue.all().forEach(consideration -> design.answer(consideration.id()).ifPresent(answer -> values.answer(consideration, answer)));
        Catalogue.impossible(design).forEach(values::impossible);
        Rows.all(design).forEach(values::row);
    }

    private void answer(Consideration consideration, Answer answer) {
        var place = Place.answer(consideration.id());
        if (!consideration.appliesTo(told)) {
            findings.add(new Finding(Kind.NOT_APPLICABLE, consideration.id(), place,
                "\"" + consideration.title() + "\" is answered and does not apply: the answer generates nothing"));
        }
        switch (answer) {
            case Answer.Choice(var option) -> option(consideration, option, place);
            case Answer.Choices(var options) -> {
                for (int i = 0; i < options.size(); i++) {
                    option(consideration, options.get(i), place.at(i));
                }
            }
            case Answer.Text(var text) -> {
                secret(consideration.id(), text, place);
                if (consideration.input() instanceof Input.Text(var format, var _)) {
                    form(consideration.id(), format, text, place);
                }
            }
            case Answer.Table _ -> {
            }
        }
    }

    private void option(Consideration consideration, String id, Place place) {
        secret(consideration.id(), id, place);
        var options = consideration.input().options();
        if (options.isEmpty()) {
            return;
        }
        if (consideration.option(id).isEmpty()) {
            findings.add(new Finding(Kind.UNKNOWN_OPTION, consideration.id(), place,
                "there is no option \"" + id + "\", expected " + Cells.either(options.stream().map(Option::id).toList())));
        }
    }

    private void impossible(Catalogue.Exclusion exclusion) {
        var consideration = Catalogue.get(exclusion.consideration());
        int index = design.choices(consideration.id()).indexOf(exclusion.option());
        var place = Place.answer(consideration.id());
        var label = consideration.option(exclusion.option()).map(Option::label).orElse(exclusion.option());
        findings.add(new Finding(Kind.IMPOSSIBLE_OPTION, consideration.id(), index < 0 ? place : place.at(index),
            "\"" + label + "\" is impossible here: " + exclusion.because()));
    }

    /** An option that a row chooses for itself is held against the other answers like the answer for all rows. */
    private void ofRow(String consideration, String chosen, Place place) {
        if (design.choice(consideration).equals(chosen)) {
            return;
        }
        Catalogue.get(consideration).option(chosen).stream().flatMap(option -> option.impossible().stream().filter(it -> it.condition().holds(told))
            .map(it -> "\"" + option.label() + "\" is impossible here: " + it.because()))
            .forEach(words -> findings.add(new Finding(Kind.IMPOSSIBLE_OPTION, "clusters", place, words)));
    }

    private void row(Rows.Located row) {
        if (row.row().cells().isEmpty()) {
            return;
        }
        for (var field : row.type().fields()) {
            if (field.column().required() && row.row().display(field.name()).isBlank()) {
                boolean nameless = field.equals(row.type().fields().getFirst());
                findings.add(row.finding(nameless ? Kind.NAMELESS_ROW : Kind.MISSING_VALUE, field.name(),
                    "\"" + field.label() + "\" is empty" + (nameless || row.name().isEmpty() ? "" : " for " + row.name())));
            }
            var place = row.place().key(field.name());
            if (field.name().equals("flavour")) {
                ofRow("cluster-flavour", row.row().text("flavour").strip(), place);
            }
            secrets(row, field, place);
            if (field.kind() != RowType.Kind.ROWS || row.row().rows(field.name()).isEmpty()) {
                Cells.faults(field, row.row(), names).forEach(fault -> findings.add(new Finding(fault.kind(), row.consideration().id(),
                    fault.entry().isPresent() ? place.at(fault.entry().getAsInt()) : place, fault.message())));
            }
        }
        row.row().cells().forEach((name, cell) -> {
            if (row.type().field(name).isEmpty() && cell instanceof String text) {
                secret(row.consideration().id(), text, row.place().key(name));
            }
        });
    }

    private void secrets(Rows.Located row, RowType.Field field, Place place) {
        switch (row.row().cells().get(field.name())) {
            case String text -> secret(row.consideration().id(), text, place);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof String text) {
                        secret(row.consideration().id(), text, place.at(i));
                    }
                }
            }
            case null, default -> {
            }
        }
    }

    private void form(String consideration, Format format, String text, Place place) {
        if (!format.equals(Format.ANY) && !format.fits(text.strip())) {
            findings.add(new Finding(Kind.MALFORMED_VALUE, consideration, place, "\"" + text + "\" is malformed, expected " + format.expected()));
        }
    }

    private void secret(String consideration, String text, Place place) {
        Secrets.find(text).ifPresent(
            kind -> findings.add(new Finding(Kind.PASTED_SECRET, consideration, place, "looks like " + kind.label() + ": a design holds no secret")));
    }
}
