package aksiam.cli;

import aksiam.catalogue.Catalogue;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.store.DesignFile;
import aksiam.store.Lines;
import aksiam.store.UnreadableDesign;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Findings and open points of a design. */
@Command(name = "check", description = "Print what is wrong, unfinished or open in a design.", footer = {"",
    "Exit codes: 0 nothing at or above the level; 1 something; 2 wrong usage or unreadable design."})
final class CheckCommand extends Help implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Design file.")
    private Path file;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).", converter = Report.Converter.class, completionCandidates = Report.Names.class)
    private Report report;

    @Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "error", description = "Least severity that makes the exit code 1: error, warning or note (default: ${DEFAULT-VALUE}).", converter = Level.class)
    private Finding.Severity level;

    @Option(names = "--today", paramLabel = "DATE", description = "Day by which Kubernetes versions are judged, such as 2026-11-29 (default: today).")
    private Optional<LocalDate> today = Optional.empty();

    /** Lower case on the command line. */
    static final class Level implements ITypeConverter<Finding.Severity> {
        @Override
        public Finding.Severity convert(String value) {
            return Stream.of(Finding.Severity.values()).filter(severity -> severity.label().equals(value)).findFirst()
                .orElseThrow(() -> new TypeConversionException("expected error, warning or note"));
        }
    }

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UnreadableDesign {
        var text = DesignFile.text(file);
        var design = DesignFile.parse(text, file.toString());
        var findings = Check.findings(design, Catalogue.plan(design), today.orElseGet(LocalDate::now));
        report.print(spec.commandLine().getOut(), file, findings, Lines.of(text)::of);
        return findings.stream().anyMatch(finding -> finding.severity().isAtLeast(level)) ? Exit.FOUND : Exit.DONE;
    }
}
