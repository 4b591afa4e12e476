package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.generate.Bundle;
import aksiam.generate.BundleWriter;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.WritePlan;
import aksiam.generate.WritePlan.Status;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.store.AtomicFiles;
import aksiam.store.AtomicFiles.Stamp;
import aksiam.store.Autosave;
import aksiam.store.DesignFile;
import aksiam.store.Fault;
import aksiam.store.Presets;
import aksiam.store.Settings;
import aksiam.store.StateFolder;
import aksiam.store.Trouble;
import aksiam.store.TroubleLog;
import aksiam.store.UnreadableDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files, generators and rules as they are. */
public final class Disk implements Outside {
    private static final int STEPS = 100;

    private final String version;
    private final Clock clock;
    private final StateFolder folder;
    private final Autosave autosave;
    private final TroubleLog log;
    private final Renderer renderer;
    /** Files that hold a part of a secret, which was saved while it was being typed. */
    private final Set<Path> spoilt = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Ahead> ahead = new AtomicReference<>();

    public Disk(String version, Clock clock, StateFolder folder) {
        this.version = version;
        this.clock = clock;
        this.log = new TroubleLog(folder, clock);
        this.renderer = new Renderer(clock, log);
        this.folder = folder;
        this.autosave = new Autosave(folder);
    }

    /** A file that is read before it is opened; only the first file that is opened can be. */
    private record Ahead(Path file, FutureTask<Document> reading) {
        private static final Ahead OVER = new Ahead(Path.of(""), new FutureTask<>(() -> null));
    }

    /** Reads, in this thread, the file that will be opened first; who opens it meanwhile waits for it. */
    public void readAhead(Path file) {
        var reading = new FutureTask<>(() -> read(file));
        if (ahead.compareAndSet(null, new Ahead(file, reading))) {
            reading.run();
        }
    }

    @Override
    public String trouble(String doing, Throwable trouble) {
        return log.note(doing, trouble);
    }

    @Override
    public String report() {
        return log.report();
    }

    @Override
    public Document open(Path file) throws Failure {
        var first = ahead.getAndSet(Ahead.OVER);
        if (first == null || !first.file().equals(file)) {
            return read(file);
        }
        try {
            return first.reading().get();
        } catch (ExecutionException _) {
            return read(file); // says again what is wrong with it
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return read(file);
        }
    }

    private Document read(Path file) throws Failure {
        try {
            var text = DesignFile.text(file);
            var document = new Document(DesignFile.parse(text, file.toString()).identified(), Optional.of(file.toAbsolutePath()), AtomicFiles.stamp(file));
            quietly("temporary files", () -> AtomicFiles.cleanUp(file.toRealPath().getParent()));
            keepSettings(settings -> settings.opened(file, LocalDateTime.now(clock)));
            return document;
        } catch (UnreadableDesign e) {
            throw new Failure(new Problem(file.getFileName() + " cannot be opened", e.faults().stream().map(Fault::text).toList()));
        } catch (IOException e) {
            throw new Failure(new Problem(file.getFileName() + " cannot be opened", List.of(Trouble.sentence(e))));
        }
    }

    @Override
    public Document preset(String id) throws Failure {
        return Document.fresh(Presets.design(id).withId(DesignId.random()));
    }

    @Override
    public Document save(Document document, Design design, Path file) throws Failure {
        try {
            var target = file.toAbsolutePath();
            boolean same = document.file().filter(target::equals).isPresent();
            var expected = same ? document.stamp() : AtomicFiles.stamp(target);
            var saved = new Document(design, Optional.of(target), AtomicFiles.replace(target, DesignFile.print(design), expected));
            if (spoilt.remove(target)) {
                Files.deleteIfExists(AtomicFiles.backup(target));
            }
            keepSettings(settings -> settings.opened(target, LocalDateTime.now(clock)));
            return saved;
        } catch (AtomicFiles.ChangedMeanwhile e) {
            throw new Failure(changed(file.toAbsolutePath(), e.found()));
        } catch (IOException e) {
            throw new Failure(new Problem("The design was not saved",
                List.of(Trouble.sentence(e), "Save it under another name or in another folder. Until then it is kept for recovery.")));
        }
    }

    private static Problem changed(Path file, Stamp found) {
        boolean gone = found.equals(Stamp.ABSENT);
        return new Problem(file.getFileName() + (gone ? " is not there any more" : " was changed by someone else"),
            List.of(gone
                ? "It was deleted, moved or renamed. Save it there again, or under another name."
                : "Nothing was written. Save under another name and compare the two files, or save over what is there: it stays as "
                    + AtomicFiles.backup(file).getFileName() + "."),
            Optional.of(new Problem.Way(gone ? "Save it there again" : "Save over it", new Action.SaveOver(file, found))));
    }

