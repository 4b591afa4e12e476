package aksiam.generate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Prints typed text so that it means itself in each language of the bundle, whatever it holds. */
public final class Escaping {
    private static final Pattern PLAIN_YAML = Pattern.compile("[A-Za-z](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?");
    /** Means nothing in a comment of any language; most of what is printed. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:=@/-]*");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> YAML_WORDS = Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final Pattern SCHEME = Pattern.compile("(?i)(https?|ftp|mailto|xmpp)$");
    private static final Pattern WWW = Pattern.compile("(?i)www$");
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\d+");

    private Escaping() {
    }

    /** A single-quoted Bicep string on one line. */
    public static String bicepString(String text) {
        var out = new StringBuilder("'");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$' -> out.append("\\$");
                default -> {
                    if (isPlain(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append("\\u{").append(Integer.toHexString(c)).append('}');
                    }
                }
            }
        });
        return out.append('\'').toString();
    }

    /** A symbolic name of Bicep: letters and digits only, in camel case. */
    public static String bicepName(String text) {
        var out = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                out.append(upper && !out.isEmpty() ? Character.toUpperCase(c) : c);
                upper = false;
            } else {
                upper = true;
            }
        }
        var name = out.isEmpty() ? "x" : out.toString();
        return Character.isDigit(name.charAt(0)) ? "x" + name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** A YAML string on one line: plain where no reader takes it for anything else, else double-quoted. */
    public static String yaml(String text) {
        return PLAIN_YAML.matcher(text).matches() && !YAML_WORDS.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text, c -> "\\U" + String.format(Locale.ROOT, "%08x", c));
    }

    /** A JSON string, quotes included, ASCII control and format characters escaped. */
    public static String json(String text) {
        return quoted(text, c -> "\\u" + HexFormat.of().toHexDigits(Character.highSurrogate(c)) + "\\u" + HexFormat.of().toHexDigits(Character.lowSurrogate(c)));
    }

    /** @param supplementary how a character beyond the basic plane is escaped; a lone surrogate is no text and becomes a replacement character */
    private static String quoted(String text, IntFunction<String> supplementary) {
        var out = new StringBuilder("\"");
        text.codePoints().map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c).forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPlain(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(Character.isBmpCodePoint(c) ? "\\u" + HexFormat.of().toHexDigits((char) c) : supplementary.apply(c));
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /** One word of Bash, whatever the text holds: in single quotes where they say it plainly, else in {@code $'...'}. */
    public static String shell(String text) {
        if (text.codePoints().allMatch(c -> isPlainInShell(c) && c != '\'' && c != '$' && c != '`' && c != '\\')) {
            return "'" + text + "'";
        }
        var out = new StringBuilder("$'");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\'', '\\' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case 0 -> out.append(' ');
                default -> {
                    if (isPlainInShell(c)) {
                        out.appendCodePoint(c);
                    } else {
                        for (byte unit : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                            out.append(String.format(Locale.ROOT, "\\%03o", unit & 0xff));
                        }
                    }
                }
            }
        });
        return out.append('\'').toString();
    }

    /** ASCII that is printed, and letters: quotation marks and spaces of other kinds look like what they are not. */
    private static boolean isPlainInShell(int c) {
        return c < 128 ? c >= ' ' && c < 127 : Character.isLetterOrDigit(c);
    }

    /** Text on one line of Markdown: no markup, no link, no HTML, no change of direction. */
    public static String md(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        var out = new StringBuilder();
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int c = line.codePointAt(at);
            switch (c) {
                case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '#', '+', '!', '|', '~', '$' -> out.append('\\').appendCodePoint(c);
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@' -> out.append("&#64;");
                case ':' -> out.append(SCHEME.matcher(line).region(0, at).find() ? "&#58;" : ":");
                case '.' -> out.append(WWW.matcher(line).region(0, at).find() || LEADING_NUMBER.matcher(line).region(0, at).matches() ? "&#46;" : ".");
                case '-', '=' -> out.append(at == 0 ? "\\" : "").appendCodePoint(c);
                default -> {
                    if (isPlain(c) || c == ZERO_WIDTH_JOINER) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\[U\\+%04X\\]", c));
                    }
                }
            }
        }
        return out.toString();
    }

    /** Text of the catalogue on one line of Markdown: as {@link #md}, but what stands in back-quotes is code. */
    public static String prose(String text) {
        var parts = text.strip().replaceAll("\\s+", " ").split("`", -1);
        if (parts.length % 2 == 0) {
            return md(text);
        }
        var out = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            var part = parts[i];
            if (i % 2 == 1) {
                out.append('`').append(part).append('`');
            } else {
                out.append(part.startsWith(" ") ? " " : "").append(md(part)).append(part.endsWith(" ") && !part.isBlank() ? " " : "");
            }
        }
        return out.toString();
    }

    /** Text on one line of a comment of any language here. */
    public static String comment(String text) {
        if (HARMLESS.matcher(text).matches()) {
            return text;
        }
        var out = new StringBuilder();
        text.strip().codePoints().forEach(c -> out.appendCodePoint(isPlain(c) ? c : ' '));
        return SPACES.matcher(out).replaceAll(" ").replace("*/", "* /").replace("-->", "-- >");
    }

    /** Printable and without an effect on the direction of text or on lines. */
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
