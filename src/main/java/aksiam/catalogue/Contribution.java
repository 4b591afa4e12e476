package aksiam.catalogue;

import aksiam.model.Answer;
import aksiam.model.Design;

/** What an effect is given: the consideration it belongs to, its answer, and the whole design. */
public record Contribution(String consideration, Answer answer, Design design) {
}
