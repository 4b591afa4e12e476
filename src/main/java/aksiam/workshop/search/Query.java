package aksiam.workshop.search;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int BITS = 24;
    private static final int MASK = (1 << BITS) - 1;
    private static final long[] NOWHERE = {};
    /** What people type for what the documentation calls otherwise. */
    private static final Map<String, List<String>> ALSO = Map.ofEntries(Map.entry("k8s", List.of("kubernetes")), Map.entry("aad", List.of("entra")),
        Map.entry("acr", List.of("container registry", "registry")), Map.entry("ns", List.of("namespace")), Map.entry("netpol", List.of("network polic")),
        Map.entry("msi", List.of("managed identity")), Map.entry("spn", List.of("service principal")), Map.entry("pim", List.of("just in time", "eligible")),
        Map.entry("pss", List.of("pod security")), Map.entry("psa", List.of("pod security")), Map.entry("vnet", List.of("virtual network")),
        Map.entry("bg", List.of("break-glass", "break glass")), Map.entry("irreversible", List.of("one-way")));

    /** Where something stands in a text. */
    record Range(int from, int to) {
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
        for (var word : words) {
            if (!mayBeIn(word, all)) {
                return Optional.empty();
            }
        }
        int score = title.lower().equals(whole) ? WHOLE : 0;
        var inTitle = new long[words.size()];
        int elsewhere = 0;
        for (int i = 0; i < inTitle.length; i++) {
            inTitle[i] = best(words.get(i), title);
            score += score(inTitle[i]);
            elsewhere += inTitle[i] == 0 ? 1 : 0;
        }
        if (elsewhere == 0) {
            return Optional.of(new Match(score - Math.min(title.text().length(), 60) / 6, inTitle, 0, NOWHERE));
        }
        Optional<Match> found = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            var inLine = new long[inTitle.length];
            int here = 0;
            int missing = elsewhere;
            for (int j = 0; j < inLine.length; j++) {
                inLine[j] = inTitle[j] == 0 ? best(words.get(j), lines.get(i)) : 0;
                here += score(inLine[j]);
                missing -= inLine[j] == 0 ? 0 : 1;
            }
            int together = score + here / 3;
            if (missing == 0 && (found.isEmpty() || found.get().score() < together)) {
                found = Optional.of(new Match(together, inTitle, i, inLine));
            }
        }
        return found;
    }

    private static boolean mayBeIn(List<String> word, String all) {
        for (var alternative : word) {
            if (all.contains(alternative)) {
                return true;
            }
        }
        return mayBeInitials(word.getFirst());
    }

    /**
     * How well an item fits.
     *
     * @param title fits in its title, one a word, 0 for a word that stands elsewhere
     * @param line  the line to show
     * @param words fits in that line
     */
    record Match(int score, long[] title, int line, long[] words) {
        static final Match NONE = new Match(0, NOWHERE, 0, NOWHERE);

        List<Range> inTitle() {
            return ranges(title);
        }

        List<Range> inLine() {
            return ranges(words);
        }

        private static List<Range> ranges(long[] fits) {
            return Arrays.stream(fits).filter(fit -> fit != 0).mapToObj(fit -> new Range((int) (fit >> BITS) & MASK, (int) fit & MASK)).toList();
        }
    }

    /** How well a word fits a text, and where: score, from, to. One number, as there are very many of them; 0 when it does not. */
    private static long fit(int score, int from, int to) {
        return (long) score << 2 * BITS | (long) from << BITS | to;
    }

    private static int score(long fit) {
        return (int) (fit >> 2 * BITS);
    }

    private static long best(List<String> word, Prepared text) {
        long best = 0;
        for (var alternative : word) {
            best = Math.max(best, fit(alternative, text));
        }
        return best;
    }

    private static long fit(String word, Prepared text) {
        int first = text.lower().indexOf(word);
        for (int at = first; at >= 0; at = text.lower().indexOf(word, at + 1)) {
            if (text.startsWord(at)) {
                return fit(at == 0 ? PREFIX : WORD_START, at, at + word.length());
            }
        }
        long initials = mayBeInitials(word) ? initials(word, text) : 0;
        return initials != 0 || first < 0 || word.length() < 3 ? initials : fit(INSIDE, first, first + word.length());
    }

    private static boolean mayBeInitials(String word) {
        return word.length() > 1 && word.length() < 6 && word.chars().allMatch(Character::isLetter);
    }

    /** First letters of words that follow each other: "kv" is Key Vault. */
    private static long initials(String word, Prepared text) {
        for (int i = 0; i + word.length() <= text.starts().length; i++) {
            int letters = 0;
            while (letters < word.length() && text.lower().charAt(text.starts()[i + letters]) == word.charAt(letters)) {
                letters++;
            }
            if (letters == word.length()) {
                return fit(INITIALS, text.starts()[i], end(text, text.starts()[i + letters - 1]));
            }
        }
        return 0;
    }

    private static int end(Prepared text, int start) {
        int end = start + 1;
        while (end < text.text().length() && Character.isLetterOrDigit(text.text().charAt(end)) && !text.startsWord(end)) {
            end++;
        }
        return end;
    }
}
