package aksiam.cli;

import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.store.AtomicFiles;
import aksiam.store.DesignFile;
import aksiam.store.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A design file to start from. */
@Command(name = "new", description = "Write a new design file, empty or from a preset.")
final class NewCommand extends Help implements Callable<Integer> {
    @Option(names = "--preset", paramLabel = "NAME", description = "Preset to start from; without it the design is empty.")
    private Optional<String> preset = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Design file to write, *.aksiam.json. It must not exist.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--list", description = "Print the names of the presets and exit.")
    private boolean list;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, Refusal {
        var out = spec.commandLine().getOut();
        if (list) {
            Presets.IDS.forEach(out::println);
            return Exit.DONE;
        }
        preset.filter(name -> !Presets.IDS.contains(name)).ifPresent(name -> {
            throw new ParameterException(spec.commandLine(), "there is no preset '" + name + "', expected " + String.join(", ", Presets.IDS));
        });
        var file = output.orElseThrow(() -> new ParameterException(spec.commandLine(), "missing option '-o FILE'"));
        if (Files.exists(file)) {
            throw new Refusal(file + " exists already: choose another name or remove it first");
        }
        AtomicFiles.replace(file, DesignFile.print(preset.map(Presets::design).orElse(Design.EMPTY).withId(DesignId.random())), AtomicFiles.Stamp.ABSENT);
        out.println("wrote " + file);
        return Exit.DONE;
    }
}
