package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Step;
import aksiam.model.Answer;
import aksiam.store.DesignFile;
import aksiam.testkit.Designs;
import aksiam.testkit.Fx;
import aksiam.testkit.ManyTeams;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Update;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replays a walk through a design in the window and prints for how long the JavaFX thread was taken at a stretch: at the first round,
 * when much is done for the first time, and at the second. Then the heap that is in use. Arguments: names of presets, or numbers of
 * teams with three namespaces each. Without a display each frame counts some 28 ms more, for which the headless platform copies the picture of the whole
 * window dot by dot on that thread.
 */
final class WalkBenchmark {
    private static final double SIZE = 1_000;
    private static final int WORST = 6;
    private static final int EACH_STEP = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** One thing that a person did. */
    private record Deed(String kind, String what, FxLoad.Longest longest) {
    }

    private final Room room;
    private final FxLoad load;
    private final List<Deed> deeds = new ArrayList<>();

    private WalkBenchmark(Room room, FxLoad load) {
        this.room = room;
        this.load = load;
    }

    public static void main(String[] designs) throws IOException {
        int code = 1;
        try {
            for (var design : designs.length == 0 ? List.of("shared-platform", "1000") : List.of(designs)) {
                var folder = Files.createTempDirectory("aks-iam-walk");
                try {
                    run(design, folder);
                } finally {
                    try (var files = Files.walk(folder)) {
                        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
                    }
                }
            }
            code = 0;
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
        } finally {
            // JavaFX keeps the process alive.
            System.exit(code);
        }
    }

    private static void run(String name, Path folder) throws IOException {
        var design = name.matches("\\d+") ? ManyTeams.of(Integer.parseInt(name)) : Designs.read(name);
        var file = folder.resolve("design" + DesignFile.ENDING);
        Files.writeString(file, DesignFile.print(design));
        try (var room = new Room(folder, SIZE, SIZE); var load = new FxLoad()) {
            room.show();
            for (var round : List.of("first", "second")) {
                var walk = new WalkBenchmark(room, load);
                walk.did("open", name, () -> room.take(new Action.Open(file)));
                walk.rendered();
                walk.round();
                walk.print(name + ", " + round + " round");
            }
            System.out.printf(Locale.ROOT, "%s: heap in use after the walk %d MB%n", name, heap());
        }
        Fx.closeAll();
    }

    /** Every step beside each view of the panel; then, beside the files, some considerations of each with another answer, and typing. */
    private void round() {
        for (var view : List.of(SidePanel.View.GUIDANCE, SidePanel.View.RECORD, SidePanel.View.FILES)) {
            did("panel", view.name(), () -> Fx.run(() -> room.window.show(view)));
            Catalogue.steps().forEach(step -> open(step.number(), asks(step) ? step.considerations().getFirst().id() : "", "step"));
        }
        Catalogue.steps().stream().filter(WalkBenchmark::asks).forEach(this::considerations);
    }

    private static boolean asks(Step step) {
        return Update.hasConsiderations(step.number());
    }

    private void considerations(Step step) {
        var design = room.state().design();
        step.considerations().stream().filter(consideration -> consideration.appliesTo(design)).limit(EACH_STEP).forEach(consideration -> {
            open(step.number(), consideration.id(), "consideration");
            answer(consideration);
        });
        open(step.number(), step.considerations().getLast().id(), "consideration");
        type(step.considerations().getLast());
    }

    private void open(int step, String id, String kind) {
        did(kind, step + " " + id, () -> room.take(new Action.Go(new Page.At(step, id))));
    }

    /** Answers otherwise, and takes it back. */
    private void answer(Consideration consideration) {
        other(consideration).ifPresent(answer -> {
            did("answer", consideration.id(), () -> {
                room.take(new Action.Answered(consideration.id(), answer, room.workshop.now()));
                rendered();
            });
            did("undo", consideration.id(), () -> {
                room.take(new Action.Undo(room.workshop.now()));
                rendered();
            });
        });
    }

    private Optional<Answer> other(Consideration consideration) {
        return switch (consideration.input()) {
            case Input.OneOf(var options) ->
                options.stream().filter(option -> !room.state().design().chose(consideration.id(), option.id())).findFirst().map(option -> new Answer.Choice(option.id()));
            case Input.ManyOf(var options) -> Optional.of(new Answer.Choices(List.of(options.getLast().id())));
            case Input.Rows _, Input.Matrix _ -> {
                var rows = room.state().design().rows(consideration.id());
                yield rows.size() < 2 ? Optional.empty() : Optional.of(new Answer.Table(rows.subList(1, rows.size())));
            }
            case Input.Text _, Input.Pick _ -> Optional.empty();
        };
    }

    private void type(Consideration consideration) {
        if (!Fx.exists("#because")) {
            return;
        }
        var field = Fx.find("#because");
        Fx.run(field::requestFocus);
        for (var key : List.of("a", "b", "c")) {
            did("typing", consideration.id(), () -> Fx.type(key));
        }
        did("typed, preview", consideration.id(), this::rendered);
        room.take(new Action.Undo(room.workshop.now()));
    }

    /** On a machine that has other work to do the files of 1,000 teams take a while. */
    private void rendered() {
        room.rendered(PATIENCE);
    }

    private void did(String kind, String what, Runnable deed) {
        FxLoad.settle();
        load.take();
        deed.run();
        FxLoad.settle();
        deeds.add(new Deed(kind, what, load.take()));
    }

    private void print(String title) {
        Map<String, List<Deed>> kinds = new LinkedHashMap<>();
        deeds.forEach(deed -> kinds.computeIfAbsent(deed.kind(), _ -> new ArrayList<>()).add(deed));
        System.out.printf(Locale.ROOT, "%n%s: milliseconds at a stretch on the JavaFX thread%n%-16s %6s %8s %8s %8s%n", title, "", "deeds", "median", "longest",
            "waited");
        kinds.forEach((kind, all) -> System.out.printf(Locale.ROOT, "%-16s %6d %8.1f %8.1f %8.1f%n", kind, all.size(),
            all.stream().mapToDouble(deed -> deed.longest().computed()).sorted().skip(all.size() / 2).findFirst().orElse(0),
            longest(all.stream()), all.stream().mapToDouble(deed -> deed.longest().waited()).max().orElse(0)));
        deeds.stream().sorted(Comparator.comparingDouble((Deed deed) -> deed.longest().computed()).reversed()).limit(WORST)
            .forEach(deed -> System.out.printf(Locale.ROOT, "  %.1f %s %s%n", deed.longest().computed(), deed.kind(), deed.what()));
    }

    private static double longest(Stream<Deed> deeds) {
        return deeds.mapToDouble(deed -> deed.longest().computed()).max().orElse(0);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
