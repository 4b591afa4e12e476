package aksiam.workshop;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.model.Answer;
import aksiam.model.Design;
import java.util.ArrayList;
import java.util.Comparator;

/** What pressing an option answers. */
public final class Choosing {
    private Choosing() {
    }

    /** The option alone; where several can be chosen, the chosen ones with it, or without it when it was among them. */
    public static Answer answer(Consideration consideration, Design design, String option) {
        return consideration.input() instanceof Input.ManyOf ? toggled(consideration, design, option) : new Answer.Choice(option);
    }

    /** In the order of the options, unknown ones last. */
    private static Answer toggled(Consideration consideration, Design design, String option) {
        var chosen = new ArrayList<>(design.choices(consideration.id()));
        if (!chosen.remove(option)) {
            chosen.add(option);
        }
        var order = consideration.input().options().stream().map(known -> known.id()).toList();
        chosen.sort(Comparator.comparing(id -> order.contains(id) ? order.indexOf(id) : order.size()));
        return new Answer.Choices(chosen);
    }
}
