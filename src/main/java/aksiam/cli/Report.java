package aksiam.cli;

import aksiam.domain.Product;
import aksiam.generate.Escaping;
import aksiam.model.Place;
import aksiam.rules.Finding;
import aksiam.store.JsonText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms in which findings are printed. */
enum Report {
    TEXT {
        @Override
        void print(PrintWriter out, Path file, List<Finding> findings, Function<Place, OptionalInt> lines) {
            findings.forEach(finding -> out.println(line(file, finding, lines)));
            out.println(summary(findings));
        }
    },
    JSON {
        @Override
        void print(PrintWriter out, Path file, List<Finding> findings, Function<Place, OptionalInt> lines) {
            var root = object("file", file.toString());
            Stream.of(Finding.Severity.values()).forEach(severity -> root.put(severity.label() + "s", count(findings, severity)));
            root.put("findings", findings.stream().map(finding -> {
                var entry = object("severity", finding.severity().label(), "id", finding.id(), "consideration", finding.consideration(), "path",
                    finding.place().path());
                lines.apply(finding.place()).ifPresent(line -> entry.put("line", line));
                entry.put("message", finding.message());
                return entry;
            }).toList());
            out.print(JsonText.of(root));
        }
    },
    /** Static Analysis Results Interchange Format 2.1.0. */
    SARIF {
        @Override
        void print(PrintWriter out, Path file, List<Finding> findings, Function<Place, OptionalInt> lines) {
            var kinds = findings.stream().map(Finding::kind).distinct().sorted().toList();
            var rules = kinds.stream().map(kind -> object("id", kind.id(), "shortDescription", object("text", kind.title()), "help",
                object("text", kind.help()), "defaultConfiguration", object("level", kind.severity().label()))).toList();
            var results = findings.stream().map(finding -> {
                var physical = object("artifactLocation", object("uri", uri(file)));
                lines.apply(finding.place()).ifPresent(line -> physical.put("region", object("startLine", line)));
                var location = object("physicalLocation", physical, "logicalLocations", List.of(object("fullyQualifiedName", finding.place().path())));
                return object("ruleId", finding.id(), "ruleIndex", kinds.indexOf(finding.kind()), "level", finding.severity().label(), "message",
                    object("text", finding.message()), "locations", List.of(location));
            }).toList();
            var driver = object("name", "aks-iam", "semanticVersion", Product.version(), "rules", rules);
            out.print(JsonText.of(object("$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs",
                List.of(object("tool", object("driver", driver), "results", results)))));
        }
    };

    abstract void print(PrintWriter out, Path file, List<Finding> findings, Function<Place, OptionalInt> lines);

    /** One finding as text: file, line, severity, id, path and message. */
    static String line(Path file, Finding finding, Function<Place, OptionalInt> lines) {
        var line = lines.apply(finding.place());
        return file + (line.isPresent() ? ":" + line.getAsInt() : "") + ": " + finding.severity().label() + " " + finding.id() + " " + finding.place() + ": "
            + oneLine(finding.message());
    }

    /** Typed text may hold line ends and control characters, which a terminal or a script would take for its own. */
    private static String oneLine(String text) {
        return Escaping.comment(text);
    }

    static String summary(List<Finding> findings) {
        return Stream.of(Finding.Severity.values())
            .map(severity -> count(findings, severity) + " " + severity.label() + (count(findings, severity) == 1 ? "" : "s"))
            .collect(Collectors.joining(", "));
    }

    private static int count(List<Finding> findings, Finding.Severity severity) {
        return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** A relative reference where the path is relative: the reader knows the root. */
    private static String uri(Path file) {
        if (file.isAbsolute()) {
            return file.toUri().toString();
        }
        var here = Path.of("").toAbsolutePath().toUri();
        return here.relativize(file.toAbsolutePath().toUri()).toString();
    }

    private static SequencedMap<String, Object> object(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return (SequencedMap<String, Object>) map;
    }

    /** Lower case on the command line. */
    static final class Converter implements ITypeConverter<Report> {
        @Override
        public Report convert(String value) {
            return Stream.of(values()).filter(report -> report.name().toLowerCase(Locale.ROOT).equals(value)).findFirst()
                .orElseThrow(() -> new TypeConversionException("expected " + String.join(", ", new Names())));
        }
    }

    /** What {@code --format} takes. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(Stream.of(values()).map(report -> report.name().toLowerCase(Locale.ROOT)).toList());
        }
    }
}
