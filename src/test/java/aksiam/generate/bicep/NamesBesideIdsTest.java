package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.testkit.Designs;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whoever maintains parameter files reads who is given what, not two GUIDs. */
class NamesBesideIdsTest {
    static final List<String> PRESETS = Designs.PRESETS;
    private static final Pattern ID = Pattern.compile(" *(role|principalId): '[0-9a-f-]{36}'.*");
    private static final Pattern NAMED = Pattern.compile(" *(role|principalId): '[0-9a-f-]{36}' // \\S.*");

    @ParameterizedTest
    @FieldSource("PRESETS")
    void roleAssignmentsNamePrincipalAndRole(String preset) {
        var lines = Outputs.render(Source.of(Designs.read(preset)), Templates.embedded()).stream()
            .filter(file -> file.path().startsWith("roles/") && file.path().endsWith(".bicepparam"))
            .flatMap(file -> file.text().lines()).filter(line -> ID.matcher(line).matches()).toList();
        assertTrue(lines.size() > 5, preset);
        assertEquals(List.of(), lines.stream().filter(line -> !NAMED.matcher(line).matches()).toList());
    }
}
