package aksiam.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
abstract class Help {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this help and exit.")
    private boolean help;
}
