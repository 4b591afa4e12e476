package aksiam.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        var state = Files.createDirectories(folder.resolve("state"));
        Files.write(state.resolve("answers"), answers);
        Files.deleteIfExists(state.resolve("calls"));
        for (var name : List.of("az", "kubectl")) {
            var tool = Files.createDirectories(folder.resolve("bin")).resolve(name);
            Files.writeString(tool, Designs.text("/fakes/az-answers"));
            assertTrue(tool.toFile().setExecutable(true));
        }
        var run = Scripts.run(bundle, folder, command);
        return new Run(run.code(), run.output(), Files.exists(state.resolve("calls")) ? Files.readAllLines(state.resolve("calls")) : List.of());
    }
}
