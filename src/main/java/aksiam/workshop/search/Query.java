package aksiam.workshop.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody typed: words that all have to be found, in any order. */
final class Query {
    private static final int WHOLE = 140;
    private static final int PREFIX = 100;
    private static final int WORD_START = 80;
    private static final int INITIALS = 70;
    private static final int INSIDE = 45;
    /** What people type for what the documentation calls otherwise. */
    private static final Map<String, List<String>> ALSO = Map.ofEntries(Map.entry("k8s", List.of("kubernetes")), Map.entry("aad", List.of("entra")),
        Map.entry("acr", List.of("container registry", "registry")), Map.entry("ns", List.of("namespace")), Map.entry("netpol", List.of("network polic")),
        Map.entry("msi", List.of("managed identity")), Map.entry("spn", List.of("service principal")), Map.entry("pim", List.of("just in time", "eligible")),
        Map.entry("pss", List.of("pod security")), Map.entry("psa", List.of("pod security")), Map.entry("vnet", List.of("virtual network")),
        Map.entry("bg", List.of("break-glass", "break glass")), Map.entry("irreversible", List.of("one-way")));

    /** Where something stands in a text. */
    record Range(int from, int to) {
    }

    /** How well a word fits a text, and where. */
    private record Fit(int score, Range range) {
    }

    /** A text, prepared: in lower case, of the same length, with the starts of its words. */
    record Prepared(String text, String lower, int[] starts) {
        static Prepared of(String text) {
            var lower = new char[text.length()];
            var starts = new ArrayList<Integer>();
            boolean inWord = false;
            for (int i = 0; i < lower.length; i++) {
                char letter = text.charAt(i);
                boolean isWord = Character.isLetterOrDigit(letter);
                if (isWord && (!inWord || Character.isUpperCase(letter) && Character.isLowerCase(text.charAt(i - 1)))) {
                    starts.add(i);
                }
                inWord = isWord;
                lower[i] = Character.toLowerCase(letter);
            }
            return new Prepared(text, new String(lower), starts.stream().mapToInt(Integer::intValue).toArray());
        }

        boolean startsWord(int at) {
            return Arrays.binarySearch(starts, at) >= 0;
        }
    }

    private final List<List<String>> words;
    private final String whole;

    Query(String typed) {
        whole = Prepared.of(typed.strip()).lower();
        words = Stream.of(whole.split("\\s+")).filter(word -> !word.isEmpty()).map(Query::alternatives).toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The word, its singular, and what else it is called. */
    private static List<String> alternatives(String word) {
        var singular = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
            ? Stream.of(word.substring(0, word.length() - 1))
            : Stream.<String>empty();
        return Stream.of(Stream.of(word), singular, ALSO.getOrDefault(word, List.of()).stream()).flatMap(alternative -> alternative).toList();
    }

    /**
     * How well all words fit an item; empty when one fits nowhere. Its title weighs most, the line beside it a third.
     *
     * @param all every text of the item in lower case, so that most items are passed over at once
     */
    Optional<Match> match(Prepared title, List<Prepared> lines, String all) {
        if (words.stream().anyMatch(word -> word.stream().noneMatch(all::contains) && !mayBeInitials(word.getFirst()))) {
            return Optional.empty();
        }
        int score = title.lower().equals(whole) ? WHOLE : 0;
        var inTitle = new ArrayList<Range>();
        var elsewhere = new ArrayList<List<String>>();
        for (var word : words) {
            var fit = best(word, title);
            if (fit.isPresent()) {
                score += fit.get().score();
                inTitle.add(fit.get().range());
            } else {
                elsewhere.add(word);
            }
        }
        if (elsewhere.isEmpty()) {
            return Optional.of(new Match(score - Math.min(title.text().length(), 60) / 6, inTitle, 0, List.of()));
        }
        Optional<Match> found = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var fits = elsewhere.stream().map(word -> best(word, line)).flatMap(Optional::stream).toList();
            if (fits.size() == elsewhere.size()) {
                int here = score + fits.stream().mapToInt(Fit::score).sum() / 3;
                if (found.filter(other -> other.score() >= here).isEmpty()) {
                    found = Optional.of(new Match(here, inTitle, i, fits.stream().map(Fit::range).toList()));
                }
            }
        }
        return found;
    }

    /** @param line the one to show, with what was found in it */
    record Match(int score, List<Range> inTitle, int line, List<Range> inLine) {
    }

    private static Optional<Fit> best(List<String> word, Prepared text) {
        return word.stream().map(alternative -> fit(alternative, text)).flatMap(Optional::stream).max(Comparator.comparingInt(Fit::score));
    }

    private static Optional<Fit> fit(String word, Prepared text) {
        int first = text.lower().indexOf(word);
        for (int at = first; at >= 0; at = text.lower().indexOf(word, at + 1)) {
            if (text.startsWord(at)) {
                return Optional.of(new Fit(at == 0 ? PREFIX : WORD_START, new Range(at, at + word.length())));
            }
        }
        var initials = mayBeInitials(word) ? initials(word, text) : Optional.<Fit>empty();
        return initials.or(() -> first >= 0 && word.length() > 2 ? Optional.of(new Fit(INSIDE, new Range(first, first + word.length()))) : Optional.empty());
    }

    private static boolean mayBeInitials(String word) {
        return word.length() > 1 && word.length() < 6 && word.chars().allMatch(Character::isLetter);
    }

    /** First letters of words that follow each other: "kv" is Key Vault. */
    private static Optional<Fit> initials(String word, Prepared text) {
        for (int i = 0; i + word.length() <= text.starts().length; i++) {
            int letters = 0;
            while (letters < word.length() && text.lower().charAt(text.starts()[i + letters]) == word.charAt(letters)) {
                letters++;
            }
            if (letters == word.length()) {
                int last = text.starts()[i + letters - 1];
                return Optional.of(new Fit(INITIALS, new Range(text.starts()[i], end(text, last))));
            }
        }
        return Optional.empty();
    }

    private static int end(Prepared text, int start) {
        int end = start + 1;
        while (end < text.text().length() && Character.isLetterOrDigit(text.text().charAt(end)) && !text.startsWord(end)) {
            end++;
        }
        return end;
    }
}
