package aksiam.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DesignFileTest {
    private static final String PRINTED = """
                                          {
                                            "schema": 1,
                                            "answers": {
                                              "design-name": "Contoso",
                                              "clusters": [
                                                {
                                                  "name": "prd-weu",
                                                  "environment": "production",
                                                  "registries": ["not an id"],
                                                  "pools": [
                                                    {"name": "system", "mode": "System", "count": 3, "colour": "blue"}
                                                  ]
                                                }
                                              ],
                                              "control-plane-identity": "user-assigned",
                                              "boundary": ["namespace", "made-up"],
                                              "flows": [
                                                {"fromTeam": "a", "toTeam": "b", "port": 443}
                                              ],
                                              "of-tomorrow": {
                                                "deep": [1, 2.50, null, true]
                                              }
                                            },
                                            "decisions": {
                                              "control-plane-identity": {
                                                "status": "accepted",
                                                "because": "own subnet",
                                                "deciders": ["Miriam Graham"],
                                                "date": "2026-11-24",
                                                "revisit": "2027-11-24",
                                                "openPoint": {
                                                  "text": "who owns it?",
                                                  "owner": "Ana",
                                                  "due": "2026-12-15",
                                                  "mood": "fine"
                                                },
                                                "votes": 7
                                              },
                                              "of-tomorrow": {
                                                "status": "strange"
                                              }
                                            },
                                            "records": [
                                              {"number": 1, "consideration": "control-plane-identity", "supersedes": [3]}
                                            ],
                                            "author": "someone"
                                          }
                                          """;

    @Test
    void roundTripIsByteStableAndKeepsWhatItDoesNotKnow() throws UnreadableDesign {
        assertEquals(PRINTED, DesignFile.print(DesignFile.parse(PRINTED, "test")));
    }

    @Test
    void orderOfTheFileDoesNotMatter() throws UnreadableDesign {
        var design = DesignFile.parse(
            """
            {"author": "someone", "answers": {"boundary": ["namespace"], "clusters": [{"new": 1, "region": "westeurope", "name": "c"}], "design-name": "X"}, "schema": 1}
            """,
            "test");
        assertEquals("""
                     {
                       "schema": 1,
                       "answers": {
                         "design-name": "X",
                         "clusters": [
                           {"name": "c", "region": "westeurope", "new": 1}
                         ],
                         "boundary": ["namespace"]
                       },
                       "author": "someone"
                     }
                     """, DesignFile.print(design));
    }

    @Test
    void readsEveryKindOfAnswer() throws UnreadableDesign {
        var design = DesignFile.parse(PRINTED, "test");
        assertEquals("Contoso", design.text("design-name"));
        assertEquals("user-assigned", design.choice("control-plane-identity"));
        assertEquals(List.of("namespace", "made-up"), design.choices("boundary"));
        assertEquals(3, design.rows("clusters").getFirst().rows("pools").getFirst().cells().get("count"));
        assertEquals(new Decision(Decision.Status.ACCEPTED, "own subnet", List.of("Miriam Graham"), Optional.of(LocalDate.of(2026, 11, 24)),
            Optional.of(new Decision.OpenPoint("who owns it?", "Ana", Optional.of(LocalDate.of(2026, 12, 15)))), Optional.of(LocalDate.of(2027, 11, 24))),
            design.decision("control-plane-identity"));
        assertEquals(Optional.of(1), design.number("control-plane-identity"));
        assertFalse(design.answers().containsKey("of-tomorrow"));
    }

    @Test
    void emptyTextsAndDecisionsAreNotStored() {
        var design = Design.EMPTY.with("design-name", new Answer.Text("")).with("boundary", new Answer.Choice("")).with("boundary", Decision.NONE);
        assertEquals(DesignFile.print(Design.EMPTY), DesignFile.print(design));
    }

    @Test
    void aListWithoutEntriesSaysThatThereAreNone() throws UnreadableDesign {
        var design = Design.EMPTY.with("admin-groups", new Answer.Choices(List.of())).with("visibility", new Answer.Table(List.of()));
        assertEquals(design, DesignFile.parse(DesignFile.print(design), "test"));
    }

    @Test
    void hostileTextMeansItselfInUtf8() throws UnreadableDesign {
        var text = "\"\\ ${x} '''\n\r\t--- {{ =HYPERLINK( <script> \u202e \ud83d\ude80 \u0000\u007f\u2028 half \ud83d end";
        var design = Design.EMPTY.with("design-name", new Answer.Text(text)).with("teams",
            new Answer.Table(List.of(Row.of("name", text, "namespaces", List.of(text)))));
        var printed = DesignFile.print(design);
        var bytes = new String(printed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var read = DesignFile.parse(bytes, "test");
        assertEquals(design, read);
        assertEquals(printed, DesignFile.print(read));
    }

    @Test
    void localeDoesNotMatter() throws UnreadableDesign {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
        try {
            assertEquals(PRINTED, DesignFile.print(DesignFile.parse(PRINTED, "test")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesEveryFaultWithPathAndLineInOnePass() {
        var faults = faults("""
                            {
                              "schema": 1,
                              "answers": {
                                "design-name": {"text": 7},
                                "clusters": [
                                  {"name": "a"},
                                  {"name": ["b"],
                                   "pools": {"count": "three"}},
                                  "c"
                                ],
                                "boundary": [["namespace"]]
                              },
                              "decisions": {"boundary": {"status": ["done"], "date": {}}},
                              "records": [{"number": 1.5}]
                            }
                            """);
        assertEquals(List.of(
            "test: $.answers.design-name (line 4): expected text, found an object",
            "test: $.answers.clusters[1].name (line 7): expected one value, found a list",
            "test: $.answers.clusters[1].pools (line 8): expected a list of rows, found an object",
            "test: $.answers.clusters[2] (line 9): expected an object, found text",
            "test: $.answers.boundary[0] (line 11): expected text, found a list",
            "test: $.decisions.boundary.status (line 13): expected one value, found a list",
            "test: $.decisions.boundary.date (line 13): expected one value, found an object",
            "test: $.records[0].number (line 14): expected a whole number, found a number with a fraction",
            "test: $.records[0].consideration (line 14): expected text, found nothing"), faults);
    }

    @Test
    void aWrongValueIsKeptAsItStandsAndReported() throws UnreadableDesign {
        var text = """
                   {
                     "schema": 1,
                     "answers": {
                       "environments": [
                         {"name": "prod", "production": "maybe"},
                         {"name": 7, "production": 1}
                       ],
                       "clusters": [
                         {
                           "name": "a",
                           "registries": ["x", 2.50, null],
                           "authorizedRanges": true,
                           "pools": [
                             {"name": "system", "count": "three"},
                             {"name": "user", "count": -3},
                             {"name": "spare", "count": 12345678901}
                           ]
                         },
                         {"name": "b", "pools": 3}
                       ],
                       "design-name": 7,
                       "boundary": "namespace"
                     },
                     "decisions": {
                       "boundary": {
                         "openPoint": {
                           "text": 1,
                           "due": "soon"
                         },
                         "status": "done",
                         "deciders": "Ana",
                         "date": "tomorrow"
                       }
                     }
                   }
                   """;
        var design = DesignFile.parse(text, "test");
        assertEquals(text, DesignFile.print(design));
        assertEquals(Set.of("$.answers.environments[0].production", "$.answers.environments[1].name", "$.answers.environments[1].production",
            "$.answers.clusters[0].registries[0]", "$.answers.clusters[0].registries[1]", "$.answers.clusters[0].registries[2]",
            "$.answers.clusters[0].authorizedRanges", "$.answers.clusters[0].pools[0].count", "$.answers.clusters[0].pools[1].count",
            "$.answers.clusters[0].pools[2].count", "$.answers.clusters[1].pools", "$.answers.design-name", "$.answers.boundary",
            "$.decisions.boundary.openPoint.text", "$.decisions.boundary.openPoint.due", "$.decisions.boundary.status", "$.decisions.boundary.date",
            "$.decisions.boundary.deciders"),
            Check.findings(design).stream().filter(finding -> finding.kind() == Finding.Kind.MALFORMED_VALUE).map(finding -> finding.place().path())
                .collect(Collectors.toSet()));
        var answered = design.with("design-name", new Answer.Text("Contoso")).with("boundary",
            design.decision("boundary").withStatus(Decision.Status.ACCEPTED).withDate(Optional.of(LocalDate.EPOCH)));
        assertTrue(DesignFile.print(answered).contains("\"design-name\": \"Contoso\""));
        assertTrue(DesignFile.print(answered).contains("\"status\": \"accepted\""));
        assertTrue(Check.findings(answered).stream()
            .noneMatch(
                finding -> Set.of("$.answers.design-name", "$.decisions.boundary.status", "$.decisions.boundary.date").contains(finding.place().path())));
    }

    @Test
    void refusesWhatIsNoDesign() {
        assertEquals(List.of("test: is empty, expected a design file"), faults("  \n"));
        assertEquals(List.of("test: line 2: ends in the middle: the file is truncated"), faults("{\"schema\": 1,\n\"answers\": {"));
        assertTrue(faults("{\n  nonsense\n}").getFirst().startsWith("test: line 2: is not JSON"));
        assertTrue(faults("{\"schema\": 1} {}").getFirst().contains("is not JSON"));
        assertTrue(faults("{\"schema\": 1, \"schema\": 1}").getFirst().contains("schema"));
        assertEquals(List.of("test: line 1: is nested too deeply or too large for a design file"), faults("[".repeat(100_000)));
        assertEquals(List.of("test: line 1: is nested too deeply or too large for a design file"),
            faults("{\"schema\":1,\"x\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_001)));
        assertEquals(List.of("test: line 1: expected an object, the design"), faults("[]"));
        assertEquals(List.of("test: line 1: has no schema number, expected \"schema\": 1"), faults("{}"));
        assertEquals(List.of("test: $.schema (line 1): has schema 99 of a newer version; this version reads up to 1"),
            faults("{\"schema\": 99, \"answers\": 7}"));
        assertEquals(List.of("test: $.schema (line 1): expected a schema number from 1 to 1"), faults("{\"schema\": \"1\"}"));
    }

    @Test
    void namesTheFieldOfASecretAndNeverItsValue() {
        var secret = "AccountKey=" + "q".repeat(40);
        assertEquals(List.of("test: $.answers.teams[0].costCode (line 1): looks like an account key: a design holds no secret, remove it and renew it"),
            faults("{\"schema\": 1, \"answers\": {\"teams\": [{\"costCode\": \"" + secret + "\"}]}}"));
        assertEquals(List.of("test: $.x (line 1): a key looks like an account key: a design holds no secret, remove it and renew it"),
            faults("{\"schema\": 1, \"x\": {\"" + secret + "\": 1}}"));
        assertFalse(faults("{\"schema\": 1, " + secret).getFirst().contains("qqq"));
    }

    private static List<String> faults(String text) {
        return assertThrows(UnreadableDesign.class, () -> DesignFile.parse(text, "test")).faults().stream().map(Fault::text).toList();
    }
}
