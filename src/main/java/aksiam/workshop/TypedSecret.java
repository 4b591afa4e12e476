package aksiam.workshop;

import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Decision.OpenPoint;
import aksiam.model.Design;
import aksiam.rules.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A secret that was typed letter by letter. It is known as one only with its last letters, so its beginning is already in the design and in
 * what can be undone; here it is taken out of both.
 *
 * @param read  what a design holds in the field
 * @param write the design with another text in the field
 * @param text  what was refused
 * @param found where the secret stands in it
 */
record TypedSecret(Function<Design, String> read, BiFunction<Design, String, Design> write, String text, Secrets.Found found) {
    /** So many letters in common are no accident. */
    private static final int PART = 4;
    private static final OpenPoint NO_POINT = new OpenPoint("", "", Optional.empty());

    /** Of an answer; empty for one that is not typed as a text. */
    static Optional<TypedSecret> of(String id, Answer answer) {
        return answer instanceof Answer.Text(var text)
            ? of(text, design -> answer(design, id), (design, clean) -> clean.isEmpty() ? undecided(design, id) : design.with(id, new Answer.Text(clean)))
            : Optional.empty();
    }

    /** Of a decision: the reason, the open point or its owner. */
    static Optional<TypedSecret> of(String id, Decision decision) {
        var point = decision.openPoint().orElse(NO_POINT);
        return Stream.of(
            of(decision.because(), design -> design.decision(id).because(), (design, clean) -> decided(design, id, design.decision(id).withBecause(clean))),
            of(point.text(), design -> point(design, id).text(), (design, clean) -> open(design, id, old -> new OpenPoint(clean, old.owner(), old.due()))),
            of(point.owner(), design -> point(design, id).owner(), (design, clean) -> open(design, id, old -> new OpenPoint(old.text(), clean, old.due()))))
            .flatMap(Optional::stream).findFirst();
    }

    private static Optional<TypedSecret> of(String text, Function<Design, String> read, BiFunction<Design, String, Design> write) {
        return Secrets.find(text).map(found -> new TypedSecret(read, write, text, found));
    }

    /** Whether a design holds a part of it. */
    boolean isIn(Design design) {
        var older = read.apply(design);
        int head = 0;
        while (head < Math.min(older.length(), text.length()) && older.charAt(head) == text.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(older.length(), text.length()) - head && older.charAt(older.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        int front = head - found.start();
        int back = tail - (text.length() - found.end());
        return front >= PART || back >= PART || (front > 0 || back > 0) && head + tail >= older.length();
    }

    /** A design that holds a part of it, with what else was typed there. */
    Design without(Design design) {
        return isIn(design) ? write.apply(design, text.substring(0, found.start()) + text.substring(found.end())) : design;
    }

    /** What can be undone and redone without it; steps that did nothing but type it are gone. */
    History without(History history, Design present) {
        return new History(without(history.past(), present), without(history.future(), present));
    }

    private List<History.Entry> without(List<History.Entry> entries, Design present) {
        var kept = new ArrayList<History.Entry>();
        for (var entry : entries) {
            var design = without(entry.design());
            if (design == entry.design() || kept.isEmpty() || !design.equals(kept.getLast().design())) {
                kept.add(new History.Entry(design, entry.change()));
            }
        }
        if (!kept.isEmpty() && kept.getLast().design().equals(present)) {
            kept.removeLast();
        }
        return kept;
    }

    /** Whether one letter more was typed, which is no space. */
    static boolean isNextLetter(String before, String now) {
        if (now.length() != before.length() + 1) {
            return false;
        }
        int at = 0;
        while (at < before.length() && before.charAt(at) == now.charAt(at)) {
            at++;
        }
        return now.regionMatches(at + 1, before, at, before.length() - at) && !Character.isWhitespace(now.charAt(at));
    }

    /** The same in the field of a decision that was refused. */
    static boolean isNextLetter(Refusal refusal, Decision before, Decision now) {
        var old = before.openPoint().orElse(NO_POINT);
        var point = now.openPoint().orElse(NO_POINT);
        return refusal.field().equals(Edits.BECAUSE)
            ? isNextLetter(before.because(), now.because())
            : isNextLetter(old.text(), point.text()) || isNextLetter(old.owner(), point.owner());
    }

    static String answer(Design design, String id) {
        return design.answers().get(id) instanceof Answer.Text(var text) ? text : "";
    }

    private static Design undecided(Design design, String id) {
        var open = design.decision(id).openPoint();
        return open.isPresent() ? design.without(id).with(id, Decision.NONE.withOpenPoint(open)) : design.without(id);
    }

    private static Design decided(Design design, String id, Decision decision) {
        return Edits.decide(design, id, decision);
    }

    private static OpenPoint point(Design design, String id) {
        return design.decision(id).openPoint().orElse(NO_POINT);
    }

    private static Design open(Design design, String id, Function<OpenPoint, OpenPoint> change) {
        var decision = design.decision(id);
        return decision.openPoint().isEmpty() ? design : decided(design, id, decision.withOpenPoint(decision.openPoint().map(change)));
    }
}
