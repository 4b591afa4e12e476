package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.testkit.Designs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OriginsTest {
    @Test
    void a_block_of_bicep_is_that_of_the_comment_above_it_up_to_its_bracket() {
        var origins = origins("roles/x.bicepparam", """
                                                    using './x.bicep'

                                                    param rights = [
                                                      {
                                                        principals: [
                                                          // from: grants
                                                          {
                                                            names: [
                                                              'a'
                                                            ]
                                                          }
                                                          // from: visibility, grants
                                                          {
                                                            role: 'x'
                                                          }
                                                        ]
                                                        identities: []
                                                      }
                                                    ]
                                                    """, "grants", "visibility");
        assertEquals(List.of(), origins.at(5));
        for (int line = 6; line <= 11; line++) {
            assertEquals(List.of("grants"), origins.at(line), "line " + line);
        }
        assertEquals(List.of("visibility", "grants"), origins.at(14));
        assertEquals(List.of(), origins.at(16));
        assertEquals(List.of(), origins.at(17));
    }

    @Test
    void a_setting_inside_of_another_one_is_its_own() {
        var origins = origins("infra/x.bicepparam", """
                                                    param settings = {
                                                      // from: sign-in
                                                      aadProfile: {
                                                        managed: true
                                                        // from: authorization
                                                        enableAzureRBAC: true
                                                        tenantID: 'x'
                                                      }
                                                      name: 'x'
                                                    }
                                                    """, "sign-in", "authorization");
        assertEquals(List.of("authorization"), origins.at(6));
        assertEquals(List.of("sign-in"), origins.at(7));
        assertEquals(List.of("sign-in"), origins.at(8));
        assertEquals(List.of(), origins.at(9));
    }

    @Test
    void a_document_of_yaml_is_that_of_its_comment() {
        var origins = origins("kubernetes/x.yaml", """
                                                   # What it is.
                                                   ---
                                                   # from: default-traffic
                                                   apiVersion: v1
                                                   metadata:
                                                     labels:
                                                       # from: pod-security
                                                       level: x
                                                       other: x
                                                   spec: {}
                                                   ---
                                                   # from: flows
                                                   apiVersion: v1
                                                   """, "default-traffic", "pod-security", "flows");
        assertEquals(List.of(), origins.at(1));
        assertEquals(List.of("default-traffic"), origins.at(5));
        assertEquals(List.of("pod-security"), origins.at(8));
        assertEquals(List.of("default-traffic"), origins.at(9));
        assertEquals(List.of("default-traffic"), origins.at(10));
        assertEquals(List.of("flows"), origins.at(13));
    }

    @Test
    void objects_rows_and_paragraphs_name_theirs() {
        var json = origins("pim/x.json", "{\n  \"requests\": [\n    {\n      \"role\": \"x\",\n      \"consideration\": \"grants\"\n    }\n  ]\n}\n", "grants",
            "activations");
        assertEquals(List.of("grants"), json.at(3));
        assertEquals(List.of("grants"), json.at(6));
        assertEquals(List.of(), json.at(7));
        var rows = origins("checks/x.tsv", "# expected\tconsideration\nyes\tflows\nno\tgrants\n", "flows", "grants");
        assertEquals(List.of(), rows.at(1));
        assertEquals(List.of("grants"), rows.at(3));
        var script = origins("pim/apply.sh", "set -e\n\n# aks-sre: Reader (grants)\nrequest 'x'\n  'y'\n\nif true\n", "grants", "flows");
        assertEquals(List.of(), script.at(1));
        assertEquals(List.of("grants"), script.at(4));
        assertEquals(List.of(), script.at(7));
    }

    @Test
    void what_is_no_consideration_of_the_file_is_none_and_a_single_one_speaks_for_the_whole_file() {
        assertEquals(List.of("flows"), origins("records/x.md", "# A title\n\ntext\n", "flows").at(3));
        assertEquals(List.of(), origins("x.sh", "# made up (grants)\necho\n", "flows", "visibility").at(2));
    }

    /** Every line that the considerations of a preset shaped one by one names one of its file. */
    @ParameterizedTest
    @MethodSource("presets")
    void lines_of_presets_lead_to_a_consideration_of_their_file(String preset) {
        int lines = 0;
        int known = 0;
        for (var file : Outputs.render(Source.of(Designs.read(preset)), Templates.embedded())) {
            var origins = Origins.of(file);
            int count = file.text().split("\n").length;
            for (int line = 1; line <= count; line++) {
                var at = origins.at(line);
                assertTrue(file.considerations().containsAll(at), file.path());
                at.forEach(id -> assertFalse(Catalogue.find(id).isEmpty(), id));
                known += at.isEmpty() ? 0 : 1;
            }
            lines += count;
        }
        System.out.println(preset + ": " + known + " of " + lines + " lines name their consideration");
        assertTrue(known > lines / 2, known + " of " + lines);
    }

    static List<String> presets() {
        return Designs.PRESETS;
    }

    private static Origins origins(String path, String text, String... considerations) {
        return Origins.of(Artefact.of(path, text, List.of(considerations)));
    }
}
