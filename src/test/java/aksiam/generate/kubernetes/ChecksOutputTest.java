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
        assertTrue(lines.contains("block\tshop\t-\t169.254.169.254\t-\t80\tTCP\tdefault-traffic"), lines.toString());
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
        var ran = run("case \"$*\" in *exec*8443*) exit 0;; *exec*) exit 1;; *podIP*) echo 10.0.0.9;; *apply*) cat >/dev/null;; esac; echo \"$*\" >>\"$0.log\"",
            "--only", "traffic", "--namespace", "shop", "--apply", "prd");
        assertTrue(ran.output().contains("ok    pass: payments [app=api] to shop [app=web], TCP 8443 (flows)"), ran.output());
        assertTrue(ran.output().contains("ok    block: payments [app=api] to shop [app=web], TCP 8444 (flows)"), ran.output());
        assertTrue(ran.output().contains("FAIL  expected block, found pass: payments [-] to shop [app=web], TCP 8443 (flows)"), ran.output());
        assertTrue(Files.readString(folder.resolve("bin/kubectl.log")).contains("delete pod --namespace shop --selector aks-iam/check=true"));
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
