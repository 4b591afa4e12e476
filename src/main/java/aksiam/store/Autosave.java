package aksiam.store;

import aksiam.model.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    private final Path folder;
    private final String own;

    /** Of this process. */
    public Autosave(StateFolder state) {
        this(state, ProcessHandle.current().pid(), started(ProcessHandle.current()));
    }

    Autosave(StateFolder state, long process, long started) {
        this.folder = state.path().resolve("recovery");
        this.own = process + "-" + started;
    }

    /** Keeps a design; it replaces what this process kept before. */
    public void keep(Design design, Optional<Path> file, AtomicFiles.Stamp stamp, LocalDateTime at) throws IOException {
        var root = new LinkedHashMap<String, Object>();
        root.put("at", at.toString());
        root.put("file", file.map(Path::toString).orElse(""));
        root.put("stamp", stamp.sha256());
        root.put("design", DesignFile.print(design));
        AtomicFiles.write(path(own), JsonText.of(root));
    }

    /** Forgets what this process kept: it is saved now, or thrown away. */
    public void drop() throws IOException {
        drop(own);
    }

    public void drop(String id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** What other applications left behind, newest first. What a running one keeps is its own, what cannot be read is passed over. */
    public List<Kept> left() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length())).filter(id -> !isRunning(id))
                .flatMap(id -> read(id).stream()).sorted(Comparator.comparing(Kept::at).reversed()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<Kept> read(String id) {
        try {
            var root = JsonMapper.shared().readTree(Files.readString(path(id)));
            var design = DesignFile.parse(text(root, "design"), id);
            var file = text(root, "file");
            return Optional.of(new Kept(id, design, file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)), new AtomicFiles.Stamp(text(root, "stamp")),
                LocalDateTime.parse(text(root, "at"))));
        } catch (IOException | JacksonException | UnreadableDesign | InvalidPathException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode root, String key) {
        return root.path(key).asString("");
    }

    private Path path(String id) {
        return folder.resolve(id + ENDING);
    }

    /** A process number is given again after a while, so the time of its start is compared too. */
    private static boolean isRunning(String id) {
        int dash = id.indexOf('-');
        var process = dash < 0 ? OptionalLong.empty() : number(id.substring(0, dash));
        return process.isPresent() && ProcessHandle.of(process.getAsLong()).filter(ProcessHandle::isAlive)
            .map(handle -> id.equals(handle.pid() + "-" + started(handle))).orElse(false);
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Seconds since 1970. */
    private static long started(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
