package aksiam.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folders with all that stands in them, hidden files and empty folders too. */
final class Trees {
    private Trees() {
    }

    /** Texts by path; a folder ends with a slash, a link is not followed. */
    static SortedMap<String, String> of(Path folder) {
        var tree = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(file -> !file.equals(folder)).toList()) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                if (Files.isSymbolicLink(file)) {
                    tree.put(path, "link to " + Files.readSymbolicLink(file));
                } else if (Files.isDirectory(file)) {
                    tree.put(path + "/", "");
                } else {
                    tree.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    static Bundle bundle(String... pathsAndTexts) {
        var files = new ArrayList<Artefact>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.add(Artefact.of(pathsAndTexts[i], pathsAndTexts[i + 1], List.of()));
        }
        return new Bundle("1", files, Set.of(), Set.of());
    }

    /** The bundle whose files stand in a folder as they were generated, so that another process need not generate them. */
    static Bundle read(Path folder) {
        var files = of(folder).entrySet().stream().filter(entry -> !entry.getKey().endsWith("/"))
            .map(entry -> Artefact.of(entry.getKey(), new String(entry.getValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), List.of()));
        return new Bundle("1", files.toList(), Set.of(), Set.of());
    }

    /** As the command line does, but without waiting for the disk. */
    static void write(Bundle bundle, Path folder) throws IOException {
        write(folder, () -> WritePlan.of(bundle, folder));
    }

    /** As the window does. */
    static void write(WritePlan plan) throws IOException {
        write(plan.folder(), () -> plan);
    }

    /** What stands in a copy of a folder after bundles were written into it one after the other. */
    static SortedMap<String, String> after(Path start, Bundle... bundles) throws IOException {
        var copy = copy(start, Files.createTempDirectory(start.getParent(), "expected").resolve("bundle"));
        for (var bundle : bundles) {
            write(bundle, copy);
        }
        return of(copy);
    }

    private static void write(Path folder, BundleWriter.Planner planner) throws IOException {
        var steps = new FileSteps((_, _) -> {
        }, false);
        new BundleWriter(steps, LockOwner.ofThisProcess(), Duration.ofSeconds(10)).run(folder, planner, BundleWriter.Progress.NONE);
    }
}
