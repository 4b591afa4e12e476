package aksiam.ui.table;

import java.util.List;

/** Names in a sentence. */
final class Nouns {
    private Nouns() {
    }

    /** Such as "orders, payments and pricing". */
    static String and(List<String> names) {
        return names.size() < 2 ? String.join("", names) : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
