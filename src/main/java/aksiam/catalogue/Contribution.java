package aksiam.catalogue;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.plan.Decided;

/** What an effect is given: the consideration it belongs to, its answer, and the whole design. */
public record Contribution(String consideration, Answer answer, Design design) {
    /** A value that this answer decides. */
    public <T> Decided<T> decided(T value) {
        return new Decided<>(value, consideration);
    }
}
