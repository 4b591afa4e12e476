package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every output, and for whoever adds one. */
class OutputContractTest {
    private static final Path TEMPLATES = Path.of("templates");
    /** Typed text goes through one of these; numbers, flags and names of fixed words need not. */
    private static final Pattern INTERPOLATION = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern INCLUDED = Pattern.compile("<#(?:include|import) \"([^\"]+)\"");

    @Test
    void everyOutputHasAnIdAndADescription() {
        var ids = new HashSet<String>();
        for (var output : Outputs.ALL) {
            assertTrue(output.id().matches("[a-z]+"), output.id());
            assertTrue(ids.add(output.id()), "two outputs " + output.id());
            assertTrue(output.description().matches("[a-zA-Z].{20,}"), output.id() + ": " + output.description());
        }
    }

    @Test
    void everyFileIsWholeTextWithKnownSources() {
        var considerations = Catalogue.all().stream().map(consideration -> consideration.id()).toList();
        for (var name : Designs.all()) {
            var paths = new HashSet<String>();
            for (var file : Bundles.of(Designs.read(name)).files()) {
                var where = name + ": " + file.path();
                assertTrue(paths.add(file.path().toLowerCase(Locale.ROOT)), where + " twice");
                assertTrue(file.path().matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*"), where);
                assertTrue(file.text().endsWith("\n"), where + " does not end with a newline");
                assertFalse(file.text().contains("\r"), where + " has carriage returns");
                assertEquals(List.of(), file.considerations().stream().filter(id -> !considerations.contains(id)).toList(), where);
                assertFalse(Pattern.compile("<#|</#|\\?has_content|aksiam\\.[a-z]+\\.[A-Z]|Optional\\[|freemarker|@[0-9a-f]{7,8}\\b")
                    .matcher(withoutIds(file.text())).find(), where + " holds unresolved text");
                assertTrue(file.path().endsWith(".bicepparam") == file.scope().isPresent(), where + ": a scope belongs to parameter files");
                assertTrue(
                    !file.isScript()
                        || file.text().startsWith("#!/usr/bin/env bash\n") && file.text().contains("set -euo pipefail") && file.text().contains("--help"),
                    where + " is no script as the others");
            }
        }
    }

    @Test
    void theSameDesignGivesTheSameBytesEverywhere() {
        for (var name : Designs.all()) {
            var design = Designs.read(name);
            var first = Bundles.of(design);
            var locale = Locale.getDefault();
            var zone = TimeZone.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertEquals(texts(first), texts(Bundles.of(design)), name);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void everyOutputPrintsSomethingForSomeDesign() {
        for (var output : Outputs.ALL) {
            assertTrue(Designs.all().stream().anyMatch(name -> !output.render(Source.of(Designs.read(name)), Templates.embedded()).isEmpty()),
                output.id() + " prints nothing for any design");
        }
    }

    @Test
    void everyTemplateIsUsedAndEveryUsedOneIsThere() throws IOException {
        var java = new StringBuilder();
        try (var sources = Files.walk(Path.of("src", "main", "java", "aksiam", "generate"))) {
            for (var source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                java.append(Files.readString(source));
            }
        }
        var templates = templates();
        var included = new HashSet<String>();
        templates.forEach((path, text) -> INCLUDED.matcher(text).results()
            .forEach(found -> included.add(found.group(1).startsWith("/") ? found.group(1).substring(1) : folder(path) + found.group(1))));
        for (var path : templates.keySet()) {
            var stem = path.substring(path.lastIndexOf('/') + 1, path.indexOf('.', path.lastIndexOf('/')));
            assertTrue(included.contains(path) || java.indexOf(stem) >= 0, "nothing uses the template " + path);
        }
        for (var named : Pattern.compile("\"([a-z]+/[A-Za-z0-9/._-]*\\.ftl)\"").matcher(java).results().map(found -> found.group(1)).toList()) {
            assertTrue(templates.containsKey(named), "no template " + named);
        }
    }

    /** What stands between quotation marks of the printed language must be escaped by the function that prints the marks too. */
    @Test
    void noTemplatePutsTextIntoQuotationMarks() throws IOException {
        var faults = new TreeSet<String>();
        templates().forEach((path, text) -> {
            var printed = text.replaceAll("(?s)<#--.*?-->|<#noparse>.*?</#noparse>", "").replaceAll("(?s)</?[#@][^>]*>", "");
            for (var line : printed.split("\n")) {
                for (var quoted : Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"")
                    .matcher(
                        INTERPOLATION.matcher(line).replaceAll(found -> found.group(1).matches(ESCAPED) || found.group(1).matches(OWN_WORDS) ? "" : "\u0001"))
                    .results().toList()) {
                    if (quoted.group().contains("\u0001") && !path.endsWith(".md.ftl")) {
                        faults.add(path + ": " + line.strip());
                    }
                }
            }
        });
        assertEquals(new TreeSet<String>(), faults);
    }

    private static final String ESCAPED = "(bicepString|bicepName|yaml|json|shell|md|prose|comment)\\(.*";

    /** Names and types that the product itself chooses, never a person. */
    private static final String OWN_WORDS = "types\\..*|suffix|targetScope|(set|section|right|call|level)\\.[a-z]+|[a-z]+Accounts\\[i\\]\\.id|managedClusters|innermost|about|port\\.number";

    private static Map<String, String> templates() throws IOException {
        var templates = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(path -> path.toString().endsWith(".ftl")).toList()) {
                templates.put(TEMPLATES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return templates;
    }

    private static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
    }

    private static String withoutIds(String text) {
        return text.replaceAll("[A-Za-z.]+@20\\d\\d-\\d\\d-\\d\\d(-preview)?", "");
    }

    private static Map<String, String> texts(Bundle bundle) {
        var texts = new TreeMap<String, String>();
        bundle.files().forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }
}
