package aksiam.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a script of a bundle with an az and a kubectl that answer as told and note each call. */
public final class AzureAnswers {
    /**
     * @param calls of az and kubectl, in order
     */
    public record Run(int code, String output, List<String> calls) {
        /** Those that would change something. */
        public List<String> changes() {
            return calls.stream().filter(call -> call.matches("(.* )?(create|delete|update|add|put|apply|label|annotate|enable-addons|disable-addons)( .*)?"))
                .toList();
        }
    }

    private AzureAnswers() {
    }

    /** What is answered to a call that begins so: text for printf with \\t and \\n in it. A call that nobody answers prints nothing and succeeds. */
    public static String answer(String beginning, int code, String answer) {
        return beginning + "|" + code + "|" + answer;
    }

    /** @param folder a temporary one, beside the bundle */
    public static Run run(Path bundle, Path folder, List<String> answers, String... command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) || Files.isExecutable(Path.of("/usr/bin/bash")), "no bash on this machine");
        var state = Files.createDirectories(folder.resolve("state"));
        Files.write(state.resolve("answers"), answers);
        Files.deleteIfExists(state.resolve("calls"));
        for (var name : List.of("az", "kubectl")) {
            var tool = Files.createDirectories(folder.resolve("bin")).resolve(name);
            Files.writeString(tool, Designs.text("/fakes/az-answers"));
            assertTrue(tool.toFile().setExecutable(true));
        }
        var builder = new ProcessBuilder(Stream.concat(Stream.of("bash"), Stream.of(command)).toList()).directory(bundle.toFile()).redirectErrorStream(true);
        builder.environment().put("FAKE", state.toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return new Run(code, output, Files.exists(state.resolve("calls")) ? Files.readAllLines(state.resolve("calls")) : List.of());
    }
}
