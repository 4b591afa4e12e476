package aksiam.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything a workshop settled: answers and decisions by consideration id. Immutable; a change is a new design.
 *
 * @param id      none in a file that was written before designs had ids, and in presets
 * @param records numbers given to decision records, in the order of giving
 * @param unknown keys of the design file that this version does not know, as read, kept when saved
 */
public record Design(DesignId id, SequencedMap<String, Answer> answers, SequencedMap<String, Decision> decisions, List<RecordEntry> records,
    SequencedMap<String, Object> unknown) {
    public static final Design EMPTY = new Design(DesignId.NONE, new LinkedHashMap<>(), new LinkedHashMap<>(), List.of(), new LinkedHashMap<>());

    public Design {
        answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
        decisions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(decisions));
        records = List.copyOf(records);
        unknown = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(unknown));
    }

    /** This design with an id: its own, or one derived from tenant and name where it has none. */
    public Design identified() {
        return id.isNone() ? withId(DesignId.derived(text("tenant"), text("design-name"))) : this;
    }

    public Design withId(DesignId id) {
        return id.equals(this.id) ? this : new Design(id, answers, decisions, records, unknown);
    }

    /** The answer, if somebody settled it; it may say that there are none, see {@link #isAnswered}. */
    public Optional<Answer> answer(String consideration) {
        return Optional.ofNullable(answers.get(consideration)).filter(_ -> isAnswered(consideration));
    }

    /**
     * Whether somebody settled it. A list or a table without entries is an answer too: it says that there are none. It counts
     * only where it was written down, so that leaving a table untouched is never a decision.
     */
    public boolean isAnswered(String consideration) {
        return switch (answers.get(consideration)) {
            case null -> false;
            case Answer.Choice choice -> !choice.isEmpty();
            case Answer.Text text -> !text.isEmpty();
            case Answer.Choices _, Answer.Table _ -> true;
        };
    }

    /** This design with only the answers of these considerations; decisions and records stay. */
    public Design onlyAnswers(Predicate<String> considerations) {
        var kept = new LinkedHashMap<>(answers);
        kept.keySet().removeIf(considerations.negate());
        return kept.size() == answers.size() ? this : new Design(id, kept, decisions, records, unknown);
    }

    /** The chosen option, empty when undecided or answered otherwise. */
    public String choice(String consideration) {
        return answers.get(consideration) instanceof Answer.Choice(var option) ? option : "";
    }

    /** Whether this option is the chosen one, or among the chosen ones. */
    public boolean chose(String consideration, String option) {
        return choice(consideration).equals(option) || choices(consideration).contains(option);
    }

    public List<String> choices(String consideration) {
        return answers.get(consideration) instanceof Answer.Choices(var options) ? options : List.of();
    }

    /** The text without surrounding white space, empty when there is none. */
    public String text(String consideration) {
        return answers.get(consideration) instanceof Answer.Text(var text) ? text.strip() : "";
    }

    public List<Row> rows(String consideration) {
        return answers.get(consideration) instanceof Answer.Table(var rows) ? rows : List.of();
    }

    /** The rows of a table as typed facts. */
    public <T extends Record> List<T> rows(String consideration, RowType<T> type) {
        return type.read(rows(consideration));
    }

    /** The decision on a consideration, {@link Decision#NONE} when nothing was recorded. */
    public Decision decision(String consideration) {
        return decisions.getOrDefault(consideration, Decision.NONE);
    }

    /** The day of the last decision that has one. */
    public Optional<LocalDate> lastDecision() {
        return decisions.values().stream().flatMap(decision -> decision.date().stream()).max(Comparator.naturalOrder());
    }

    public Design with(String consideration, Answer answer) {
        return new Design(id, put(answers, consideration, answer), decisions, records, unknown);
    }

    /** This design with the consideration undecided again; its decision fields go too, its record number stays. */
    public Design without(String consideration) {
        var answers = new LinkedHashMap<>(this.answers);
        var decisions = new LinkedHashMap<>(this.decisions);
        answers.remove(consideration);
        decisions.remove(consideration);
        return new Design(id, answers, decisions, records, unknown);
    }

    public Design with(String consideration, Decision decision) {
        return new Design(id, answers, put(decisions, consideration, decision), records, unknown);
    }

    /** This design with a record number for each of these considerations that has none yet, in this order. */
    public Design numbered(List<String> considerations) {
        var fresh = considerations.stream().filter(id -> number(id).isEmpty()).distinct().toList();
        if (fresh.isEmpty()) {
            return this;
        }
        int next = records.stream().mapToInt(RecordEntry::number).max().orElse(0) + 1;
        var entries = Stream.iterate(0, i -> i + 1).limit(fresh.size()).map(i -> new RecordEntry(next + i, fresh.get(i)));
        return new Design(id, answers, decisions, Stream.concat(records.stream(), entries).toList(), unknown);
    }

    /** This design with a new number for each record whose number an earlier one has. */
    public Design renumbered() {
        int next = records.stream().mapToInt(RecordEntry::number).max().orElse(0) + 1;
        var taken = new HashSet<Integer>();
        var entries = new ArrayList<RecordEntry>();
        for (var entry : records) {
            entries.add(taken.add(entry.number()) ? entry : new RecordEntry(next++, entry.consideration()));
        }
        return new Design(id, answers, decisions, entries, unknown);
    }

    /** The number of the newest record of a consideration. */
    public Optional<Integer> number(String consideration) {
        return records.stream().filter(entry -> entry.consideration().equals(consideration)).map(RecordEntry::number).max(Integer::compare);
    }

    private static <V> SequencedMap<String, V> put(Map<String, V> map, String key, V value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
