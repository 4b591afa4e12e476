package aksiam.store;

import aksiam.model.Design;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Work that is not saved yet, kept in the folder {@code recovery} of the state folder: one file for each running application,
 * replaced as a whole. It outlives a kill, and is offered at the next start.
 */
public final class Autosave {
    private static final String ENDING = ".recovery.json";

    /**
     * Work of an application that ended without saving.
     *
     * @param id     for {@link #drop}
     * @param file   the design file it belongs to, empty when it was never saved
     * @param stamp  what that file held when it was opened or saved last
     * @param at     when it was kept
     */
    public record Kept(String id, Design design, Optional<Path> file, AtomicFiles.Stamp stamp, LocalDateTime at) {
    }

    /**
     * Work that is there and cannot be read.
     *
     * @param id  for {@link #drop}
     * @param why one sentence
     */
    public record Unreadable(String id, Path file, String why) {
    }

    /** What other applications left behind, newest first. */
    public record Left(List<Kept> kept, List<Unreadable> unreadable) {
    }

    private final StateFolder state;
    private final Path folder;
    private final String own;

    /** Of this process. */
    public Autosave(StateFolder state) {
        this(state, Processes.OWN);
    }

    /** @param process as {@link Processes} calls it */
    Autosave(StateFolder state, String process) {
        this.state = state;
        this.folder = state.path().resolve("recovery");
        this.own = process;
    }

    /** Keeps a design; it replaces what this process kept before. */
    public void keep(Design design, Optional<Path> file, AtomicFiles.Stamp stamp, LocalDateTime at) throws IOException {
        var root = new LinkedHashMap<String, Object>();
        root.put("at", at.toString());
        root.put("file", file.map(Path::toString).orElse(""));
        root.put("stamp", stamp.sha256());
        root.put("design", DesignFile.print(design));
        state.write("recovery/" + own + ENDING, JsonText.of(root));
    }

    /** Forgets what this process kept: it is saved now, or thrown away. */
    public void drop() throws IOException {
        drop(own);
    }

    public void drop(String id) throws IOException {
        AtomicFiles.remove(path(id));
    }

    /** What a running application keeps is its own and not among it. */
    public Left left() {
        var kept = new ArrayList<Kept>();
        var unreadable = new ArrayList<Unreadable>();
        for (var id : ids(unreadable)) {
            try {
                kept.add(read(id));
            } catch (NoSuchFileException e) {
                // Another application has taken it over meanwhile.
            } catch (UnreadableDesign e) {
                unreadable.add(new Unreadable(id, path(id), "The design in it " + e.faults().getFirst().message() + "."));
            } catch (JacksonException | InvalidPathException | DateTimeParseException | NumberFormatException e) {
                unreadable.add(new Unreadable(id, path(id), "It is not what this application writes."));
            } catch (IOException e) {
                unreadable.add(new Unreadable(id, path(id), "It cannot be read by this user."));
            }
        }
        kept.sort(Comparator.comparing(Kept::at).reversed());
        return new Left(List.copyOf(kept), List.copyOf(unreadable));
    }

    private List<String> ids(List<Unreadable> unreadable) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length())).filter(id -> !Processes.isRunning(id)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            unreadable.add(new Unreadable("", folder, "The folder cannot be read by this user."));
            return List.of();
        }
    }

    private Kept read(String id) throws IOException, UnreadableDesign {
        var root = JsonMapper.shared().readTree(Files.readString(path(id)));
        var design = DesignFile.parse(text(root, "design"), id);
        var file = text(root, "file");
        return new Kept(id, design, file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)), new AtomicFiles.Stamp(text(root, "stamp")),
            LocalDateTime.parse(text(root, "at")));
    }

    private static String text(JsonNode root, String key) {
        return root.path(key).asString("");
    }

    private Path path(String id) {
        return folder.resolve(id + ENDING);
    }
}
