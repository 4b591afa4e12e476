package aksiam.workshop;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that a plan lets somebody do: "aks-sre holds Reader on resource group rg-aks".
 *
 * @param who   name of the one who may do it
 * @param key   what tells this one from everybody else, whatever the name
 * @param verb  how it is held
 * @param what  the role that belongs to the verb, empty where there is none
 * @param kind  what it is a right on, in the singular: "subnet"
 * @param place name of the one it is a right on
 * @param of    what the place is in, empty where the name says it all
 */
record Right(String who, String key, Verb verb, String what, String kind, String place, String of) implements Comparable<Right> {
    private static final Comparator<Right> ORDER = Comparator.comparing(Right::verb).thenComparing(Right::who, String.CASE_INSENSITIVE_ORDER)
        .thenComparing(Right::what).thenComparing(Right::kind).thenComparing(Right::of).thenComparing(Right::place).thenComparing(Right::key);
    private static final String WHAT = "@";

    /** How a right is held, in the order in which rights are told; what belongs to the verb stands where the sign is. */
    enum Verb {
        ADMIN("is cluster-admin of", "is no longer cluster-admin of"),
        LOCAL_ADMIN("is cluster-admin by the local account of", "is no longer cluster-admin by the local account of"),
        HOLDS("holds @", "no longer holds @"),
        EMERGENCY("holds as break-glass @", "no longer holds as break-glass @"),
        ACTIVATES("may activate @", "may no longer activate @"),
        INCLUDES("includes", "no longer includes"),
        OMITS("no longer leaves out", "now leaves out"),
        SIGNS_IN("signs in as", "no longer signs in as"),
        REACHES("may reach@", "may no longer reach@");

        private final String gained;
        private final String lost;

        Verb(String gained, String lost) {
            this.gained = gained;
            this.lost = lost;
        }
    }

    /** Whether both say the same of two places. */
    boolean isLike(Right other) {
        return verb == other.verb && key.equals(other.key) && who.equals(other.who) && what.equals(other.what) && kind.equals(other.kind)
            && of.equals(other.of);
    }

    /** Rights that are alike, in one sentence that names every place. */
    static String sentence(List<Right> alike, boolean gained, boolean withKey) {
        var first = alike.getFirst();
        var places = alike.stream().map(Right::place).distinct().toList();
        var verb = (gained ? first.verb.gained : first.verb.lost).replace(WHAT, first.what);
        var kind = first.kind.isEmpty() ? "" : " " + (places.size() == 1 ? first.kind : plural(first.kind));
        return first.who + (withKey ? " (" + first.key + ")" : "") + " " + verb + kind + " " + list(places) + first.of;
    }

    private static String plural(String noun) {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + (noun.endsWith("s") ? "es" : "s");
    }

    private static String list(List<String> names) {
        return names.size() == 1 ? names.getFirst() : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    @Override
    public int compareTo(Right other) {
        return ORDER.compare(this, other);
    }
}
