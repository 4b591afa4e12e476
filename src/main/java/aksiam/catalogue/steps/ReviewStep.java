package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class ReviewStep {
    static final Consideration SIGN_OFF = Consideration.rows("sign-off", "Sign-off", "Who agrees with the design as it stands?", Tables.SIGN_OFFS);

    public static final List<Consideration> ALL = List.of(SIGN_OFF);

    private ReviewStep() {
    }
}
