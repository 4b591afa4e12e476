package aksiam.testkit;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.model.Answer;
import aksiam.model.Design;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A covering set of designs: every pair of choices that is possible together occurs in at least one of them. Undecided is a choice
 * too. The tables are those of {@code pairwise-base.aksiam.json}.
 */
public final class Pairwise {
    /** One way to answer a consideration; no answer is undecided. */
    private record Choice(int parameter, String consideration, Optional<Answer> answer) {
        Design in(Design design) {
            return answer.map(given -> design.with(consideration, given)).orElseGet(() -> design.without(consideration));
        }

        @Override
        public String toString() {
            return consideration + ": " + answer.map(Object::toString).orElse("undecided");
        }
    }

    /** In how many orders of the considerations a design is tried; the one that settles most pairs is taken. */
    private static final int ORDERS = 15;

    private final List<Choice> choices = new ArrayList<>();
    private final int parameters;
    /** Whether a pair of choices, the lower number first, still waits for a design. */
    private final boolean[][] open;
    private final List<Design> designs = new ArrayList<>();
    private final List<String> impossible = new ArrayList<>();

    private Pairwise() {
        int count = 0;
        for (var consideration : Catalogue.all()) {
            var answers = answers(consideration);
            for (var answer : answers) {
                choices.add(new Choice(count, consideration.id(), answer));
            }
            count += answers.isEmpty() ? 0 : 1;
        }
        parameters = count;
        open = new boolean[choices.size()][choices.size()];
        for (int i = 0; i < choices.size(); i++) {
            for (int j = i + 1; j < choices.size(); j++) {
                open[i][j] = choices.get(i).parameter() != choices.get(j).parameter();
            }
        }
        cover();
    }

    /** The set, always the same designs in the same order. */
    public static List<Design> designs() {
        return new Pairwise().designs;
    }

    /** The pairs that no design holds, as the two answers. */
    public static List<String> impossiblePairs() {
        return new Pairwise().impossible;
    }

    private void cover() {
        for (int i = 0; i < choices.size(); i++) {
            for (int j = i + 1; j < choices.size(); j++) {
                if (open[i][j]) {
                    int one = i;
                    int other = j;
                    IntStream.range(0, ORDERS).mapToObj(order -> complete(one, other, order)).flatMap(Optional::stream)
                        .max(Comparator.comparingInt(this::settled)).ifPresentOrElse(this::take,
                            () -> impossible.add(choices.get(one) + " with " + choices.get(other)));
                }
            }
        }
    }

    private void take(int[] chosen) {
        var design = Designs.read("pairwise-base");
        for (int choice : chosen) {
            design = choices.get(choice).in(design);
        }
        designs.add(design);
        for (int one : chosen) {
            for (int other : chosen) {
                open[one][other] = false;
            }
        }
    }

    /** A whole set of choices around a pair, each the one that settles most open pairs; empty when the pair cannot be. */
    private Optional<int[]> complete(int one, int other, int order) {
        var design = choices.get(other).in(choices.get(one).in(Design.EMPTY));
        if (!Catalogue.impossible(design).isEmpty()) {
            return Optional.empty();
        }
        int[] chosen = IntStream.range(0, parameters).map(_ -> -1).toArray();
        chosen[choices.get(one).parameter()] = one;
        chosen[choices.get(other).parameter()] = other;
        var turns = new ArrayList<>(IntStream.range(0, parameters).boxed().toList());
        Collections.shuffle(turns, new Random(order));
        for (int turn = 0; turn < parameters; turn++) {
            int parameter = turns.get(turn);
            if (chosen[parameter] >= 0) {
                continue;
            }
            int most = -1;
            for (int candidate = 0; candidate < choices.size(); candidate++) {
                if (choices.get(candidate).parameter() == parameter) {
                    int settled = settles(candidate, chosen);
                    if (settled > most && Catalogue.impossible(choices.get(candidate).in(design)).isEmpty()) {
                        chosen[parameter] = candidate;
                        most = settled;
                    }
                }
            }
            if (chosen[parameter] < 0) {
                return Optional.empty();
            }
            design = choices.get(chosen[parameter]).in(design);
        }
        return Optional.of(chosen);
    }

    private int settled(int[] chosen) {
        return IntStream.of(chosen).map(choice -> settles(choice, chosen)).sum();
    }

    private int settles(int candidate, int[] chosen) {
        return (int) IntStream.of(chosen).filter(other -> other >= 0 && open[Math.min(candidate, other)][Math.max(candidate, other)]).count();
    }

    private static List<Optional<Answer>> answers(Consideration consideration) {
        var ids = consideration.input().options().stream().map(Option::id).toList();
        Stream<Answer> answers = switch (consideration.input()) {
            case Input.OneOf _ -> ids.stream().map(Answer.Choice::new);
            case Input.ManyOf _ -> Stream.concat(ids.stream().map(id -> new Answer.Choices(List.of(id))), Stream.of(new Answer.Choices(ids)));
            case Input.Pick _, Input.Text _, Input.Rows _, Input.Matrix _ -> Stream.empty();
        };
        return ids.isEmpty() ? List.of() : Stream.concat(answers.map(Optional::of), Stream.of(Optional.<Answer>empty())).toList();
    }
}
