package aksiam.generate.pim;

import static aksiam.testkit.AzureAnswers.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import aksiam.model.ObjectId;
import aksiam.plan.Access;
import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Activation;
import aksiam.plan.EligibleGrant.Checks;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Subject;
import aksiam.testkit.AzureAnswers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a group: only what the design decides is set, and what is there is left alone. */
class PimGroupsScriptTest {
    private static final String GROUP = "11d6c5a2-93f4-4b1e-8c55-6f3f1f0f7d01";
    private static final String BOSS = "22d6c5a2-93f4-4b1e-8c55-6f3f1f0f7d02";
    private static final String POLICY = answer("rest --method get --output tsv --query value[].policyId", 0, "Group_x_member\\n");

    private Optional<Checks> checks = Optional.empty();

    @TempDir
    private Path folder;

    @Test
    void setsWhatDiffersAndNothingElse() throws Exception {
        var run = run(List.of(POLICY, rules("PT8H\\tJustification\\tFalse\\tnone\\tTrue\\tP365D")));
        assertEquals(0, run.code(), run.output());
        var patches = run.calls().stream().filter(call -> call.contains("--method patch")).toList();
        assertEquals(2, patches.size(), run.calls().toString());
        assertTrue(patches.getFirst().contains("/rules/Expiration_EndUser_Assignment") && patches.getFirst().contains("PT2H"), patches.getFirst());
        assertTrue(patches.get(1).contains("/rules/Approval_EndUser_Assignment") && patches.get(1).contains("\"userId\": \"" + BOSS + "\""), patches.get(1));
        var again = run(List.of(POLICY, rules("PT2H\\tJustification\\tTrue\\t" + BOSS + "\\tTrue\\tP365D")));
        assertTrue(again.output().contains("Everything is as the design wants it."), again.output());
    }

    /** Graph refuses MFA beside an authentication context with MfaAndAcrsConflict (kayasax/EasyPIM#121). */
    @Test
    void leavesMfaAsItIsBesideAnAuthenticationContext() throws Exception {
        checks = Optional.of(new Checks(true, true, true));
        var state = "PT2H\\tJustification\\tTrue\\t" + BOSS + "\\tTrue\\tP365D\\t";
        var beside = run(List.of(POLICY, rules(state + "True")));
        assertEquals(0, beside.code(), beside.output());
        assertTrue(beside.output().contains("left as it is: MFA of membership of admins."), beside.output());
        var patches = beside.calls().stream().filter(call -> call.contains("--method patch")).toList();
        assertEquals(1, patches.size(), patches.toString());
        assertTrue(patches.getFirst().contains("[\"Justification\", \"Ticketing\"]"), patches.getFirst());
        checks = Optional.of(new Checks(true, true, false));
        assertTrue(run(List.of(POLICY, rules(state + "True"))).output().contains("Everything is as the design wants it."));
        assertTrue(run(List.of(POLICY, rules(state + "False"))).calls().stream().anyMatch(call -> call.contains("MultiFactorAuthentication\"]")));
        assertTrue(beside.calls().stream().anyMatch(call -> call.contains("AuthenticationContext_EndUser_Assignment")), "it is read");
    }

    @Test
    void stopsWhereTheGroupIsNotUnderPim() throws Exception {
        var run = run(List.of());
        assertEquals(1, run.code());
        assertTrue(run.output().contains("not under PIM: membership of admins"), run.output());
    }

    private static String rules(String state) {
        return answer("rest --method get --url https://graph.microsoft.com/v1.0/policies/roleManagementPolicies/Group_x_member/rules", 0, state + "\\n");
    }

    private AzureAnswers.Run run(List<String> answers) throws Exception {
        var plan = new PlanBuilder();
        plan.add(new EligibleGrant(new Subject.Entra("admins", new ObjectId(GROUP), Subject.Entra.Kind.Group), "view", Optional.empty(), "prd", Access.ELIGIBLE,
            Mechanism.GROUP, new Activation(2, Optional.of(true), List.of(new Subject.Entra("boss", new ObjectId(BOSS), Subject.Entra.Kind.User)),
                checks, OptionalInt.empty()),
            "grants", ""));
        var script = new JustInTime().render(new Source(Design.EMPTY, plan.build()), Templates.embedded()).stream()
            .filter(file -> file.path().equals("entra/pim-groups.sh")).findFirst().orElseThrow();
        var bundle = Files.createDirectories(folder.resolve("bundle"));
        Files.writeString(bundle.resolve("pim-groups.sh"), script.text());
        return AzureAnswers.run(bundle, folder, answers, "pim-groups.sh", "--apply");
    }
}
