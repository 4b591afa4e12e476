package aksiam.generate.record;

import aksiam.generate.Escaping;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** An advantage or drawback of the catalogue, which says it in the few words of a card, as a clause after "because". */
final class Argument {
    private static final Pattern CAPITALISED = Pattern.compile("[A-Z]([a-z]+\\b| )");
    /** Products keep their capital letter. */
    private static final Pattern NAME = Pattern.compile(
        "(Azure|Kubernetes|Entra|Microsoft|Cilium|Calico|Bicep|Conditional|Key|Windows|Linux|Ubuntu|Gatekeeper|Flux|Argo|Automatic|Standard|Defender|Bastion|Resource|Log|Network Contributor|Owner|Contributor)\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z']+");
    private static final Pattern INFINITIVE = Pattern.compile("\\bto [a-z]+( (and|or) (to )?[a-z]+)?");
    /** Verbs with which a card begins when it speaks of the option itself. */
    private static final Set<String> OPTION_DOES = words(
        """
        activates acts alters can cannot comes costs covers does ends fits gives goes grants has hides includes is keeps leaves lets makes may must needs protects reaches reads repairs repeats
        reports retires says sees sets shows stays still stops suits survives takes works""");
    /** Properties of the option itself. */
    private static final Set<String> OPTION_IS = words(
        """
        better blocked cheap compatible complete documented enough expected exposed fixed gone included independent kept known managed needed not paid permanent
        possible reachable resolvable set written""");
    /** By these a card is a sentence already. */
    private static final Set<String> VERBS = words(
        """
        acts add allows are arrive asks become becomes belong bring brings can cannot carries come comes counts decide decides depends does ends enforces excludes
        exist exists expire fail fails find finds follow follows get gets goes grow grows had has have hold holds includes install installs is keeps knows
        lead lean learns leaves lie lies lives locks lose loses makes match matches may means meets move must need needs open opens outlives pass passes reach reaches
        reads reimage reimages remain remains repeat repeats resolve resolves review runs says see sees share shares shows sign stand stands start stay stays stop stops supports
        take takes use uses wants works""");

    /** The cards are few and the same in every design; to read them anew would cost each record more than all else in it. */
    private static final Map<String, String> CLAUSES = new ConcurrentHashMap<>();

    private Argument() {
    }

    /** "No secret" becomes "it means no secret", "Needs kubelogin" "it needs kubelogin"; a sentence stays one. */
    static String clause(String card) {
        return CLAUSES.computeIfAbsent(card, Argument::read);
    }

    private static String read(String card) {
        var text = inside(card);
        var words = NO_WORD.split(INFINITIVE.matcher(text).replaceAll(""));
        var first = words.length == 0 ? "" : words[0];
        if (OPTION_DOES.contains(first)) {
            return "it " + text;
        }
        if (OPTION_IS.contains(first)) {
            return "it is " + text;
        }
        return isSentence(first, words, text) ? text : "it means " + text;
    }

    /** As it reads inside of a sentence: without the capital letter of its first word, and without its full stop. */
    static String inside(String sentence) {
        var prose = Escaping.prose(sentence);
        var text = CAPITALISED.matcher(prose).lookingAt() && !NAME.matcher(prose).lookingAt()
            ? prose.substring(0, 1).toLowerCase(Locale.ROOT) + prose.substring(1)
            : prose;
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isSentence(String first, String[] words, String text) {
        return switch (first) {
            case "no" -> false;
            case "nothing" -> !INFINITIVE.matcher(text).find();
            default -> Arrays.stream(words).skip(1).anyMatch(VERBS::contains);
        };
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }
}
