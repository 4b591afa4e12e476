package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class JustInTimeStep {
    static final Consideration ENTRA_LICENCE = Consideration.oneOf("entra-licence", "Entra licence", "Which Entra ID licence do the administrators have?",
        Option.of("free", "Free", ""),
        Option.of("p1", "P1", ""),
        Option.of("p2", "P2", ""),
        Option.of("governance", "ID Governance", ""));

    static final Consideration JIT_MECHANISM = Consideration.oneOf("jit-mechanism", "Mechanism", "How are eligible rights activated?",
        Option.of("azure-roles", "PIM for Azure roles", ""),
        Option.of("groups", "PIM for Groups", ""),
        Option.of("both", "Both", ""),
        Option.of("none", "No just-in-time access", ""));

    static final Consideration ACTIVATIONS = Consideration.rows("activations", "Activation", "How long, with whose approval and after which checks is each role activated?", Tables.ACTIVATIONS);

    public static final List<Consideration> ALL = List.of(ENTRA_LICENCE, JIT_MECHANISM, ACTIVATIONS);

    private JustInTimeStep() {
    }
}
