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
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).setLenientEof(true).setTrailingData(true)
            .setIgnoreSurroundingSpaces(delimiter != '\t').get();
        try {
            return parse(text, format);
        } catch (IOException | UncheckedIOException _) {
            return Stream.of(text.split("\\R")).map(line -> List.of(line.split(java.util.regex.Pattern.quote(String.valueOf(delimiter)), -1)))
                .filter(Records::holdsAnything).toList();
        }
    }

    private static List<List<String>> parse(String text, CSVFormat format) throws IOException {
        try (var parser = format.parse(new StringReader(text))) {
            return parser.stream().map(CSVRecord::toList).filter(Records::holdsAnything).toList();
        }
    }

    private static boolean holdsAnything(List<String> record) {
        return record.stream().anyMatch(cell -> !cell.isBlank());
    }
}
