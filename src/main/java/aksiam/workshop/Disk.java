package aksiam.workshop;

import aksiam.generate.Bundle;
import aksiam.generate.BundleWriter;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.WritePlan;
import aksiam.model.Design;
import aksiam.rules.Check;
import aksiam.store.AtomicFiles;
import aksiam.store.AtomicFiles.Stamp;
import aksiam.store.DesignFile;
import aksiam.store.Fault;
import aksiam.store.UnreadableDesign;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Files, generators and rules as they are. */
public final class Disk implements Outside {
    private final String version;
    private final Clock clock;
    private final Renderer renderer = new Renderer();

    public Disk(String version, Clock clock) {
        this.version = version;
        this.clock = clock;
    }

    @Override
    public Document open(Path file) throws Failure {
        try {
            var text = DesignFile.text(file);
            return new Document(DesignFile.parse(text, file.toString()), Optional.of(file.toAbsolutePath()), AtomicFiles.stamp(file));
        } catch (UnreadableDesign e) {
            throw new Failure(new Problem(file.getFileName() + " cannot be opened", e.faults().stream().map(Fault::text).toList()));
        } catch (IOException e) {
            throw new Failure(new Problem(file.getFileName() + " cannot be opened", List.of(e.getMessage())));
        }
    }

    @Override
    public Document preset(String id) throws Failure {
        return Document.fresh(Presets.design(id));
    }

    @Override
    public Document save(Document document, Design design, Path file) throws Failure {
        try {
            var target = file.toAbsolutePath();
            boolean same = document.file().filter(target::equals).isPresent();
            var expected = same ? document.stamp() : AtomicFiles.stamp(target);
            return new Document(design, Optional.of(target), AtomicFiles.replace(target, DesignFile.print(design), expected));
        } catch (AtomicFiles.ChangedMeanwhile e) {
            throw new Failure(new Problem(file.getFileName() + " was changed by someone else", List.of("Nothing was written. Save under another name, then compare the two files.")));
        } catch (IOException e) {
            throw new Failure(new Problem("The design was not saved", List.of(e.getMessage(), "Save it under another name or in another folder. Until then it is kept for recovery.")));
        }
    }

    @Override
    public void autosave(Document document, Design design) {
    }

    @Override
    public void dropAutosave() {
    }

    @Override
    public void drop(Shelf.Recovery recovery) {
    }

    @Override
    public Shelf shelf() {
        return new Shelf(Presets.all(), List.of(), Optional.empty());
    }

    @Override
    public void forget(Path recent) {
    }

    @Override
    public void keep(Preferences preferences) {
    }

    @Override
    public Action.Rendered render(Design design, Design before) {
        return renderer.render(design, before);
    }

    @Override
    public WritePlan compare(Design design, Path folder, Set<String> without) throws IOException {
        var only = Outputs.ALL.stream().map(output -> output.id()).filter(id -> !without.contains(id)).collect(Collectors.toSet());
        var bundle = Bundle.of(Source.of(design), DesignFile.print(design), version, renderer.templates(), without.isEmpty() ? Set.of() : only);
        return BundleWriter.plan(bundle, folder);
    }

    @Override
    public Generation.Phase write(WritePlan plan, boolean force, Consumer<Generation.Phase> progress, BooleanSupplier cancelled) {
        var start = clock.instant();
        try {
            BundleWriter.write(plan, force, (path, done, of) -> {
                progress.accept(new Generation.Phase.Writing(path, done, of));
                return !cancelled.getAsBoolean();
            });
        } catch (CancellationException e) {
            return new Generation.Phase.Cancelled();
        } catch (BundleWriter.EditedFiles e) {
            return new Generation.Phase.Failed(e.paths().stream().map(path -> path + " was edited since it was generated. Replace edited files, or move your change into the design.").toList());
        } catch (IOException e) {
            return new Generation.Phase.Failed(List.of(e.getMessage()));
        }
        int written = plan.paths(WritePlan.Status.NEW).size() + plan.paths(WritePlan.Status.CHANGED).size() + (force ? plan.edited().size() : 0);
        return new Generation.Phase.Done(written, plan.paths(WritePlan.Status.REMOVED).size(), plan.paths(WritePlan.Status.LEFT).size(), Duration.between(start, clock.instant()), LocalDateTime.now(clock));
    }
}
