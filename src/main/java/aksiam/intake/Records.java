package aksiam.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Lines of separated cells. Quotes hold separators and line ends together; where quotes make no sense they are ordinary characters. */
final class Records {
    private Records() {
    }

    /** The lines that hold anything. */
    static List<List<String>> parse(String text, char delimiter) {
        return lines(text, delimiter, true).stream().filter(Records::holdsAnything).toList();
    }

    /** All lines of cells between tabs, empty ones too: each has its place. */
    static List<List<String>> block(String text) {
        return lines(text, '\t', false);
    }

    private static List<List<String>> lines(String text, char delimiter, boolean ignoreEmpty) {
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(ignoreEmpty).setLenientEof(true).setTrailingData(true)
            .setIgnoreSurroundingSpaces(delimiter != '\t').get();
        try {
            return parse(text, format);
        } catch (IOException | UncheckedIOException _) {
            return Stream.of(text.split("\\R")).map(line -> List.of(line.split(java.util.regex.Pattern.quote(String.valueOf(delimiter)), -1))).toList();
        }
    }

    private static List<List<String>> parse(String text, CSVFormat format) throws IOException {
        try (var parser = format.parse(new StringReader(text))) {
            return parser.stream().map(CSVRecord::toList).toList();
        }
    }

    private static boolean holdsAnything(List<String> record) {
        return record.stream().anyMatch(cell -> !cell.isBlank());
    }
}
