package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.Design;
import java.util.Optional;

/** Why an option cannot be chosen now. */
final class Blocks {
    private Blocks() {
    }

    /** Empty when it can be chosen. */
    static String reason(Option option, Design design) {
        return option.impossible().stream().filter(impossible -> impossible.condition().holds(design)).findFirst().map(Option.Impossible::because).orElse("");
    }

    /** The consideration whose answer stands in the way. */
    static Optional<Consideration> blocker(Option option, Design design) {
        return option.impossible().stream().filter(impossible -> impossible.condition().holds(design))
            .flatMap(impossible -> impossible.condition().considerations()).findFirst().flatMap(Catalogue::find);
    }
}
