package aksiam.cli;

import aksiam.generate.TemplateExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The templates of the product. */
@Command(name = "templates", description = "Work with the templates of the product.", synopsisSubcommandLabel = "COMMAND", subcommands = TemplatesCommand.Export.class)
final class TemplatesCommand extends Help implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing command: export");
    }

    /** Copies them, to be changed and passed back with {@code generate --templates}. */
    @Command(name = "export", description = "Copy the templates into a folder, to be changed and passed to 'generate --templates'.")
    static final class Export extends Help implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "Folder to copy to. Files that are there already and differ are not overwritten.")
        private Path folder;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException, Refusal {
            var inTheWay = TemplateExport.differing(folder);
            if (!inTheWay.isEmpty()) {
                throw new Refusal("nothing was written: these files are there already and differ: " + String.join(", ", inTheWay)
                    + ". Choose another folder, or remove them first.");
            }
            int count = TemplateExport.copy(folder);
            spec.commandLine().getOut().println("wrote " + count + " templates to " + folder);
            return Exit.DONE;
        }
    }
}
