package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.testkit.Designs;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "a.bicep      | param name string = 'it''s'            | keyword:param string:'it' string:'s'",
        "a.bicep      | // from: grants                        | comment:// from: grants",
        "a.bicepparam | enableRBAC: true                       | constant:true",
        "a.yaml       | name: \"x: y\"                         | keyword:name string:\"x: y\"",
        "a.yaml       | - kind: User # why                     | keyword:- kind comment: # why",
        "a.json       | \"role\": \"Reader\", \"n\": 3         | keyword:\"role\" string:\"Reader\" keyword:\"n\" constant:3",
        "a.sh         | if [ \"$x\" ]; then # a                | keyword:if string:\"$x\" keyword:then comment: # a",
        "a.env        | ID_CLIENT_ID=0000                      | keyword:ID_CLIENT_ID string:0000",
        "a.sql        | CREATE USER [id] FROM EXTERNAL PROVIDER | keyword:CREATE keyword:USER name:[id] keyword:FROM keyword:EXTERNAL keyword:PROVIDER",
        "a.md         | ## Consequences                        | keyword:## Consequences"})
    void parts_have_the_colour_of_what_they_are(String path, String line, String expected) {
        assertEquals(expected, coloured(path, line));
    }

    @Test
    void rows_of_checks_have_what_is_expected_and_where_it_came_from() {
        assertEquals("keyword:no constant:- name:grants", coloured("a.tsv", "no\tsystem:x\t-\tgrants"));
        assertEquals("comment:# expected\tuser", coloured("a.tsv", "# expected\tuser"));
    }

    /** Whatever the colours: the line is all there. */
    @ParameterizedTest
    @MethodSource("presets")
    void every_line_of_a_preset_is_kept(String preset) {
        for (var file : Outputs.render(Source.of(Designs.read(preset)), Templates.embedded())) {
            var syntax = Syntax.of(file.path());
            file.text().lines()
                .forEach(line -> assertEquals(line, syntax.parts(line).stream().map(Syntax.Part::text).collect(Collectors.joining()), file.path()));
        }
    }

    static List<String> presets() {
        return List.of("small-team");
    }

    private static String coloured(String path, String line) {
        return Syntax.of(path).parts(line).stream().filter(part -> part.kind() != Syntax.Kind.PLAIN)
            .map(part -> part.kind().name().toLowerCase(java.util.Locale.ROOT) + ":" + part.text()).collect(Collectors.joining(" "));
    }
}
