package aksiam.generate.record;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One decision record for each decided consideration, and their index.
 *
 * <p>MADR wants the date of the decision. A decision without one gets no record yet: it stands in the index as an open point.
 */
public final class Records implements Output {
    @Override
    public String id() {
        return "records";
    }

    @Override
    public String title() {
        return "Decision records";
    }

    @Override
    public String description() {
        return "Decision records in the form of MADR 4.0.0, one for each decision, with an index that also lists what is still open.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var told = source.told();
        var numbered = new Source(told.numbered(toNumber(told)), source.plan(), source.files());
        var evidence = new Evidence(numbered);
        var texts = recorded(numbered.design()).toList().parallelStream().map(consideration -> RecordText.of(evidence, consideration.id())).toList();
        var files = new ArrayList<>(
            texts.parallelStream().map(text -> Artefact.of(text.path(), text.markdown(templates), List.of(text.consideration()))).toList());
        files.add(RecordIndex.of(numbered, texts).artefact(templates));
        return files;
    }

    /** The considerations that need a record number and have none yet, in the order of the workshop; to be given before the design is saved. */
    public static List<String> toNumber(Design design) {
        return recorded(Catalogue.applicable(design)).map(Consideration::id).filter(id -> design.number(id).isEmpty()).toList();
    }

    /** What gets a record: decided with a date, applicable, and more than a plain fact of the scope. */
    private static Stream<Consideration> recorded(Design design) {
        return decided(design).filter(consideration -> design.decision(consideration.id()).date().isPresent());
    }

    /** What gets a record once it has a date. */
    static Stream<Consideration> decided(Design design) {
        return Catalogue.all().stream()
            .filter(consideration -> consideration.record() && consideration.appliesTo(design) && design.answer(consideration.id()).isPresent());
    }
}
