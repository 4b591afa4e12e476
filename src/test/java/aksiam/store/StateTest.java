package aksiam.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.model.Answer;
import aksiam.model.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recovery, settings and where they are kept. */
final class StateTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);
    private static final Design DESIGN = Design.EMPTY.with("design-name", new Answer.Text("Contoso"));
    private static final String NOBODY = Integer.MAX_VALUE - 1L + "-1";

    @TempDir
    Path temporary;
    private StateFolder folder;

    @BeforeEach
    void setUp() {
        folder = new StateFolder(temporary.resolve("state"));
    }

    @Test
    void folderFollowsTheSystem() {
        assertEquals(Path.of("/chosen"), StateFolder.of("Linux", Map.of(), name -> name.equals("aksiam.state") ? "/chosen" : "/home/ana").path());
        assertEquals(Path.of("/home/ana/.local/state/aks-iam"), of("Linux", Map.of()));
        assertEquals(Path.of("/state/aks-iam"), of("Linux", Map.of("XDG_STATE_HOME", "/state")));
        assertEquals(Path.of("/home/ana/.local/state/aks-iam"), of("Linux", Map.of("XDG_STATE_HOME", "relative")));
        assertEquals(Path.of("/home/ana/Library/Application Support/aks-iam"), of("Mac OS X", Map.of()));
        assertEquals(Path.of("/roaming/aks-iam"), of("Windows 11", Map.of("APPDATA", "/roaming")));
    }

    @Test
    void keptWorkOutlivesItsProcess() throws IOException {
        var dead = new Autosave(folder, NOBODY);
        var file = Path.of("/designs/contoso.aksiam.json");
        dead.keep(Design.EMPTY, Optional.empty(), AtomicFiles.Stamp.ABSENT, NOON.minusHours(1));
        dead.keep(DESIGN, Optional.of(file), AtomicFiles.stamp("before"), NOON);
        var left = new Autosave(folder).left().kept();
        assertEquals(List.of(new Autosave.Kept(NOBODY, DESIGN, Optional.of(file), AtomicFiles.stamp("before"), NOON)), left);
        new Autosave(folder).drop(left.getFirst().id());
        assertEquals(List.of(), new Autosave(folder).left().kept());
    }

    @Test
    void workOfARunningProcessIsNotOfferedToOthers() throws IOException {
        var own = new Autosave(folder);
        own.keep(DESIGN, Optional.empty(), AtomicFiles.Stamp.ABSENT, NOON);
        assertEquals(List.of(), new Autosave(folder).left().kept());
        own.drop();
    }

    @Test
    void recoveryThatCannotBeReadIsNamed() throws IOException {
        new Autosave(folder, NOBODY).keep(DESIGN, Optional.empty(), AtomicFiles.Stamp.ABSENT, NOON);
        var broken = Files.writeString(folder.path().resolve("recovery/1-x.recovery.json"), "{\"design\": ");
        Files.writeString(folder.path().resolve("recovery/2-newer.recovery.json"), "{\"at\": \"" + NOON + "\", \"design\": \"{\\\"schema\\\": 99}\"}");
        Files.writeString(folder.path().resolve("recovery/nonsense.recovery.json"), "[]");
        Files.createDirectory(folder.path().resolve("recovery/folder.recovery.json"));
        var left = new Autosave(folder).left();
        assertEquals(1, left.kept().size());
        assertEquals(List.of(
            new Autosave.Unreadable("1-x", broken, "It is not what this application writes."),
            new Autosave.Unreadable("2-newer", folder.path().resolve("recovery/2-newer.recovery.json"),
                "The design in it has schema 99 of a newer version; this version reads up to 1."),
            new Autosave.Unreadable("folder", folder.path().resolve("recovery/folder.recovery.json"), "It cannot be read by this user."),
            new Autosave.Unreadable("nonsense", folder.path().resolve("recovery/nonsense.recovery.json"),
                "The design in it is empty, expected a design file.")),
            left.unreadable());
    }

    @Test
    void stateIsForThisUserAlone() throws IOException {
        Files.createDirectories(folder.path().resolve("recovery"));
        Settings.NONE.save(folder);
        new Autosave(folder, NOBODY).keep(DESIGN, Optional.empty(), AtomicFiles.Stamp.ABSENT, NOON);
        for (var path : List.of("", "recovery")) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path().resolve(path))));
        }
        for (var path : List.of("settings.json", "recovery/" + NOBODY + ".recovery.json")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path().resolve(path))));
        }
        var made = new StateFolder(temporary.resolve("a/b"));
        Settings.NONE.save(made);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made.path())));
        var shared = new StateFolder(Files.createDirectory(temporary.resolve("shared")));
        Files.setPosixFilePermissions(shared.path(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Settings.NONE.save(shared);
        assertEquals("rwxrwxrwx", PosixFilePermissions.toString(Files.getPosixFilePermissions(shared.path())));
    }

    @Test
    void settingsAreKeptAndABrokenFileCountsAsEmpty() throws IOException {
        assertEquals(Settings.NONE, Settings.load(folder));
        var settings = Settings.NONE.withLook("DARK", "HIGH", false, 125, false, Map.of("teams.name", 9.5)).opened(Path.of("/a"), NOON)
            .opened(Path.of("/b"), NOON)
            .opened(Path.of("/x/../a"),
                NOON.plusHours(1));
        assertEquals(List.of(Path.of("/a"), Path.of("/b")), settings.recent().stream().map(Settings.Recent::file).toList());
        settings.save(folder);
        assertEquals(settings, Settings.load(folder));
        assertEquals(List.of(Path.of("/b")), settings.forgotten(Path.of("/a")).recent().stream().map(Settings.Recent::file).toList());
        var left = settings.left(Path.of("/a"), "kubelet-identity").opened(Path.of("/b"), NOON).opened(Path.of("/a"), NOON);
        left.save(folder);
        assertEquals(Optional.of("kubelet-identity"), Settings.load(folder).place(Path.of("/x/../a")));
        for (var broken : List.of("", "{", "[]", "7", "{\"theme\": {}, \"zoom\": \"x\", \"recent\": [1, {\"file\": \"/a\", \"at\": \"never\"}]}")) {
            Files.writeString(folder.path().resolve("settings.json"), broken);
            assertEquals(List.of(), Settings.load(folder).recent(), broken);
        }
    }

    private static Path of(String system, Map<String, String> environment) {
        return StateFolder.of(system, environment, name -> name.equals("user.home") ? "/home/ana" : "").path();
    }
}
