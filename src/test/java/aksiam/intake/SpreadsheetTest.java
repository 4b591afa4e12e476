package aksiam.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.intake.Spreadsheet.Reading;
import aksiam.intake.Spreadsheet.State;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.rows.Tables;
import aksiam.rules.Candidates;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {
    private static final String GUID = "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11";
    private static final String OTHER = "b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10";
    private static final Design DESIGN = Design.EMPTY.with("clusters", new Answer.Table(List.of(Row.of("name", "prd-weu"), Row.of("name", "prd-neu"))))
        .with("principals", new Answer.Table(List.of(Row.of("name", "AKS orders dev", "kind", "group"), Row.of("name", "AKS search dev", "kind", "group"))))
        .with("teams", new Answer.Table(List.of(Row.of("name", "orders", "quotaCpu", "8", "costCode", "4711", "pool", "general"))));

    private static Reading read(String text, RowType<?> type, String consideration) {
        return Spreadsheet.read(text, type, DESIGN.rows(consideration), Candidates.of(DESIGN));
    }

    @Test
    void readsTeamsAsCopiedFromASpreadsheet() {
        var reading = read("""
                           Team\tPrincipals\tClusters\tNamespaces\tCPU\tMemory
                           orders\tAKS orders dev\tprd-weu prd-neu\torders, orders-batch\t16\t64Gi
                           search\tAKS search dev\tprd-weu; prd-neu\tsearch\t8\t32Gi
                           """.replace("\n", "\r\n"), Tables.TEAMS, "teams");
        assertEquals(List.of(), reading.notUnderstood());
        assertEquals(0, reading.wrongCells());
        assertEquals(List.of(State.CHANGED, State.NEW), reading.lines().stream().map(Spreadsheet.Line::state).toList());
        assertEquals(List.of(
            Row.of("name", "orders", "quotaCpu", "16", "costCode", "4711", "pool", "general", "principals", List.of("AKS orders dev"), "clusters",
                List.of("prd-weu", "prd-neu"), "namespaces", List.of("orders", "orders-batch"),
                "quotaMemory", "64Gi"),
            Row.of("name", "search", "principals", List.of("AKS search dev"), "clusters", List.of("prd-weu", "prd-neu"), "namespaces", List.of("search"),
                "quotaCpu", "8", "quotaMemory", "32Gi")),
            reading.rows());
    }

    @Test
    void readsSemicolonFilesOfExcelWithListsInCommas() {
        var reading = read("\uFEFFteam;clusters;COST CODE\norders;prd-weu,prd-neu;\"12;34\"\n", Tables.TEAMS, "teams");
        assertEquals(List.of("prd-weu", "prd-neu"), reading.rows().getFirst().list("clusters"));
        assertEquals("12;34", reading.rows().getFirst().text("costCode"));
        assertEquals("8", reading.rows().getFirst().text("quotaCpu"));
    }

    @Test
    void quotedCellsHoldLineEndsQuotesAndSeparators() {
        var reading = read(
            "Name,Description,Actions\nRepair,\"says \"\"yes\"\",\nthen no\",\"Microsoft.Resources/deployments/*\nMicrosoft.Insights/alertRules/*\"\n",
            Tables.AZURE_ROLES, "azure-roles");
        assertEquals("says \"yes\",\nthen no", reading.rows().getFirst().text("description"));
        assertEquals(List.of("Microsoft.Resources/deployments/*", "Microsoft.Insights/alertRules/*"), reading.rows().getFirst().list("actions"));
    }

    @Test
    void readsObjectIdsWithoutAHead() {
        var reading = read("AKS orders dev," + GUID + "\nAKS SRE," + GUID.replace('3', '4') + "\n", Tables.PRINCIPALS, "principals");
        assertEquals(Row.of("name", "AKS orders dev", "kind", "group", "objectId", GUID), reading.rows().getFirst());
        assertEquals(Row.of("name", "AKS SRE", "objectId", GUID.replace('3', '4')), reading.rows().getLast());
        assertEquals(1, reading.count(State.CHANGED));
    }

    @Test
    void readsTheExportOfEntra() {
        var reading = read("id,displayName,securityEnabled\n" + GUID + ",AKS SRE,true\n", Tables.PRINCIPALS, "principals");
        assertEquals(Row.of("name", "AKS SRE", "kind", "group", "objectId", GUID), reading.rows().getLast());
        assertEquals(List.of("securityEnabled"), reading.notUnderstood());
    }

    /** Exports hold many columns more, in any order and between any separators. */
    @Test
    void readsTheExportsOfEntraWhateverElseTheyHold() {
        var groups = "AKS SRE group " + GUID + "\nAKS audit group " + OTHER + "\n";
        var users = "Ada Lovelace user " + GUID + "\nGrace Hopper user " + OTHER + "\n";
        exported(groups, "id,displayName,groupType,membershipType,source,mail,securityEnabled,mailEnabled\n" + GUID
            + ",AKS SRE,Security,Assigned,Cloud,,True,False\n" + OTHER + ",AKS audit,Security,Assigned,Cloud,,True,False\n");
        exported(users,
            "userPrincipalName;displayName;surname;givenName;id;userType;jobTitle;department;accountEnabled\nada@contoso.com;Ada Lovelace;Lovelace;Ada;"
                + GUID + ";Member;;;True\ngrace@contoso.com;Grace Hopper;Hopper;Grace;" + OTHER + ";Guest;;;True\n");
        exported("Ada Lovelace user " + GUID + "\nAKS audit group " + OTHER + "\n",
            "id,userPrincipalName,displayName,objectType,userType,isUser,isGroup,isGuest\n" + GUID
                + ",ada@contoso.com,Ada Lovelace,User,Member,True,False,False\n"
                + OTHER + ",,AKS audit,Group,,False,True,False\n");
        exported(groups,
            "#TYPE Microsoft.Graph.PowerShell.Models.MicrosoftGraphGroup\r\n\"AcceptedSenders\",\"Classification\",\"CreatedDateTime\",\"Description\","
                + "\"DisplayName\",\"GroupTypes\",\"HasMembersWithLicenseErrors\",\"Id\",\"SecurityEnabled\"\r\n,,\"1/2/2026 8:00:00 AM\",\"Repairs, and more\",\"AKS SRE\","
                + "\"System.String[]\",,\"" + GUID + "\",\"True\"\r\n,,,,\"AKS audit\",\"System.String[]\",,\"" + OTHER + "\",\"True\"\r\n");
        var json = "[{\"classification\": null, \"displayName\": \"AKS SRE\", \"groupTypes\": [], \"id\": \"" + GUID
            + "\", \"mailEnabled\": false, \"proxyAddresses\": [\"a\", \"b\"]}, {\"displayName\": \"AKS audit\", \"id\": \"" + OTHER + "\"}]";
        exported(groups, json);
        exported(groups, "{\"@odata.context\": \"x\", \"value\": " + json + "}");
    }

    private static void exported(String rows, String text) {
        for (var encoded : List.of(text.getBytes(StandardCharsets.UTF_8), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE), text.getBytes(StandardCharsets.UTF_16LE), text.getBytes(StandardCharsets.UTF_16BE))) {
            var reading = Spreadsheet.read(Spreadsheet.text(encoded), Tables.PRINCIPALS, List.of(), Candidates.of(DESIGN));
            assertEquals(rows, reading.rows().stream().map(row -> row.text("name") + " " + row.text("kind") + " " + row.text("objectId") + "\n")
                .collect(Collectors.joining()), text);
            assertEquals(0, reading.wrongCells());
        }
    }

    @Test
    void aColumnThatIsNotUnderstoodCanBeMapped() {
        var text = "Kennung;Bezeichnung;Abteilung\n" + GUID + ";AKS SRE;IT\n" + OTHER + ";AKS audit;Revision\n";
        var reading = read(text, Tables.PRINCIPALS, "principals");
        assertEquals(List.of("Bezeichnung", "Abteilung"), reading.unknownHeads());
        var name = Tables.PRINCIPALS.field("name").orElseThrow();
        var owner = Tables.PRINCIPALS.field("owner").orElseThrow();
        var mapped = Spreadsheet.read(text, Tables.PRINCIPALS, List.of(), Candidates.of(DESIGN), Map.of("Bezeichnung", name, "Abteilung", owner));
        assertEquals(List.of(), mapped.unknownHeads());
        assertEquals(List.of(Row.of("name", "AKS SRE", "objectId", GUID, "owner", "IT"), Row.of("name", "AKS audit", "objectId", OTHER, "owner", "Revision")),
            mapped.rows());
        var instead = Spreadsheet.read("id,displayName,mailNickname\n" + GUID + ",SRE,aks-sre\n", Tables.PRINCIPALS, List.of(), Candidates.of(DESIGN),
            Map.of("mailNickname", name));
        assertEquals("aks-sre", instead.rows().getFirst().text("name"));
        assertEquals(List.of("displayName"), instead.unknownHeads());
    }

    @Test
    void twoGroupsOfOneNameAreTwo() {
        var text = "id,displayName\n" + GUID + ",AKS SRE\n" + OTHER + ",AKS SRE\n";
        var reading = Spreadsheet.read(text, Tables.PRINCIPALS, List.of(Row.of("name", "AKS SRE", "kind", "group")), Candidates.of(DESIGN));
        assertEquals(List.of("", GUID, OTHER), reading.rows().stream().map(row -> row.text("objectId")).toList(), "nobody knows which one the first row means");
        assertEquals(List.of("AKS SRE"), reading.sameName());
        var again = Spreadsheet.read(text, Tables.PRINCIPALS, reading.rows(), Candidates.of(DESIGN));
        assertEquals(reading.rows(), again.rows());
        assertEquals(2, again.count(State.SAME));
        var renamed = Spreadsheet.read("id,displayName\n" + GUID + ",AKS SRE west\n", Tables.PRINCIPALS, reading.rows(), Candidates.of(DESIGN));
        assertEquals(List.of("AKS SRE", "AKS SRE west", "AKS SRE"), renamed.rows().stream().map(row -> row.text("name")).toList());
        var other = Spreadsheet.read("AKS SRE," + OTHER + "\n", Tables.PRINCIPALS, List.of(Row.of("name", "AKS SRE", "objectId", GUID)), Candidates.of(DESIGN));
        assertEquals(2, other.rows().size());
        assertEquals(List.of("AKS SRE"), other.sameName());
    }

    @Test
    void wrongCellsAreKeptAndSayWhatToDo() {
        var reading = read("name\tkind\tobject id\nAKS orders dev\tteam\t8c1f7d20-4b6e\n", Tables.PRINCIPALS, "principals");
        assertEquals(
            List.of("\"team\" is no choice here. Choose group, user, pipeline, managed-identity or service-account.",
                "13 characters, a GUID has 36. Paste the object id from Entra."),
            reading.lines().getFirst().faults().stream().map(fault -> fault.message()).toList());
        assertEquals("8c1f7d20-4b6e", reading.rows().getFirst().text("objectId"));
    }

    @Test
    void secretsAreLeftOutAndNamedWithoutTheirValue() {
        var reading = read("Name,Owner\nAKS SRE,-----BEGIN PRIVATE KEY-----abc\n", Tables.PRINCIPALS, "principals");
        assertEquals("", reading.rows().getLast().text("owner"));
        assertEquals(1, reading.refused().size());
        assertFalse(reading.refused().toString().contains("abc"));
    }

    @Test
    void rowsThatOnlyRelateOthersAreNeverOverwritten() {
        var grants = "AKS SRE\tazure\tReader\tprd-weu\tstanding\nAKS SRE\tazure\tContributor\tprd-weu\teligible\nAKS SRE\tazure\tReader\tprd-weu\tstanding\n";
        var reading = read(grants, Tables.GRANTS, "grants");
        assertEquals(2, reading.rows().size());
        assertEquals(1, reading.count(State.SAME));
    }

    @Test
    void theSameTextTwiceChangesNothing() {
        var text = "Team,CPU\norders,16\nsearch,8\n";
        var rows = read(text, Tables.TEAMS, "teams").rows();
        var again = Spreadsheet.read(text, Tables.TEAMS, rows, Candidates.of(DESIGN));
        assertEquals(rows, again.rows());
        assertEquals(2, again.count(State.SAME));
    }

    @Test
    void hostileTextIsTextAndNothingElse() {
        for (var cell : List.of("=HYPERLINK(\"http://x\")", "${x}", "'''", "---", "{{ x }}", "<script>", "\u202Eevil", "😀", "a".repeat(500))) {
            var reading = read("Team\tCost code\norders\t" + cell + "\n", Tables.TEAMS, "teams");
            assertEquals(cell, reading.rows().getFirst().text("costCode"));
        }
        for (var text : List.of("", "\n\n", "\"", "\"unclosed,\nrest", "a\"b,c\"d\n\"x\" y,z", "\0\1\2", ",,,,\n;;;\n\t\t", "sep=;",
            "sep=;\nTeam;CPU\norders;3")) {
            var reading = read(text, Tables.TEAMS, "teams");
            assertTrue(reading.rows().size() >= 1, text);
        }
    }

    @Test
    void decodesWhatExcelWrites() {
        assertEquals("Köln", Spreadsheet.text("Köln".getBytes(StandardCharsets.UTF_8)));
        assertEquals("Köln", Spreadsheet.text("Köln".getBytes(Charset.forName("windows-1252"))));
        assertEquals("Köln", Spreadsheet.text("\uFEFFKöln".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void countsColumnsBeyondTheHead() {
        assertEquals(List.of("column 3"), read("Team,CPU\norders,3,what\n", Tables.TEAMS, "teams").notUnderstood());
    }

    @Test
    void flagsAndNumbersAreTyped() {
        var reading = read("Role,Hours,Approval,MFA,Ticket\nContributor,8,yes,X,maybe\n", Tables.ACTIVATIONS, "activations");
        assertEquals(Row.of("role", "Contributor", "hours", 8, "approval", true, "mfa", true, "ticket", "maybe"), reading.rows().getFirst());
        assertEquals(1, reading.wrongCells());
    }

    @Test
    void laysABlockOverRowsByPlace() {
        var rows = List.of(Row.of("name", "a", "quotaCpu", "1"), Row.of("name", "b", "quotaCpu", "2"), Row.of("name", "c", "quotaCpu", "3"));
        var columns = Tables.TEAMS.fields().subList(4, Tables.TEAMS.fields().size());
        assertEquals("quotaCpu", columns.getFirst().name());
        var reading = Spreadsheet.over("7\t8Gi\r\n\r\n9\r\n10\r\n", Tables.TEAMS, rows, 0, columns, Candidates.of(DESIGN));
        assertEquals(
            List.of(Row.of("name", "a", "quotaCpu", "7", "quotaMemory", "8Gi"), Row.of("name", "b"), Row.of("name", "c", "quotaCpu", "9"),
                Row.of("quotaCpu", "10")),
            reading.rows(), "an empty line empties its cells, what goes beyond the last row is new");
        assertEquals(List.of(State.CHANGED, State.CHANGED, State.CHANGED, State.NEW), reading.lines().stream().map(Spreadsheet.Line::state).toList());
        assertEquals(rows.getFirst(), reading.lines().getFirst().before());
        assertTrue(Spreadsheet.isCell("prd-weu, prd-neu\n"));
        assertFalse(Spreadsheet.isCell("1\n2"));
        assertFalse(Spreadsheet.isCell("1\t2"));
    }

    /** The only column of ids is not taken for object ids when its head says that it holds another kind. */
    @Test
    void clientIdsAreNoObjectIds() {
        for (var head : List.of("Application (client) ID", "appId", "ClientId", "Application ID")) {
            var reading = read("Display name," + head + "\nci,3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11\n", Tables.PRINCIPALS, "principals");
            assertEquals("", reading.rows().getLast().text("objectId"), head);
            assertEquals("ci", reading.rows().getLast().text("name"));
            assertTrue(reading.refused().getFirst().startsWith("\"" + head + "\" holds client ids, expected object ids"), reading.refused().toString());
        }
        var both = read("[{\"displayName\": \"ci\", \"appId\": \"3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11\", \"id\": \"b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10\"}]",
            Tables.PRINCIPALS, "principals");
        assertEquals("b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10", both.rows().getLast().text("objectId"));
    }

    @Test
    void theIdOfAnApplicationIsNotThatOfItsServicePrincipal() {
        var reading = read("[{\"displayName\": \"ci\", \"id\": \"b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10\", \"requiredResourceAccess\": []}]",
            Tables.PRINCIPALS, "principals");
        assertEquals("", reading.rows().getLast().text("objectId"));
        assertTrue(reading.refused().getFirst().contains("ids of applications"), reading.refused().toString());
    }

    @Test
    void whoKeepsTheMembersOfAGroupIsSaid() {
        var reading = read("""
                           displayName,id,groupTypes,securityEnabled,onPremisesSyncEnabled
                           by rule,3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11,DynamicMembership,True,
                           synced,b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10,,True,True
                           mail,b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e11,,False,
                           plain,b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e12,,True,
                           """, Tables.PRINCIPALS, "principals");
        assertEquals(List.of("by rule.", "synced.", "mail."), reading.notes().stream().map(note -> note.substring(note.indexOf(": ") + 2)).toList());
        assertEquals(4, reading.lines().size());
    }
}
