package aksiam.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.testkit.Designs;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

final class DesignSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(DesignSchema.text());

    static List<String> designs() {
        return Designs.all();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyDesignFits(String name) {
        assertEquals(List.of(), faults(DesignFile.print(Designs.read(name))));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyDesignIsStoredAsItIsPrinted(String name) {
        var resource = (Designs.PRESETS.contains(name) ? "/aksiam/presets/" : "/designs/") + name + DesignFile.ENDING;
        assertEquals(Designs.text(resource), DesignFile.print(Designs.read(name)));
    }

    @Test
    void tellsWrongFromRight() {
        assertFalse(faults("{}").isEmpty());
        assertFalse(faults("{\"schema\": 2}").isEmpty());
        assertFalse(faults("{\"schema\": 1, \"answers\": {\"control-plane-identity\": \"magic\"}}").isEmpty());
        assertFalse(faults("{\"schema\": 1, \"answers\": {\"boundary\": \"namespace\"}}").isEmpty());
        assertFalse(faults("{\"schema\": 1, \"answers\": {\"tenant\": \"not-a-guid\"}}").isEmpty());
        assertFalse(faults("{\"schema\": 1, \"answers\": {\"clusters\": [{\"pools\": [{\"count\": \"three\"}]}]}}").isEmpty());
        assertFalse(faults("{\"schema\": 1, \"decisions\": {\"boundary\": {\"status\": \"done\"}}}").isEmpty());
        assertEquals(List.of(), faults("{\"schema\": 1, \"answers\": {\"boundary\": [\"namespace\"]}, \"tomorrow\": 1}"));
    }

    @Test
    void describesEveryConsideration() {
        var answers = JsonMapper.shared().readTree(DesignSchema.text()).get("properties").get("answers").get("properties");
        assertEquals(Catalogue.all().stream().map(consideration -> consideration.id()).toList(), List.copyOf(answers.propertyNames()));
        answers.forEach(answer -> assertTrue(answer.hasNonNull("title") && answer.hasNonNull("description"), answer::toString));
    }

    private static List<String> faults(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
    }
}
