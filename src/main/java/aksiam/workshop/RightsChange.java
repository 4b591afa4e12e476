package aksiam.workshop;

import aksiam.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rights that a change gives and takes away.
 *
 * @param gained sentences in the order in which they are told, each over one or more rights
 * @param lost   likewise
 * @param gains  number of the rights gained
 * @param losses number of the rights lost
 */
public record RightsChange(List<String> gained, List<String> lost, int gains, int losses) {
    public static final RightsChange NONE = new RightsChange(List.of(), List.of(), 0, 0);

    public RightsChange {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /** What the plan now lets people, identities and pods do that the plan before did not, and the other way round. */
    public static RightsChange of(Plan before, Plan now) {
        if (before == now) {
            return NONE;
        }
        var old = PlannedRights.of(before, now);
        var present = PlannedRights.of(now, before);
        var gained = without(present, old);
        var lost = without(old, present);
        // The same name with another object id is somebody else: only the id tells the two sentences apart.
        var ambiguous = words(gained);
        ambiguous.retainAll(words(lost));
        return new RightsChange(sentences(gained, true, ambiguous), sentences(lost, false, ambiguous), gained.size(), lost.size());
    }

    public boolean isEmpty() {
        return gains == 0 && losses == 0;
    }

    private static List<Right> without(Set<Right> rights, Set<Right> others) {
        return rights.stream().filter(right -> !others.contains(right)).sorted().toList();
    }

    private static Set<String> words(Collection<Right> rights) {
        return rights.stream().map(right -> Right.sentence(List.of(right), true, false)).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> sentences(List<Right> rights, boolean gained, Set<String> ambiguous) {
        var sentences = new ArrayList<String>();
        for (int i = 0, end; i < rights.size(); i = end) {
            end = i + 1;
            while (end < rights.size() && rights.get(end).isLike(rights.get(i))) {
                end++;
            }
            var alike = rights.subList(i, end);
            sentences.add(Right.sentence(alike, gained, alike.stream().anyMatch(right -> ambiguous.contains(Right.sentence(List.of(right), true, false)))));
        }
        return sentences;
    }
}
