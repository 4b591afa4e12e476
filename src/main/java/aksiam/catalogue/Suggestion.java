package aksiam.catalogue;

import aksiam.model.Answer;

/**
 * An answer that is proposed and never chosen by itself.
 *
 * @param because the reason, from this design: "this design has 3 own subnets"
 */
public record Suggestion(Answer answer, String because) {
}
