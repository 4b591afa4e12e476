package aksiam.cli;

import aksiam.domain.Product;
import aksiam.generate.Templates;
import aksiam.store.DesignFile;
import aksiam.store.StateFolder;
import aksiam.store.Trouble;
import aksiam.store.TroubleLog;
import aksiam.store.UnreadableDesign;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code aks-iam}: without a command it opens the window. */
@Command(name = "aks-iam", description = "Settles identity and access of an Azure Kubernetes Service platform, and generates Bicep, Kubernetes YAML and decision records.", synopsisSubcommandLabel = "COMMAND", versionProvider = Cli.Version.class, subcommands = {
    NewCommand.class, SchemaCommand.class, CheckCommand.class, GenerateCommand.class, ExplainCommand.class, TemplatesCommand.class}, footer = {"",
        "Exit codes: 0 done; 1 check found something; 2 wrong usage, unreadable or unfinished design; 3 edited files in the way."})
public final class Cli extends Help implements Callable<Integer> {
    /** Version of the product. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"aks-iam " + Product.version()};
        }
    }

    private final Window window;

    @Option(names = "--version", versionHelp = true, description = "Print the version and exit.")
    private boolean version;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Design to open in the window.")
    private Optional<Path> file = Optional.empty();

    @Spec
    private CommandSpec spec;

    private Cli(Window window) {
        this.window = window;
    }

    /**
     * Runs one command.
     *
     * @param window opens the window, where that is asked for
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, Window window, String... arguments) {
        if (arguments.length == 0 || isDesign(arguments)) {
            return window(window, Stream.of(arguments).findFirst().map(Path::of), err);
        }
        var line = new CommandLine(new Cli(window));
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((exception, _) -> wrongUsage(exception, err));
        line.setExecutionExceptionHandler((exception, command, _) -> failed(command.getCommandName(), exception, err));
        line.registerConverter(Path.class, Cli::path);
        int code = execute(line, err, arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** What picocli does not catch are errors such as too little memory. */
    private static int execute(CommandLine line, PrintWriter err, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Throwable trouble) {
            return failed("aks-iam", trouble, err);
        }
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("expected the name of a file or a folder, found nothing");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(Trouble.sentence(e));
        }
    }

    @Override
    public Integer call() throws Refusal {
        if (file.filter(Cli::isNothing).isPresent()) {
            throw new ParameterException(spec.commandLine(), "there is no command and no file '" + file.get() + "'");
        }
        try {
            window.open(file);
            return Exit.DONE;
        } catch (Window.NoDisplay e) {
            throw new Refusal(e.getMessage());
        }
    }

    private static boolean isDesign(String... arguments) {
        return arguments.length == 1 && arguments[0].endsWith(DesignFile.ENDING) && new File(arguments[0]).isFile();
    }

    /** The window alone, without the reading of arguments: that takes a tenth of its start. */
    private static int window(Window window, Optional<Path> file, PrintWriter err) {
        try {
            window.open(file);
            return Exit.DONE;
        } catch (Window.NoDisplay e) {
            err.println("aks-iam: " + e.getMessage());
            err.flush();
            return Exit.WRONG;
        } catch (Throwable trouble) {
            int code = failed("window", trouble, err);
            err.flush();
            return code;
        }
    }

    private static int wrongUsage(ParameterException exception, PrintWriter err) {
        var command = exception.getCommandLine().getCommandSpec().qualifiedName();
        err.println("aks-iam: " + words(exception));
        err.println("Try '" + command + " --help'.");
        return Exit.WRONG;
    }

    private static String words(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return exception.getMessage();
        }
        Object command = exception.getCommandLine().getCommand();
        return command instanceof Cli cli && cli.file.filter(Cli::isNothing).isPresent()
            ? "there is no command and no file '" + cli.file.get() + "'"
            : "does not know what to do with " + unmatched.getUnmatched().stream().map(argument -> "'" + argument + "'").collect(Collectors.joining(", "));
    }

    /** A word that is neither a command nor looks like a file. */
    private static boolean isNothing(Path file) {
        return !Files.exists(file) && !file.toString().contains(".");
    }

    /** One sentence each, and 2, which is no finding. What is no fault of what was given is noted in the log. */
    private static int failed(String command, Throwable trouble, PrintWriter err) {
        switch (trouble) {
            case UnreadableDesign unreadable -> unreadable.faults().forEach(fault -> err.println(fault.text()));
            case Refusal refusal -> err.println("aks-iam: " + refusal.getMessage());
            case Templates.BrokenTemplate broken -> err.println("aks-iam: " + broken.getMessage());
            default -> err.println("aks-iam: " + new TroubleLog(StateFolder.ofUser(), Clock.systemUTC()).note(command, trouble));
        }
        return Exit.WRONG;
    }
}
