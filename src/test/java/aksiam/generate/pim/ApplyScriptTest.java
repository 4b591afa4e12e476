package aksiam.generate.pim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.ObjectId;
import aksiam.model.Row;
import aksiam.plan.Access;
import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Activation;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import aksiam.plan.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs pim/apply.sh against an {@code az} that keeps eligible rights in a file and records every change. */
class ApplyScriptTest {
    private static final String SCOPE = "/subscriptions/b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10/resourceGroups/rg-aks";
    private static final String ADMINS = "11d6c5a2-93f4-4b1e-8c55-6f3f1f0f7d01";
    private static final Role ROLE = new Role("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", false);
    /** Lists the file for the list of rights and the one of rules, nothing for the next page, and adds or changes lines for requests. */
    private static final String AZ = """
                                     #!/usr/bin/env bash
                                     set -euo pipefail
                                     body='' url='' query=''
                                     while (($#)); do
                                       case $1 in
                                         --body) body=$2; shift ;;
                                         --url) url=$2; shift ;;
                                         --query) query=$2; shift ;;
                                       esac
                                       shift
                                     done
                                     if [[ -z $body ]]; then
                                       if [[ $url == *roleManagementPolicyAssignments* ]]; then
                                         cat "$STATE.rules"
                                       elif [[ $query != nextLink ]]; then
                                         cat "$STATE"
                                       fi
                                       exit 0
                                     fi
                                     printf '%s %s\\n' "$url" "$body" >>"$CALLS"
                                     if [[ $url == *roleManagementPolicies* ]]; then
                                       hours=PT4H ends=true days=P365D
                                       if [[ $body == *'"isExpirationRequired": false'* ]]; then ends=false; fi
                                       if [[ $body == *'"P30D"'* ]]; then days=P30D; fi
                                       printf '/roleManagementPolicies/p1\\t%s\\tJustification,MultiFactorAuthentication\\tfalse\\tnone\\t%s\\t%s\\n' "$hours" "$ends" "$days" >"$STATE.rules"
                                       exit 0
                                     fi
                                     field() { sed -E "s/.*\\"$1\\": \\"([^\\"]*)\\".*/\\1/" <<<"$body"; }
                                     grep -v "$(field principalId)" "$STATE" >"$STATE.new" || true
                                     if [[ $body != *AdminRemove* ]]; then
                                       end=none
                                       if [[ $body == *'"P30D"'* ]]; then end=2026-03-03T08:00:00Z; fi
                                       if [[ $body == *'"P365D"'* ]]; then end=2027-02-01T08:00:00Z; fi
                                       printf '%s\\t%s\\t%s\\t%s\\t%s\\t%s\\n' schedule-1 "${url%%/providers/Microsoft.Authorization*}" "$(field principalId)" "$(field roleDefinitionId)" 2026-02-01T08:00:00Z "$end" >>"$STATE.new"
                                     fi
                                     mv "$STATE.new" "$STATE"
                                     """;
    private static final String DEFAULT_RULES = "/roleManagementPolicies/p1\tPT8H\tJustification,MultiFactorAuthentication\tFalse\tnone\tTrue\tP365D\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void az() throws IOException {
        var az = Files.createDirectories(folder.resolve("bin")).resolve("az");
        Files.writeString(az, AZ);
        assertTrue(az.toFile().setExecutable(true));
        today("2026-02-01");
        Files.createFile(folder.resolve("state"));
        Files.writeString(folder.resolve("state.rules"), DEFAULT_RULES);
        Files.createFile(folder.resolve("calls"));
    }

    @Test
    void showsThenRequestsThenFindsNothingToDo() throws Exception {
        assertTrue(run(365).contains("would request Reader for admins"));
        assertEquals(List.of(), calls());
        assertTrue(run(365, "--apply").contains("request Reader for admins"));
        assertEquals(1, calls().size());
        assertTrue(calls().getFirst().contains("\"requestType\": \"AdminAssign\"")
            && calls().getFirst().contains("\"justification\": \"It's \\\"needed\\\" ${x}\"") && calls().getFirst().contains("\"P365D\""), calls().getFirst());
        var third = run(365, "--apply");
        assertTrue(third.contains("Everything is as the design wants it."), third);
        assertEquals(1, calls().size());
    }

    @Test
    void setsTheRulesBeforeItRequests() throws Exception {
        assertTrue(run(30).contains("would set Expiration_EndUser_Assignment of Reader at " + SCOPE));
        run(30, "--apply");
        var both = Files.readAllLines(folder.resolve("calls"));
        assertTrue(both.getFirst().startsWith("/roleManagementPolicies/p1?api-version=2020-10-01 {\"properties\": {\"rules\": [{\"ruleType\"")
            && both.getFirst().contains("\"maximumDuration\": \"PT4H\"") && both.getFirst().contains("\"maximumDuration\": \"P30D\"")
            && !both.getFirst().contains("Approval_EndUser") && !both.getFirst().contains("Enablement"), both.getFirst());
        assertTrue(both.get(1).contains("AdminAssign"), both.get(1));
        run(30, "--apply");
        assertEquals(2, Files.readAllLines(folder.resolve("calls")).size());
    }

    /** No answer is not the answer that there is nothing. */
    @Test
    void aListThatCannotBeReadEndsTheRunBeforeAnyRequest() throws Exception {
        Files.delete(folder.resolve("state"));
        assertFalse(run(1, activation(30)).contains("would request"));
        run(1, activation(30), "--apply");
        assertTrue(Files.readAllLines(folder.resolve("calls")).stream().noneMatch(call -> call.contains("AdminAssign")));
    }

    @Test
    void withoutRulesNobodyBecomesEligible() throws Exception {
        Files.writeString(folder.resolve("state.rules"), "");
        assertTrue(run(1, Activation.UNDECIDED.strictest(activation(30)), "--apply").contains("PIM has no activation rules for Reader"));
        assertEquals(List.of(), Files.readAllLines(folder.resolve("calls")));
    }

    @Test
    void approversAreNamedAndUnknownOnesHoldTheRequestBack() throws Exception {
        var asks = new Activation(4, Optional.of(true), List.of(new Subject.Entra("boss", new ObjectId(ADMINS), Subject.Entra.Kind.User)), Optional.empty(),
            OptionalInt.of(30));
        run(0, asks, "--apply");
        assertTrue(Files.readAllLines(folder.resolve("calls")).getFirst().contains(
            "\"primaryApprovers\": [{\"id\": \"" + ADMINS + "\", \"userType\": \"User\", \"isBackup\": false}]"));
        Files.writeString(folder.resolve("state"), "");
        Files.writeString(folder.resolve("calls"), "");
        var nobody = new Activation(4, Optional.of(true), List.of(), Optional.empty(), OptionalInt.of(30));
        assertTrue(
            run(0, nobody, "--apply").contains("left out: Reader for admins at " + SCOPE + ", its activation asks for approval, and no approver is known"));
        assertEquals(List.of(), calls());
    }

    @Test
    void anUndecidedDurationIsNeverRequestedAsEndless() throws Exception {
        var undecided = new Activation(4, Optional.of(false), List.of(), Optional.empty(), OptionalInt.empty());
        assertTrue(run(0, undecided, "--apply").contains("left out: Reader for admins at " + SCOPE + ", how long it stays eligible is not decided"));
        assertEquals(List.of(), calls());
    }

    @Test
    void extendsWhatEndsSoon() throws Exception {
        run(365, "--apply");
        today("2027-01-01");
        run(365, "--apply");
        assertEquals(1, calls().size());
        today("2027-01-02");
        assertTrue(run(365, "--apply").contains("extend Reader for admins at " + SCOPE + ", which ends in 30 days"));
        assertTrue(calls().get(1).contains("\"requestType\": \"AdminExtend\", \"targetRoleEligibilityScheduleId\": \"schedule-1\"")
            && calls().get(1).contains("\"startDateTime\": \"2027-01-02T08:00:00Z\", \"expiration\": {\"type\": \"AfterDuration\", \"duration\": \"P365D\"}"),
            calls().get(1));
    }

    @Test
    void updatesAChangedPeriod() throws Exception {
        run(365, "--apply");
        run(30, "--apply");
        run(30, "--apply");
        run(0, "--apply");
        run(0, "--apply");
        assertEquals(3, calls().size());
        assertTrue(calls().get(1).contains("\"requestType\": \"AdminUpdate\", \"targetRoleEligibilityScheduleId\": \"schedule-1\"")
            && calls().get(1).contains("\"P30D\""), calls().get(1));
        assertTrue(calls().get(2).contains("NoExpiration"), calls().get(2));
    }

    @Test
    void removesOnlyWhenAskedAndOnlyWhatPrincipalsOfTheDesignHold() throws Exception {
        var other = "\t" + SCOPE
            + "\t%s\t/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c\t2026-02-01T08:00:00Z\tnone\n";
        var stranger = "99d6c5a2-93f4-4b1e-8c55-6f3f1f0f7d99";
        var operators = "22d6c5a2-93f4-4b1e-8c55-6f3f1f0f7d02";
        Files.writeString(folder.resolve("state"), "schedule-8" + other.formatted(stranger) + "schedule-9" + other.formatted(operators));
        run(0, "--apply");
        assertEquals(1, calls().size());
        run(0, "--apply", "--remove");
        assertEquals(2, calls().size());
        assertTrue(calls().get(1).contains("AdminRemove") && calls().get(1).contains(operators), calls().get(1));
        assertTrue(Files.readString(folder.resolve("state")).contains(stranger));
    }

    private static Activation activation(int days) {
        return new Activation(4, Optional.of(false), List.of(), Optional.of(new EligibleGrant.Checks(true, true, false)), OptionalInt.of(days));
    }

    private void today(String date) throws IOException {
        var tool = folder.resolve("bin").resolve("date");
        Files.writeString(tool, "#!/bin/sh\necho " + date + "T08:00:00Z\n");
        assertTrue(tool.toFile().setExecutable(true));
    }

    private String run(int days, String... arguments) throws Exception {
        return run(0, activation(days), arguments);
    }

    private String run(int code, Activation activation, String... arguments) throws Exception {
        var plan = new PlanBuilder();
        var subject = new Subject.Entra("admins", new ObjectId(ADMINS), Subject.Entra.Kind.Group);
        plan.add(new EligibleGrant(subject, ROLE.name(), Optional.of(ROLE), SCOPE, Access.ELIGIBLE, Mechanism.AZURE_ROLE,
            activation, "grants",
            "It's \"needed\" ${x}"));
        var design = Design.EMPTY.with("principals", new Answer.Table(List.of(Row.of("name", "admins", "kind", "group", "objectId", ADMINS),
            Row.of("name", "operators", "kind", "group", "objectId", "22d6c5a2-93f4-4b1e-8c55-6f3f1f0f7d02"))));
        var script = new JustInTime().render(new Source(design, plan.build()), Templates.embedded()).stream().filter(file -> file.path().equals("pim/apply.sh"))
            .findFirst().orElseThrow();
        var path = Files.writeString(folder.resolve("apply.sh"), script.text());
        var builder = new ProcessBuilder(Stream.concat(Stream.of("bash", path.toString()), Stream.of(arguments)).toList()).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("STATE", folder.resolve("state").toString());
        builder.environment().put("CALLS", folder.resolve("calls").toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), output);
        return output;
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream().filter(call -> call.contains("roleEligibilityScheduleRequests")).toList();
    }
}