    @Override
    public void forgetBackup(Path file) {
        spoilt.add(file.toAbsolutePath());
    }

    @Override
    public void autosave(Document document, Design design) throws Failure {
        try {
            autosave.keep(design, document.file(), document.stamp(), LocalDateTime.now(clock));
        } catch (IOException e) {
            throw new Failure(new Problem("Unsaved work cannot be kept for recovery", List.of(Trouble.sentence(e), "Save the design now.")));
        }
    }

    @Override
    public void dropAutosave() {
        quietly("recovery", autosave::drop);
    }

    @Override
    public void drop(String recovery) {
        quietly("recovery", () -> autosave.drop(recovery));
    }

    /** What its file holds by now, and what was kept twice because an application ended while it took it over, is not offered. */
    @Override
    public Shelf.Kept kept() {
        var left = autosave.left();
        var recoveries = new ArrayList<Shelf.Recovery>();
        for (var kept : left.kept()) {
            var recovery = recovery(kept);
            boolean saved = kept.file().flatMap(Disk::saved).filter(recovery.document().design()::equals).isPresent();
            if (saved || recoveries.stream().anyMatch(other -> other.document().equals(recovery.document()))) {
                drop(kept.id());
            } else {
                recoveries.add(recovery);
            }
        }
        return new Shelf.Kept(recoveries, left.unreadable().stream().map(found -> new Shelf.Unreadable(found.id(), found.file(), found.why())).toList());
    }

    @Override
    public Shelf shelf() {
        quietly("temporary files", folder::cleanUp);
        var recent = Settings.load(folder).recent().stream().map(Disk::recent).toList();
        return new Shelf(PresetCards.ALL, recent, kept(), true);
    }

    @Override
    public Map<Path, Shelf.Verdict> judge(List<Path> files) {
        var verdicts = new HashMap<Path, Shelf.Verdict>();
        for (var file : files) {
            try {
                var design = DesignFile.read(file);
                var severities = Check.findings(design, Catalogue.plan(design), LocalDate.now(clock)).stream()
                    .collect(Collectors.groupingBy(Finding::severity, Collectors.counting()));
                verdicts.put(file, new Shelf.Verdict(severities.getOrDefault(Finding.Severity.ERROR, 0L).intValue(),
                    severities.getOrDefault(Finding.Severity.WARNING, 0L).intValue()));
            } catch (UnreadableDesign e) {
                // Opening it says what is wrong.
            }
        }
        return verdicts;
    }

    @Override
    public void forget(Path recent) {
        keepSettings(settings -> settings.forgotten(recent));
    }

    @Override
    public Optional<Page.At> place(Path file) {
        return Settings.load(folder).place(file).flatMap(Route::place);
    }

    @Override
    public void keep(Path file, Page.At place) {
        keepSettings(settings -> settings.left(file, Route.name(place)));
    }

    @Override
    public Preferences preferences() {
        var settings = Settings.load(folder);
        return new Preferences(named(Preferences.Theme.values(), settings.theme()), named(Preferences.Contrast.values(), settings.contrast()),
            settings.animated(), settings.zoom() == 0 ? Preferences.DEFAULT.zoom() : settings.zoom(), settings.hints(), settings.widths());
    }

