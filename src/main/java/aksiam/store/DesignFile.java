package aksiam.store;

import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.rules.Secrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The design file, {@code *.aksiam.json}: JSON in UTF-8, described by {@link DesignSchema}. What is unfinished or inconsistent is
 * read and printed as typed; what cannot be understood is refused as a whole.
 */
public final class DesignFile {
    /** The schema number that this version writes. It reads this one and every earlier one. */
    public static final int SCHEMA = Migrations.PRESENT;
    public static final String ENDING = ".aksiam.json";

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** A number with more zeros than can be counted. */
    private static final Pattern HUGE = Pattern.compile("[0-9][eE][+-]?[0-9]{8}");

    private DesignFile() {
    }

    /** The design of a file. */
    public static Design read(Path file) throws UnreadableDesign {
        return parse(text(file), file.toString());
    }

    /** The text of a design file, as far as it is text. */
    public static String text(Path file) throws UnreadableDesign {
        var name = file.toString();
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(InputFile.bytes(file))).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw whole(name, "is not text in UTF-8, expected a design file");
        } catch (NoSuchFileException e) {
            throw whole(name, "does not exist");
        } catch (AccessDeniedException e) {
            throw whole(name, "may not be read by this user");
        } catch (InputFile.Unfit e) {
            throw whole(name, e.getMessage() + ", expected a design file");
        } catch (IOException e) {
            throw whole(name, "cannot be read: " + Trouble.sentence(e));
        }
    }

    /** @param file how the text is called in faults */
    public static Design parse(String text, String file) throws UnreadableDesign {
        var root = migrated(tree(text, file), file, text);
        var faults = new LinkedHashMap<Place, List<String>>();
        var design = new DesignReader((place, message) -> faults.computeIfAbsent(place, _ -> new ArrayList<>()).add(message)).read(root);
        if (!faults.isEmpty()) {
            throw located(text, file, faults);
        }
        return design;
    }

    /** The text of a design: the same design gives the same text, and a text printed here is printed again as it is. */
    public static String print(Design design) {
        return new DesignPrinter(design).print();
    }

    private static JsonNode tree(String text, String file) throws UnreadableDesign {
        if (text.isBlank()) {
            throw whole(file, "is empty, expected a design file");
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new UnreadableDesign(List.of(new Fault(file, Place.ROOT, OptionalInt.of(line(e, text)), reason(e, text))));
        } catch (NumberFormatException e) {
            var number = HUGE.matcher(text);
            int line = number.find() ? (int) text.substring(0, number.start()).chars().filter(c -> c == '\n').count() + 1 : 1;
            throw new UnreadableDesign(List.of(new Fault(file, Place.ROOT, OptionalInt.of(line), "holds a number that is too large")));
        }
    }

    /** The line of a fault. A breach of a limit of the parser does not tell it: then it is the line up to which it got. */
    private static int line(JacksonException e, String text) {
        if (e.getLocation() != null && e.getLocation().getLineNr() > 0) {
            return e.getLocation().getLineNr();
        }
        try (var parser = JSON.createParser(text)) {
            int line = 1;
            try {
                while (parser.nextToken() != null) {
                    line = parser.currentTokenLocation().getLineNr();
                }
            } catch (JacksonException again) {
                return line;
            }
            return line;
        }
    }

    private static String reason(JacksonException e, String text) {
        if (Secrets.find(text).isPresent()) {
            return "is not JSON, and holds what looks like " + Secrets.find(text).get().label();
        }
        return switch (e) {
            case StreamConstraintsException _ -> "is nested too deeply or too large for a design file";
            case UnexpectedEndOfInputException _ -> "ends in the middle: the file is truncated";
            default -> "is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("");
        };
    }

    private static ObjectNode migrated(JsonNode root, String file, String text) throws UnreadableDesign {
        if (!(root instanceof ObjectNode object)) {
            throw located(text, file, Map.of(Place.ROOT, List.of("expected an object, the design")));
        }
        var place = Place.ROOT.key("schema");
        var schema = object.path("schema");
        if (schema.isMissingNode()) {
            throw located(text, file, Map.of(Place.ROOT, List.of("has no schema number, expected \"schema\": " + SCHEMA)));
        }
        if (!schema.isIntegralNumber() || !schema.canConvertToInt() || schema.asInt() < 1) {
            throw located(text, file, Map.of(place, List.of("expected a schema number from 1 to " + SCHEMA)));
        }
        if (schema.asInt() > SCHEMA) {
            throw located(text, file, Map.of(place, List.of("has schema " + schema.asInt() + " of a newer version; this version reads up to " + SCHEMA)));
        }
        return Migrations.apply(object, schema.asInt());
    }

    private static UnreadableDesign whole(String file, String message) {
        return new UnreadableDesign(List.of(new Fault(file, Place.ROOT, OptionalInt.empty(), message)));
    }

    private static UnreadableDesign located(String text, String file, Map<Place, List<String>> faults) {
        var lines = Lines.of(text);
        return new UnreadableDesign(faults.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(message -> new Fault(file, entry.getKey(), lines.of(entry.getKey()), message))).toList());
    }
}
