package aksiam.generate;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies the templates of the product into a folder. */
public final class TemplateExport {
    private TemplateExport() {
    }

    /** Files of the folder that would be overwritten by something else. */
    public static List<String> differing(Path folder) throws IOException {
        var differing = new java.util.ArrayList<String>();
        for (var template : texts().entrySet()) {
            var target = folder.resolve(template.getKey());
            if (Files.exists(target) && !Files.readString(target).equals(template.getValue())) {
                differing.add(template.getKey());
            }
        }
        return differing;
    }

    /** Writes all templates; returns how many. */
    public static int copy(Path folder) throws IOException {
        var texts = texts();
        for (var template : texts.entrySet()) {
            var target = folder.resolve(template.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, template.getValue());
        }
        return texts.size();
    }

    /** The text of each template by its name. */
    static SortedMap<String, String> texts() throws IOException {
        try {
            var root = TemplateExport.class.getResource("/templates").toURI();
            if (!root.getScheme().equals("jar")) {
                return texts(Path.of(root));
            }
            var jar = URI.create(root.toString().substring(0, root.toString().indexOf('!')));
            try (var files = FileSystems.newFileSystem(jar, Map.of())) {
                return texts(files.getPath("/templates"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, String> texts(Path root) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