    /** The value of that name; the first one follows the system. */
    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equalsIgnoreCase(name)).findFirst().orElse(values[0]);
    }

    @Override
    public void keep(Preferences preferences) {
        keepSettings(settings -> settings.withLook(preferences.theme().name().toLowerCase(Locale.ROOT),
            preferences.contrast().name().toLowerCase(Locale.ROOT), preferences.animated(), preferences.zoom(), preferences.hints(), preferences.widths()));
    }

    @Override
    public Action.Rendered render(Design design, Design before, String consideration) {
        return renderer.render(design, before, consideration);
    }

    @Override
    public Weights weigh(String consideration, Design design, Map<String, Design> options) {
        var weights = new HashMap<String, Weights.Weight>();
        options.forEach((option, then) -> renderer.weigh(design, then).ifPresent(weight -> weights.put(option, weight)));
        return new Weights(consideration, design, weights);
    }

    @Override
    public Action.Compared compare(Effect.Compare request) throws IOException {
        var source = Source.of(request.design());
        var only = Outputs.ALL.stream().map(output -> output.id()).filter(id -> !request.without().contains(id)).collect(Collectors.toSet());
        var bundle = Bundle.of(source, DesignFile.print(source.design()), version, renderer.templates(), request.without().isEmpty() ? Set.of() : only);
        var plan = WritePlan.of(bundle, request.folder(), path -> request.replaced().contains(path) ? Status.REPLACED : Status.KEPT);
        return new Action.Compared(request, plan, BundleWriter.lastWritten(request.folder()).map(at -> LocalDateTime.ofInstant(at, clock.getZone())));
    }

    @Override
    public Generation.Phase write(WritePlan plan, Consumer<Generation.Phase> progress, BooleanSupplier cancelled) {
        var start = clock.instant();
        try {
            BundleWriter.write(plan, (path, done, of) -> {
                // Many files are told in steps that can be seen.
                if (done % (of / STEPS + 1) == 0) {
                    progress.accept(new Generation.Phase.Writing(path, done, of));
                }
                return !cancelled.getAsBoolean();
            });
        } catch (CancellationException e) {
            return new Generation.Phase.Cancelled();
        } catch (IOException e) {
            return new Generation.Phase.Failed(List.of(Trouble.sentence(e)));
        }
        int written = (int) plan.changes().stream().filter(change -> change.status().isWritten()).count();
        return new Generation.Phase.Done(written, plan.paths(Status.REMOVED).size(), plan.paths(Status.KEPT).size() + plan.paths(Status.LEFT).size(),
            Duration.between(start, clock.instant()), LocalDateTime.now(clock));
    }

    private static Shelf.Recent recent(Settings.Recent entry) {
        try {
            var all = Overview.of(DesignFile.read(entry.file()), List.of()).all();
            return new Shelf.Recent(entry.file(), true, all.decided(), all.applicable(), Optional.empty(), entry.at());
        } catch (UnreadableDesign e) {
            return new Shelf.Recent(entry.file(), Files.exists(entry.file()), 0, 0, Optional.empty(), entry.at());
        }
    }

    private Shelf.Recovery recovery(Autosave.Kept kept) {
        var name = kept.file().map(file -> file.getFileName().toString())
            .orElseGet(() -> kept.design().text("design-name").isEmpty() ? "A design without a name" : kept.design().text("design-name"));
        return new Shelf.Recovery(kept.id(), new Document(kept.design().identified(), kept.file(), kept.stamp()), name, kept.at(), unsaved(kept),
            standing(kept));
    }

    private Shelf.Standing standing(Autosave.Kept kept) {
        if (kept.file().isEmpty()) {
            return Shelf.Standing.NEWER;
        }
        try {
            var now = AtomicFiles.stamp(kept.file().get());
            return now.equals(kept.stamp())
                ? Shelf.Standing.NEWER
                : now.equals(Stamp.ABSENT)
                    ? Shelf.Standing.GONE
                    : LocalDateTime.ofInstant(Files.getLastModifiedTime(kept.file().get()).toInstant(), clock.getZone()).isAfter(kept.at())
                        ? Shelf.Standing.OLDER
                        : Shelf.Standing.APART;
        } catch (IOException e) {
            return Shelf.Standing.APART;
        }
    }

    /** The design that a file holds, as far as it can be read. */
    private static Optional<Design> saved(Path file) {
        try {
            return Optional.of(DesignFile.read(file).identified());
        } catch (UnreadableDesign e) {
            return Optional.empty();
        }
    }

    /** What differs from the file: what an answer is now, or that only its decision is another one. */
    private static List<String> unsaved(Autosave.Kept kept) {
        var saved = kept.file().flatMap(Disk::saved).orElse(Design.EMPTY);
        return Catalogue.all().stream().filter(consideration -> !same(consideration.id(), saved, kept.design()))
            .map(consideration -> saved.answer(consideration.id()).equals(kept.design().answer(consideration.id()))
                ? consideration.title() + ": another decision"
                : consideration.title() + ": " + said(consideration, saved) + " → " + said(consideration, kept.design()))
            .toList();
    }

    private static boolean same(String id, Design saved, Design kept) {
        return saved.answer(id).equals(kept.answer(id)) && saved.decision(id).equals(kept.decision(id));
    }

    private static String said(Consideration consideration, Design design) {
        return design.answer(consideration.id()).map(answer -> Words.answer(consideration, answer)).orElse("undecided");
    }

    private synchronized void keepSettings(UnaryOperator<Settings> change) {
        quietly("settings", () -> change.apply(Settings.load(folder)).save(folder));
    }

    private interface Attempt {
        void run() throws IOException;
    }

    /** What the application keeps for itself is never a reason to stop a workshop. */
    private void quietly(String what, Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            log.note(what, e);
        }
    }
}
