package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Reference;
import aksiam.model.rows.Tables;
import java.util.List;

/** Step 12: consent. What is complete, open and waiting stands beside it. */
public final class ReviewStep {
    static final Consideration SIGN_OFF = Consideration.rows("sign-off", "Sign-off", "Who agrees with the design as it stands?", Tables.SIGN_OFFS)
        .why("A design is agreed on as a whole: with its open points, named and owned, rather than without them. A later change asks for consent again.")
        .see(new Reference("Markdown Any Decision Records 4.0.0", "https://adr.github.io/madr/", "2024-09"))
        .undecided("Nobody has agreed yet.")
        .recordOnly("Consent changes nothing in the plan.")
        .orNone()
        .fact();

    public static final List<Consideration> ALL = List.of(SIGN_OFF);

    private ReviewStep() {
    }
}
