package aksiam.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aksiam.generate.Artefact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of a bundle with stand-ins of az, kubectl and kubelogin, which answer what a test says and write down what would have changed something. */
public final class Scripts {
    private final Path folder;
    private final Path bundle;
    private final Path state;

    /** What a script printed, and its exit code. */
    public record Run(int code, String output) {
        public boolean says(String text) {
            return output.contains(text);
        }
    }

    public Scripts(Path folder, List<Artefact> files) throws IOException {
        this.folder = folder;
        bundle = Bundles.write(files, folder.resolve("bundle"));
        state = Files.createDirectories(folder.resolve("state"));
        Files.createDirectories(folder.resolve("tmp"));
        tool("az", Designs.text("/fakes/az-deploy"));
        tool("kubectl", Designs.text("/fakes/kubectl-deploy"));
        tool("kubelogin", "#!/bin/sh\necho \"git hash: v0.1.9\"\n");
        var both = Plans.SUBSCRIPTION + "\n" + Plans.OTHER_SUBSCRIPTION + "\n";
        answer("subscriptions", both);
        answer("tenant", Plans.everything("").tenant() + "\n");
    }

    public void tool(String name, String script) throws IOException {
        var tool = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(tool, script);
        assertTrue(tool.toFile().setExecutable(true));
    }

    public void withoutTool(String name) throws IOException {
        Files.delete(folder.resolve("bin").resolve(name));
    }

    public void answer(String name, String text) throws IOException {
        Files.writeString(state.resolve(name), text);
    }

    public String text(String path) throws IOException {
        return Files.readString(bundle.resolve(path));
    }

    public Path bundle() {
        return bundle;
    }

    public Run run(String... command) throws IOException, InterruptedException {
        return run(bundle, folder, command);
    }

    /** Runs a command of bash in a bundle, with the tools in {@code bin} of the folder before those of the machine; they find their answers in {@code state}. */
    static Run run(Path bundle, Path folder, String... command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) || Files.isExecutable(Path.of("/usr/bin/bash")), "no bash on this machine");
        var builder = new ProcessBuilder(Stream.concat(Stream.of("bash"), Stream.of(command)).toList()).directory(bundle.toFile()).redirectErrorStream(true);
        builder.environment().put("FAKE", folder.resolve("state").toString());
        builder.environment().put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** What was changed since this was asked last. */
    public List<String> changes() throws IOException {
        var file = state.resolve("changes");
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        Files.deleteIfExists(file);
        return lines;
    }

    /** What the scripts left in the folder for temporary files. */
    public List<Path> leftovers() throws IOException {
        try (var files = Files.list(folder.resolve("tmp"))) {
            return files.toList();
        }
    }
}
