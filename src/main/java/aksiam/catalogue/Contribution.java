package aksiam.catalogue;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.plan.Decided;
import aksiam.plan.OpenPoint;
import java.util.Optional;

/** What an effect is given: the consideration it belongs to, its answer, and the whole design. */
public record Contribution(String consideration, Answer answer, Design design) {
    /** A value that this answer decides. */
    public <T> Decided<T> decided(T value) {
        return new Decided<>(value, consideration);
    }

    /** Something that this answer leaves unfinished; nobody is named for it yet. */
    public OpenPoint open(OpenPoint.Kind kind, String text) {
        return new OpenPoint(consideration, kind, text, "", Optional.empty());
    }
}
