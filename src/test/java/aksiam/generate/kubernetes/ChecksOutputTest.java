package aksiam.generate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Artefact;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksOutputTest {
    private record Ran(int code, String output) {
    }

    @TempDir
    private Path folder;

    private static List<Artefact> render(String text) {
        return new ChecksOutput().render(new Source(Design.EMPTY, HandmadePlans.everything(text)), Templates.embedded());
    }

    private static List<String> lines(List<Artefact> files, String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow().text().lines().toList();
    }

    @Test
    void everyBindingHasAllowedAndDeniedQuestions() {
        var lines = lines(render("plain"), "checks/prd/rights.tsv");
        for (var principal : List.of("Payments plain", "Shop developers", "SRE", "ana@contoso.com", "id-payments", "kubelet@prd", "payments/payments-api")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("yes\t") && line.contains("\t" + principal + "\t")), principal);
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("no\t") && line.contains("\t" + principal + "\t")), principal);
        }
    }

    @Test
    void everyFlowHasAllowedAndDeniedQuestions() {
        var lines = lines(render("plain"), "checks/prd/traffic.tsv");
        assertTrue(lines.contains("pass\tpayments\tapp=api\tshop\tapp=web\t8443\tTCP\tflows"), lines.toString());
        assertTrue(lines.contains("block\tpayments\tapp=api\tshop\tapp=web\t8444\tTCP\tflows"), lines.toString());
        assertTrue(lines.contains("block\tpayments\t-\tshop\tapp=web\t8443\tTCP\tflows"), lines.toString());
        assertTrue(lines.contains("block\tbooks,managed,payments,shop\t-\t169.254.169.254\t-\t80\tTCP\tdefault-traffic"), lines.toString());
    }

    @Test
    void whatDiffersOnlyInTheRightOrTheNamespacesStandsInOneRow() {
        for (var path : List.of("checks/prd/rights.tsv", "checks/prd/traffic.tsv")) {
            var lines = lines(render("plain"), path);
            int many = path.endsWith("rights.tsv") ? 5 : 1;
            var rest = lines.stream().map(line -> {
                var cells = new ArrayList<>(List.of(line.split("\t")));
                cells.remove(many);
                return cells;
            }).toList();
            assertEquals(rest.size(), Set.copyOf(rest).size(), lines.toString());
            assertTrue(lines.stream().mapToInt(line -> ChecksOutput.questions(path, line)).sum() > lines.size() * 5 / 4, lines.toString());
        }
    }

    @Test
    void eachRightOfARowIsAskedByItself() throws IOException, InterruptedException {
        var ran = run("echo \"$*\" >>\"$0.log\"; echo no", "--only", "rights", "prd");
        var asked = Files.readAllLines(folder.resolve("bin/kubectl.log"));
        var rows = lines(render("plain"), "checks/prd/rights.tsv").stream().skip(1).filter(row -> !row.contains("\t@")).toList();
        assertEquals(rows.stream().mapToInt(row -> ChecksOutput.questions("checks/prd/rights.tsv", row)).sum(), asked.size(), ran.output());
        var group = " --as aks-iam-check --namespace books --as-group 1f0a2b3c-0000-4000-8000-000000000003";
        assertTrue(asked.contains("auth can-i create pods --subresource exec" + group), asked.toString());
        assertTrue(asked.contains("auth can-i list secrets" + group), asked.toString());
    }

    @Test
    void typedTextStaysInItsColumn() {
        for (var path : List.of("checks/prd/rights.tsv", "checks/prd/traffic.tsv")) {
            var lines = lines(render(HandmadePlans.HOSTILE), path);
            long columns = lines.getFirst().chars().filter(c -> c == '\t').count();
            lines.forEach(line -> assertEquals(columns, line.chars().filter(c -> c == '\t').count(), line));
        }
    }

    @Test
    void theScriptSaysWhatDiffersFromTheDesign() throws IOException, InterruptedException {
        var denied = run("echo no", "--only", "rights", "prd");
        assertEquals(1, denied.code(), denied.output());
        assertTrue(denied.output().contains("FAIL  expected yes, found no: SRE may get pods"), denied.output());
        assertTrue(denied.output().contains("ok    no: SRE may list nodes"), denied.output());
        var broken = run("echo 'cannot connect' >&2; exit 1", "--only", "rights", "prd");
        assertEquals(1, broken.code(), broken.output());
        assertFalse(broken.output().contains("ok    "), broken.output());
    }

    @Test
    void withoutApplyNoPodIsMade() throws IOException, InterruptedException {
        var ran = run("exit 9", "--only", "traffic", "prd");
        assertEquals(0, ran.code(), ran.output());
        assertTrue(ran.output().contains("would ask, expecting pass: payments [app=api] to shop [app=web], TCP 8443 (flows)"), ran.output());
    }

    @Test
    void trafficIsAskedFromPodToPodAndThePodsAreRemoved() throws IOException, InterruptedException {
        var ran = run(
            "case \"$*\" in *exec*8443*) echo open;; *exec*) echo closed;; *podIP*) echo 10.0.0.9;; *apply*) cat >/dev/null;; esac; echo \"$*\" >>\"$0.log\"",
            "--only", "traffic", "--namespace", "shop", "--apply", "prd");
        assertTrue(ran.output().contains("ok    pass: payments [app=api] to shop [app=web], TCP 8443 (flows)"), ran.output());
        assertTrue(ran.output().contains("ok    block: payments [app=api] to shop [app=web], TCP 8444 (flows)"), ran.output());
        assertTrue(ran.output().contains("FAIL  expected block, found pass: payments [-] to shop [app=web], TCP 8443 (flows)"), ran.output());
        assertTrue(Files.readString(folder.resolve("bin/kubectl.log")).contains("delete pod --namespace shop --selector aks-iam/check=true"));
    }

    /** A kubectl that lets everything through but what a test says otherwise. */
    private Ran traffic(String otherwise) throws IOException, InterruptedException {
        return run(
            "case \"$*\" in *resolv.conf*) echo nameserver 10.0.0.10;; " + otherwise
                + " *exec*) echo closed;; *podIP*) echo 10.0.0.9;; *apply*) cat >/dev/null;; esac",
            "--only", "traffic",
            "--namespace", "shop", "--apply", "prd");
    }

    @Test
    void whatCouldNotBeAskedIsNoAnswer() throws IOException, InterruptedException {
        for (var otherwise : List.of("*exec*) echo 'Error from server (Forbidden)' >&2; exit 1;;", "*exec*) exit 0;;", "*exec*) echo 'UNKNOWN: bad';;",
            "*podIP*) ;;", "*podIP*) exit 1;;", "*apply*) cat >/dev/null; exit 1;;", "*wait*) exit 1;;")) {
            var ran = traffic(otherwise);
            assertEquals(2, ran.code(), otherwise + "\n" + ran.output());
            assertTrue(ran.output().contains("could not be asked"), ran.output());
            assertFalse(ran.output().contains("ok    "), ran.output());
        }
    }

    /** The word comes from the shell in the pod. */
    @Test
    void thePodItselfSaysWhetherAConnectionIsOpen() throws IOException, InterruptedException {
        var agnhost = folder.resolve("agnhost");
        for (var said : List.of("exit 0", "echo TIMEOUT >&2; exit 1", "echo UNKNOWN: address >&2; exit 1", "echo unknown flag >&2; exit 1")) {
            Files.writeString(agnhost, "#!/bin/sh\necho \"$*\" >>" + folder + "/asked\n" + said + "\n");
            Files.setPosixFilePermissions(agnhost, PosixFilePermissions.fromString("rwxr-xr-x"));
            var ran = traffic(
                "*exec*) shift 5; script=$(printf '%s' \"$3\" | sed 's|/agnhost|" + agnhost + "|'); shift 3; exec /bin/sh -c \"$script\" \"$@\";;");
            var asked = said.equals("exit 0") || said.contains("TIMEOUT");
            assertEquals(asked ? 1 : 2, ran.code(), said + "\n" + ran.output());
            assertEquals(said.equals("exit 0"), ran.output().contains("ok    pass"), ran.output());
            assertEquals(said.contains("TIMEOUT"), ran.output().contains("ok    block"), ran.output());
        }
        assertTrue(Files.readAllLines(folder.resolve("asked")).contains("connect 10.0.0.9:8443 --timeout 4s --protocol tcp"));
    }

    @Test
    void podsThatStayAreNamed() throws IOException, InterruptedException {
        var ran = traffic("*delete*) echo 'Error from server (Forbidden)' >&2; exit 1;;");
        assertEquals(2, ran.code(), ran.output());
        assertTrue(ran.output().contains("stay in namespace shop: kubectl delete pod --namespace shop --selector aks-iam/check=true"), ran.output());
    }

    @Test
    void noQuestionAtAllIsNoSuccess() throws IOException, InterruptedException {
        for (var options : List.of(List.of("--namespace", "nosuch", "prd"), List.of("--only", "traffic", "--namespace", "nosuch", "--apply", "prd"))) {
            var ran = run("echo no", options.toArray(String[]::new));
            assertEquals(2, ran.code(), ran.output());
            assertTrue(ran.output().contains("nothing could be asked"), ran.output());
        }
        var unknown = run("echo \"error: the server doesn't have a resource type \\\"x\\\"\" >&2; exit 1", "--only", "rights", "prd");
        assertEquals(2, unknown.code(), unknown.output());
    }

    @Test
    void cdpathLeadsToNoOtherBundle() throws IOException, InterruptedException {
        run("echo no", "--help");
        Files.createDirectories(folder.resolve("other/checks/prd"));
        var started = new ProcessBuilder("bash", "checks/run.sh", "--only", "traffic", "prd").directory(folder.toFile()).redirectErrorStream(true);
        started.environment().put("CDPATH", folder.resolve("other").toString());
        var process = started.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("would ask"), output);
    }

    @Test
    void wrongUsageIsRefused() throws IOException, InterruptedException {
        assertEquals(0, run("exit 9", "--help").code());
        assertEquals(2, run("exit 9").code());
        assertEquals(2, run("exit 9", "nowhere").code());
        assertEquals(2, run("exit 9", "--only", "rigths", "prd").code());
    }

    /** Runs the script with a kubectl that does as it is told. */
    private Ran run(String kubectl, String... arguments) throws IOException, InterruptedException {
        KubernetesOutputTest.write(render("plain"), folder);
        var fake = folder.resolve("bin/kubectl");
        Files.createDirectories(fake.getParent());
        Files.writeString(fake, "#!/bin/bash\n" + kubectl + "\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        var command = new ArrayList<>(List.of("bash", folder.resolve("checks/run.sh").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", fake.getParent() + ":", (path, before) -> before + path);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }
}
