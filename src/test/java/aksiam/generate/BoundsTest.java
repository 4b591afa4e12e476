package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template that somebody changed may loop, call itself or print without end. */
final class BoundsTest {
    @TempDir
    private Path folder;

    @Test
    void everyTemplateEnds() throws Exception {
        stops("does not end within 8 seconds", "<#list 1.. as i></#list>");
        stops("prints more than 100000 characters", "<#list 1.. as i>text</#list>");
        stops("calls itself without end", "<#macro again><@again/></#macro><@again/>");
        stops("calls itself without end", "<#include \"t.ftl\">");
        stops("prints more than 100000 characters", "<#assign text = 'x'><#list 1..20 as i><#assign text = text + text></#list>${text}");
    }

    @Test
    void whatEndsIsPrinted() throws Exception {
        assertEquals("1 2 3 ", templates("<#list 1..3 as i>${i} </#list>").render("t.ftl", Map.of()));
        assertEquals("x".repeat(100_000), templates("${text}").render("t.ftl", Map.of("text", "x".repeat(100_000))));
    }

    private void stops(String words, String template) throws IOException {
        var templates = templates(template);
        var broken = assertThrows(Templates.BrokenTemplate.class, () -> templates.render("t.ftl", Map.of()));
        assertTrue(broken.getMessage().equals("template t.ftl: " + words), broken.getMessage());
    }

    private Templates templates(String text) throws IOException {
        Files.writeString(folder.resolve("t.ftl"), text);
        return Templates.from(folder, new Bounds(Duration.ofSeconds(8), 100_000));
    }
}
