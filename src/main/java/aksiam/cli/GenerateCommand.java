package aksiam.cli;

import aksiam.domain.Product;
import aksiam.generate.Bundle;
import aksiam.generate.BundleWriter;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.WritePlan;
import aksiam.generate.WritePlan.Status;
import aksiam.generate.record.Records;
import aksiam.generate.removal.TakenAway;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.store.AtomicFiles;
import aksiam.store.DesignFile;
import aksiam.store.Lines;
import aksiam.store.UnreadableDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The bundle of a design. Decisions that have no record number yet get one, and a design without an id gets its id; because neither
 * may ever change, they are written into the design file, after the bundle was.
 */
@Command(name = "generate", description = "Write the bundle of a design: Bicep, Kubernetes YAML, scripts and decision records.", footer = {"",
    "Decisions without a record number get one, and a design without an id gets its id; both are written into FILE.", "",
    "Exit codes: 0 done; 2 wrong usage, unreadable or unfinished design; 3 files in DIR were edited since they were generated."})
final class GenerateCommand extends Help implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Design file.")
    private Path file;

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "DIR", description = "Folder of the bundle. It is made when it is not there.")
    private Path folder;

    @Option(names = "--only", split = ",", paramLabel = "OUTPUT", description = "Write only these outputs: ${COMPLETION-CANDIDATES}.", completionCandidates = OutputIds.class)
    private Set<String> only = Set.of();

    @Option(names = "--templates", paramLabel = "DIR", description = "Folder with own templates; what it lacks is taken from the product ('aks-iam templates export').")
    private Optional<Path> templates = Optional.empty();

    @Option(names = "--dry-run", description = "Print what would be written, write nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Overwrite files that were edited since they were generated.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, UnreadableDesign, Refusal {
        var text = DesignFile.text(file);
        var stamp = AtomicFiles.stamp(file);
        var design = DesignFile.parse(text, file.toString());
        var numbered = design.identified().numbered(Records.toNumber(design));
        var source = Source.of(numbered);
        if (hasErrors(design, source.plan(), text)) {
            return Exit.WRONG;
        }
        var bundle = bundle(source);
        var taken = new ArrayList<String>();
        BundleWriter.Planner planner = () -> {
            var plan = WritePlan.of(bundle, folder, _ -> force ? Status.REPLACED : Status.EDITED);
            taken.addAll(TakenAway.of(plan));
            return plan;
        };
        var out = spec.commandLine().getOut();
        if (dryRun) {
            var plan = planner.plan();
            plan.changes().stream().filter(change -> change.status() != Status.UNCHANGED)
                .forEach(change -> out.println(change.status().name().toLowerCase(Locale.ROOT) + " " + change.path()));
            taken.forEach(out::println);
            out.println("nothing was written; " + summary(plan));
            return plan.edited().isEmpty() ? Exit.DONE : refused(plan.edited());
        }
        try {
            out.println("wrote " + folder + ": " + summary(BundleWriter.write(folder, planner, BundleWriter.Progress.NONE)));
        } catch (BundleWriter.EditedFiles e) {
            return refused(e.paths());
        }
        taken.forEach(out::println);
        waiting(source.plan());
        keepNumbers(design, numbered, stamp);
        return Exit.DONE;
    }

    private boolean hasErrors(Design design, Plan plan, String text) {
        var errors = Check.findings(design, plan).stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).toList();
        if (errors.isEmpty()) {
            return false;
        }
        var lines = Lines.of(text);
        var err = spec.commandLine().getErr();
        errors.forEach(error -> err.println(Report.line(file, error, lines::of)));
        err.println("aks-iam: nothing was generated: the design has " + errors.size() + (errors.size() == 1 ? " error" : " errors"));
        return true;
    }

    private Bundle bundle(Source source) throws IOException, Refusal {
        if (templates.isPresent() && !Files.isDirectory(templates.get())) {
            throw new Refusal("the folder of templates " + templates.get() + " does not exist");
        }
        var printing = templates.isPresent() ? Templates.from(templates.get()) : Templates.embedded();
        try {
            return Bundle.of(source, DesignFile.print(source.design()), Product.version(), printing, only);
        } catch (IllegalArgumentException e) {
            throw only.stream().allMatch(new OutputIds()::contains) ? e : new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private int refused(List<String> edited) {
        var err = spec.commandLine().getErr();
        err.println("aks-iam: nothing was written: files were edited since they were generated, or were not generated by this tool");
        edited.forEach(path -> err.println("  " + folder.resolve(path)));
        err.println("Move your change into the design or into a template, or use --force to overwrite it.");
        return Exit.EDITED;
    }

    private void waiting(Plan plan) {
        var out = spec.commandLine().getOut();
        int grants = plan.waitingGrants().size();
        if (grants > 0) {
            var principals = plan.waitingGrants().stream().map(grant -> grant.principal() + (grant.owner().isEmpty() ? "" : " (" + grant.owner() + ")"))
                .distinct().sorted().collect(Collectors.joining(", "));
            out.println(grants + (grants == 1 ? " grant waits" : " grants wait") + " for the object id of: " + principals);
        } else {
            out.println("no grant waits for an object id");
        }
    }

    private void keepNumbers(Design design, Design numbered, AtomicFiles.Stamp stamp) {
        var fresh = numbered.records().subList(design.records().size(), numbered.records().size());
        if (numbered.equals(design)) {
            return;
        }
        var given = String.join(" and ", Stream
            .of(design.id().isNone() ? "the design id" : "",
                fresh.isEmpty() ? "" : "record numbers " + fresh.getFirst().number() + " to " + fresh.getLast().number())
            .filter(words -> !words.isEmpty()).toList());
        try {
            AtomicFiles.replace(file, DesignFile.print(numbered), stamp);
            spec.commandLine().getOut().println("gave " + given + ", written into " + file);
        } catch (IOException e) {
            spec.commandLine().getErr().println("aks-iam: " + e.getMessage());
            spec.commandLine().getErr().println(
                "aks-iam: " + given + " stand only in " + folder.resolve(Bundle.DESIGN_PATH)
                    + ": go on with that file, or numbers will be given twice");
        }
    }

    private static String summary(WritePlan plan) {
        return plan.changes().stream().collect(Collectors.groupingBy(WritePlan.Change::status, TreeMap::new, Collectors.counting())).entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    /** What {@code --only} takes. */
    static final class OutputIds extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        OutputIds() {
            super(Outputs.ALL.stream().map(output -> output.id()).toList());
        }
    }
}
