package aksiam.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class MigrationsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/migrations");

    @Test
    void everySchemaHasAFrozenFileThatStillOpens() throws Exception {
        for (int schema = 1; schema <= DesignFile.SCHEMA; schema++) {
            var file = SAMPLES.resolve(schema + DesignFile.ENDING);
            assertTrue(Files.readString(file).contains("\"schema\": " + schema + ","), file.toString());
            var design = DesignFile.read(file);
            assertEquals("Frozen file of schema " + schema, design.text("design-name"));
            assertEquals("The nodes stand in a subnet of our own.", design.decision("control-plane-identity").because());
            assertTrue(design.unknown().isEmpty(), () -> "left over: " + design.unknown());
        }
    }

    @Test
    void migrationsRunFromTheSchemaOfTheFileToThePresentOne() {
        List<UnaryOperator<ObjectNode>> migrations = List.of(root -> root.put("steps", root.path("steps").asString("") + "1>2 "),
            root -> root.put("steps", root.path("steps").asString("") + "2>3"));
        assertEquals("{\"schema\":3,\"steps\":\"1>2 2>3\"}", Migrations.apply(migrations, root(1), 1).toString());
        assertEquals("{\"schema\":3,\"steps\":\"2>3\"}", Migrations.apply(migrations, root(2), 2).toString());
        assertEquals("{\"schema\":3}", Migrations.apply(migrations, root(3), 3).toString());
    }

    private static ObjectNode root(int schema) {
        return JsonMapper.shared().createObjectNode().put("schema", schema);
    }
}
