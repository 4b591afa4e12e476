package aksiam.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Texts of {@code src/test/resources/secrets}, with what is drawn at random put in. */
public final class SecretTexts {
    private static final String DIGITS = "0123456789";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String CAPITALS = SMALL.toUpperCase(java.util.Locale.ROOT);
    private static final List<String> PASSWORDS = List.of("P@ssw0rd" + "2026", "Winter-2026" + "!", "x7Kp!q9Zt2" + "#m", "S3cret$2" + "Wolke",
        "hunter2" + "x", "correct9horse" + "Battery");
    private static final int STRONG = 4;
    private static final Pattern DRAWN = Pattern.compile("\\{([A-Za-z0-9]*)(?::(\\d+))?\\}");

    /**
     * One of them.
     *
     * @param name  what it is
     * @param text  all of it
     * @param drawn the parts that nobody may see, those of more than ten characters
     */
    public record Text(String name, String text, List<String> drawn) {
    }

    private SecretTexts() {
    }

    /** All texts of a file; the same seed draws the same texts. */
    public static List<Text> of(String file, long seed) {
        var random = new Random(seed);
        try (var stream = SecretTexts.class.getResourceAsStream("/secrets/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> text(line, random)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text text(String line, Random random) {
        int bar = line.indexOf(" | ");
        var drawn = new ArrayList<String>();
        var text = DRAWN.matcher(line.substring(bar + 3)).replaceAll(match -> {
            int length = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
            var part = part(match.group(1), length, random);
            if (part.length() > 10 && !match.group(1).equals("guid") && !match.group(1).equals("digits")) {
                drawn.add(part);
            }
            return java.util.regex.Matcher.quoteReplacement(part.isEmpty() && !match.group(1).isEmpty() ? match.group() : part);
        });
        return new Text(line.substring(0, bar), text, drawn);
    }

    private static String part(String kind, int length, Random random) {
        return switch (kind) {
            case "b64" -> draw(CAPITALS + SMALL + DIGITS + "+/", length, random);
            case "url" -> draw(CAPITALS + SMALL + DIGITS + "-_", length, random);
            case "entra" -> draw(CAPITALS + SMALL + DIGITS + "-_.~", length, random);
            case "entra3" -> draw(CAPITALS + SMALL + DIGITS, 3, random);
            case "alnum" -> draw(CAPITALS + SMALL + DIGITS, length, random);
            case "hex" -> draw(DIGITS + "abcdef", length, random);
            case "HEX" -> draw(DIGITS + "ABCDEF", length, random);
            case "b32" -> draw(SMALL + "234567", length, random);
            case "B32" -> draw(CAPITALS + "234567", length, random);
            case "digits" -> draw(DIGITS, length, random);
            case "guid" -> String.join("-", draw(DIGITS + "abcdef", 8, random), draw(DIGITS + "abcdef", 4, random), "4" + draw(DIGITS + "abcdef", 3, random),
                "a" + draw(DIGITS + "abcdef", 3, random), draw(DIGITS + "abcdef", 12, random));
            case "pw" -> PASSWORDS.get(random.nextInt(PASSWORDS.size()));
            case "strong" -> PASSWORDS.get(random.nextInt(STRONG));
            case "basic" -> base64("deploy:" + draw(CAPITALS + SMALL + DIGITS, 16, random));
            case "jwt" ->
                base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}").replace("=", "") + "." + base64("{\"sub\":\"" + draw(SMALL, 20, random) + "\"}").replace("=", "")
                    + "." + draw(CAPITALS + SMALL + DIGITS + "-_", 86, random);
            case "pem64" -> base64("-----BEGIN " + "PRIVATE KEY-----\n" + draw(CAPITALS + SMALL, 64, random));
            case "nl" -> "\n";
            default -> "";
        };
    }

    private static String draw(String alphabet, int length, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
