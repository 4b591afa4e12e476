package aksiam.store;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a design file of an older schema to the present one. Entry i turns schema i + 1 into schema i + 2; an entry is
 * never changed once it was released, and a frozen file of its schema stays in src/test/resources/migrations.
 */
final class Migrations {
    private static final List<UnaryOperator<ObjectNode>> ALL = List.of();

    /** The schema number that this version writes. */
    static final int PRESENT = ALL.size() + 1;

    private Migrations() {
    }

    static ObjectNode apply(ObjectNode root, int schema) {
        return apply(ALL, root, schema);
    }

    static ObjectNode apply(List<UnaryOperator<ObjectNode>> migrations, ObjectNode root, int schema) {
        for (var migration : migrations.subList(schema - 1, migrations.size())) {
            root = migration.apply(root);
        }
        return root.put("schema", migrations.size() + 1);
    }
}
