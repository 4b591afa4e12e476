package aksiam.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real API server, filled by others, on which the scripts of a bundle run; az only hands out its kubeconfig. */
public final class LivingCluster implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final Path folder;
    private final String kubeconfig;

    /** What a command printed, and its exit code. */
    public record Run(int code, String output) {
        public Run done() {
            assertEquals(0, code, output);
            return this;
        }
    }

    private LivingCluster(Path folder) throws IOException {
        this.folder = folder;
        var helper = folder.resolve("living-cluster.py");
        Files.writeString(helper, Designs.text("/living-cluster.py"));
        process = new ProcessBuilder("python3", helper.toString(), SharedTools.folder().toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        var ready = answers.readLine().split("\t");
        kubeconfig = ready[0];
        var bin = Files.createDirectories(folder.resolve("bin"));
        script(bin.resolve("kubectl"), "exec '" + ready[1] + "' \"$@\"");
        script(bin.resolve("az"), "while [ $# -gt 0 ]; do if [ \"$1\" = --file ]; then cp \"$REAL_KUBECONFIG\" \"$2\"; fi; shift; done");
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + command + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    /** Starts it; skips the test where the tools are missing. */
    public static LivingCluster start(Path folder) throws IOException {
        SharedTools.require();
        return new LivingCluster(folder);
    }

    private String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return answers.readLine();
    }

    /** Takes out everything that was applied. */
    public void reset() throws IOException {
        assertEquals("done", ask("reset"));
    }

    /** All objects by kind, namespace and name, without what the server itself writes. */
    public TreeMap<String, JsonNode> objects() throws IOException {
        var objects = new TreeMap<String, JsonNode>();
        for (var object : JSON.readTree(ask("dump"))) {
            var meta = object.get("metadata");
            objects.put(
                object.get("kind").asString() + " " + (meta.has("namespace") ? meta.get("namespace").asString() + "/" : "") + meta.get("name").asString(),
                object);
        }
        return objects;
    }

    /** kubectl as an administrator of the cluster runs it, fed with a manifest. */
    public Run kubectl(String manifest, String... arguments) throws IOException {
        return run(folder, manifest, Stream.concat(Stream.of(folder.resolve("bin/kubectl").toString()), Stream.of(arguments)).toList());
    }

    /** Stage 7 of a bundle. */
    public Run apply(Path bundle, String... arguments) throws IOException {
        return run(bundle, "", Stream.concat(Stream.of("bash", "kubernetes/apply.sh"), Stream.of(arguments)).toList());
    }

    /** Another script of a bundle. */
    public Run run(Path bundle, String... command) throws IOException {
        return run(bundle, "", Stream.concat(Stream.of("bash"), Stream.of(command)).toList());
    }

    private Run run(Path where, String input, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", kubeconfig);
        builder.environment().put("REAL_KUBECONFIG", kubeconfig);
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
        var started = builder.start();
        try (var out = started.outputWriter(StandardCharsets.UTF_8)) {
            out.write(input);
        }
        var output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Run(started.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What scripts left in the folder for temporary files. */
    public List<Path> leftovers() throws IOException {
        try (var files = Files.list(Files.createDirectories(folder.resolve("tmp")))) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
