package aksiam.generate;

import java.util.List;
import java.util.stream.Stream;

/** All outputs, in the order in which the bundle is deployed. */
public final class Outputs {
    public static final List<Output> ALL = List.of();

    private Outputs() {
    }

    /** All files of the outputs, sorted by path. */
    public static List<Artefact> render(Source source, Templates templates) {
        return Stream.concat(ALL.stream(), Stream.<Output>empty()).flatMap(output -> output.render(source, templates).stream()).sorted().toList();
    }
}
