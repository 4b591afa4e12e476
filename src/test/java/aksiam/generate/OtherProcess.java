package aksiam.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes bundles in a process of its own: for each line of its input (where the files of a bundle stand, where to write it, before which step
 * to be killed or -1) it says how that ended.
 */
final class OtherProcess {
    static final String DONE = "done";
    static final int KILLED = 137;

    private OtherProcess() {
    }

    static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
            OtherProcess.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    static void ask(Process process, Path bundle, Path folder, int step) throws IOException {
        var output = process.outputWriter(StandardCharsets.UTF_8);
        output.write(bundle + "\t" + folder + "\t" + step + "\n");
        output.flush();
    }

    static void main(String[] arguments) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.split("\t");
            System.out.println(write(Trees.read(Path.of(words[0])), Path.of(words[1]), Integer.parseInt(words[2])));
        }
    }

    private static String write(Bundle bundle, Path folder, int step) {
        var left = new AtomicInteger(step);
        var steps = new FileSteps((_, _) -> {
            if (left.getAndDecrement() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        }, true);
        try {
            new BundleWriter(steps, LockOwner.ofThisProcess(), Duration.ofSeconds(10)).run(folder, () -> WritePlan.of(bundle, folder),
                BundleWriter.Progress.NONE);
            return DONE;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** The kinds of the steps that writing takes, in their order. */
    static List<FileSteps.Step> steps(Bundle bundle, Path folder) throws IOException {
        var kinds = new ArrayList<FileSteps.Step>();
        new BundleWriter(new FileSteps((kind, _) -> kinds.add(kind), false), LockOwner.ofThisProcess(), Duration.ZERO).run(folder,
            () -> WritePlan.of(bundle, folder), BundleWriter.Progress.NONE);
        return kinds;
    }
}
