package aksiam.testkit;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import java.util.List;

/** A person at the window who enters a design. What is entered is the same; how is a matter of mouse or keys. */
public interface Hands {
    /** Opens a consideration. */
    void open(Consideration consideration);

    void choose(String option);

    void type(String text);

    /** Enters rows into the empty table of the open consideration. */
    void rows(RowType<?> type, List<Row> rows);

    /** Writes the reason of the open consideration. */
    void because(String reason);

    void accept();

    /** Says what is still open about it. */
    void openPoint(String text);

    /** Saves the design; the desk says where. */
    void save();

    /** Enters a design; a picture of the screen shows where it went wrong, if it did. */
    default void enter(Design design) {
        try {
            enterAll(design);
        } catch (RuntimeException | AssertionError e) {
            Fx.screen("walk-stuck", 1000, 1000);
            throw e;
        }
    }

    /** Enters every answer, reason and open point of a design, in the order of the workshop. */
    private void enterAll(Design design) {
        for (var consideration : Catalogue.all()) {
            var answer = design.answers().get(consideration.id());
            var decision = design.decision(consideration.id());
            if (answer == null && decision.equals(Decision.NONE)) {
                continue;
            }
            open(consideration);
            switch (answer) {
                case null -> {
                }
                case Answer.Text(var text) -> type(text);
                case Answer.Choice(var option) -> choose(option);
                case Answer.Choices(var options) -> options.forEach(this::choose);
                case Answer.Table(var rows) -> rows(consideration.rowType().orElseThrow(), rows);
            }
            if (!decision.because().isEmpty()) {
                because(decision.because());
            }
            if (decision.status() == Decision.Status.ACCEPTED) {
                accept();
            }
            decision.openPoint().ifPresent(point -> openPoint(point.text()));
        }
    }
}
