package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9]+)+)\"");
    /** Keys that are put together from a prefix and a name. */
    private static final List<String> PREFIXES = List.of("mark.", "door.", "view.theme.", "view.contrast.", "view.list.", "steps.filter.", "search.kind.",
        "panel.", "guidance.finding.", "files.sign.",
        "generate.", "empty.", "visibility.role.", "menu.", "edit.undo",
        "edit.redo");

    @Test
    void every_text_is_used_and_every_key_has_a_text() throws IOException {
        var keys = new TreeSet<>(ResourceBundle.getBundle("aksiam.ui.messages").keySet());
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/aksiam/ui"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().map(result -> result.group(1))
                    .filter(text -> keys.stream().anyMatch(key -> key.substring(0, key.indexOf('.')).equals(text.substring(0, text.indexOf('.')))))
                    .forEach(used::add);
            }
        }
        var missing = used.stream().filter(key -> !keys.contains(key) && !key.endsWith(".css")).toList();
        var unused = keys.stream().filter(key -> !used.contains(key) && PREFIXES.stream().noneMatch(key::startsWith)).toList();
        assertEquals(List.of(), missing, "keys without a text");
        assertEquals(List.of(), unused, "texts that nothing shows");
    }

    @Test
    void every_table_says_what_its_rows_are_for() {
        var keys = ResourceBundle.getBundle("aksiam.ui.messages").keySet();
        for (var consideration : Catalogue.all()) {
            // Custom roles are edited one by one, without a table.
            if (consideration.input() instanceof Input.Rows(var type) && !consideration.id().equals("azure-roles")) {
                var key = "empty." + type.view().getSimpleName().toLowerCase(Locale.ROOT);
                assertTrue(keys.contains(key), consideration.id() + " needs " + key);
            }
        }
    }
}
