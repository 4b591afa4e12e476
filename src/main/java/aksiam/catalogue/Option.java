package aksiam.catalogue;

import aksiam.domain.OneWayDoors;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.plan.PlanBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * One answer that can be chosen, with everything a person needs to choose and what it does to the plan.
 *
 * @param maturity   GA, preview or legacy, with the date of the fact
 * @param impossible when it cannot be chosen, and why
 * @param effect     what choosing it contributes to the plan, empty when the consideration itself contributes or is record only
 * @param conditions when an advantage or drawback is a consequence in a design; one that is not named here always is
 * @param roles      built-in Azure roles that it speaks of and gives to nobody by itself
 */
public record Option(String id, String label, String summary, List<String> advantages, List<String> drawbacks, List<Reference> references, Cost cost,
    Optional<Door> door, Maturity maturity,
    List<Impossible> impossible, Optional<BiConsumer<Contribution, PlanBuilder>> effect, Map<String, BiPredicate<Design, Plan>> conditions,
    List<String> roles) {

    /** What it costs; amounts are in none of the sources. */
    public enum Cost {
        NONE_KNOWN, CHARGED
    }

    /** How it can be changed later; {@code id} is the row of one-way-doors.json it was read from. */
    public record Door(String id, Reversibility reversibility, String explanation, String disruption) {
        Door(OneWayDoors.Door row) {
            this(row.id(), Reversibility.of(row.reversibility()), row.howToChangeLater(), row.disruption());
        }
    }

    /** @param date month of the fact, such as 2026-08 */
    public record Maturity(Stage stage, String date) {
        public enum Stage {
            GA, PREVIEW, LEGACY
        }
    }

    /** The option cannot be chosen while the condition holds. */
    public record Impossible(Condition condition, String because) {
    }

    public Option {
        advantages = List.copyOf(advantages);
        drawbacks = List.copyOf(drawbacks);
        references = List.copyOf(references);
        impossible = List.copyOf(impossible);
        conditions = Map.copyOf(conditions);
        roles = List.copyOf(roles);
    }

    public static Option of(String id, String label, String summary) {
        return new Option(id, label, summary, List.of(), List.of(), List.of(), Cost.NONE_KNOWN, Optional.empty(), new Maturity(Maturity.Stage.GA, "2026-08"),
            List.of(), Optional.empty(), Map.of(), List.of());
    }

    public Option good(String... advantages) {
        return new Option(id, label, summary, plus(this.advantages, advantages), drawbacks, references, cost, door, maturity, impossible, effect,
            conditions, roles);
    }

    public Option bad(String... drawbacks) {
        return new Option(id, label, summary, advantages, plus(this.drawbacks, drawbacks), references, cost, door, maturity, impossible, effect,
            conditions, roles);
    }

    public Option see(Reference... references) {
        return new Option(id, label, summary, advantages, drawbacks, plus(this.references, references), cost, door, maturity, impossible, effect,
            conditions, roles);
    }

    public Option charged() {
        return new Option(id, label, summary, advantages, drawbacks, references, Cost.CHARGED, door, maturity, impossible, effect,
            conditions, roles);
    }

    /** Changing it later, as row {@code id} of one-way-doors.json says. */
    public Option door(String id) {
        return new Option(id(), label, summary, advantages, drawbacks, references, cost, OneWayDoors.find(id).map(Door::new).or(() -> {
            throw new IllegalArgumentException("no one-way door " + id);
        }), maturity, impossible, effect,
            conditions, roles);
    }

    /** @param month of the fact, such as 2026-08 */
    public Option preview(String month) {
        return new Option(id, label, summary, advantages, drawbacks, references, cost, door, new Maturity(Maturity.Stage.PREVIEW, month), impossible, effect,
            conditions, roles);
    }

    public Option legacy(String month) {
        return new Option(id, label, summary, advantages, drawbacks, references, cost, door, new Maturity(Maturity.Stage.LEGACY, month), impossible, effect,
            conditions, roles);
    }

    /** It cannot be chosen while the condition holds. */
    public Option notWhen(Condition condition, String because) {
        return new Option(id, label, summary, advantages, drawbacks, references, cost, door, maturity, plus(impossible, new Impossible(condition, because)),
            effect, conditions, roles);
    }

    public Option effect(BiConsumer<Contribution, PlanBuilder> effect) {
        return new Option(id, label, summary, advantages, drawbacks, references, cost, door, maturity, impossible, Optional.of(effect),
            conditions, roles);
    }

    /** What it says here is a consequence only while the condition holds. */
    public Option where(String text, Condition condition) {
        return where(text, (design, _) -> condition.holds(design));
    }

    /** The same for what only the plan shows. */
    public Option where(String text, BiPredicate<Design, Plan> condition) {
        if (!advantages.contains(text) && !drawbacks.contains(text)) {
            throw new IllegalArgumentException(id + " does not say: " + text);
        }
        var more = new HashMap<>(conditions);
        more.put(text, condition);
        return new Option(id, label, summary, advantages, drawbacks, references, cost, door, maturity, impossible, effect, more, roles);
    }

    /** Whether one of its advantages or drawbacks is a consequence of choosing it in this design. */
    public boolean isConsequence(String text, Design design, Plan plan) {
        return conditions.getOrDefault(text, (_, _) -> true).test(design, plan);
    }

    /** Built-in Azure roles that it speaks of; the grants say who gets them. */
    public Option speaksOf(String... roles) {
        return new Option(id, label, summary, advantages, drawbacks, references, cost, door, maturity, impossible, effect, conditions, List.of(roles));
    }

    @SafeVarargs
    private static <T> List<T> plus(List<T> list, T... more) {
        var all = new ArrayList<>(list);
        all.addAll(List.of(more));
        return all;
    }
}
