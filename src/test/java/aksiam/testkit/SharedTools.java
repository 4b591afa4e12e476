package aksiam.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The checkers beside the project, {@code ../shared/tools}: the Bicep compiler, a Kubernetes control plane, a network policy oracle and
 * document validators. Where they are missing a test says so and is skipped; in CI (environment variable CI) it fails.
 */
public final class SharedTools {
    private static final Path FOLDER = Path.of("..", "shared", "tools").toAbsolutePath().normalize();

    /** What a tool printed, and its exit code. */
    public record Outcome(int code, String output) {
        public void requireClean() {
            if (code != 0) {
                fail(output);
            }
        }
    }

    private SharedTools() {
    }

    /** Ends the test as skipped, in CI as failed, when the tools are not there. */
    public static void require() {
        if (!Files.isExecutable(FOLDER.resolve("verify-bundle"))) {
            var reason = "the checkers are not at " + Path.of("..", "shared", "tools");
            if (System.getenv("CI") != null) {
                fail(reason);
            }
            abort(reason);
        }
    }

    /** A folder of the tools. */
    static Path folder() {
        return FOLDER;
    }

    /** Runs a tool by its name with these arguments; again when its control plane did not come up, as happens on a busy machine. */
    public static Outcome run(String tool, List<String> arguments) {
        require();
        var outcome = once(tool, arguments);
        for (int again = 0; again < 2 && outcome.code() != 0 && outcome.output().contains("in __enter__"); again++) {
            outcome = once(tool, arguments);
        }
        return outcome;
    }

    private static Outcome once(String tool, List<String> arguments) {
        try {
            var process = new ProcessBuilder(Stream.concat(Stream.of(FOLDER.resolve(tool).toString()), arguments.stream()).toList())
                .redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Checks bundles with {@code verify-bundle}; {@code options} stand before the folders. */
    public static Outcome verify(List<Path> bundles, String... options) {
        return run("verify-bundle", Stream.concat(Stream.of(options), bundles.stream().map(Path::toString)).toList());
    }

    /** Checks many bundles, half of them in a second process at the same time. */
    public static Outcome verifyMany(List<Path> bundles) {
        require();
        int half = bundles.size() / 2;
        var other = CompletableFuture.supplyAsync(() -> verify(bundles.subList(half, bundles.size())));
        var one = verify(bundles.subList(0, half));
        return new Outcome(Math.max(one.code(), other.join().code()), one.output() + other.join().output());
    }
}
