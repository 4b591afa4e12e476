package aksiam.generate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/** Prints typed text so that it means itself in each language of the bundle, whatever it holds. */
public final class Escaping {
    private static final Set<String> YAML_WORDS = Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");
    private static final int LONGEST_YAML_WORD = 5;
    private static final boolean[] PLAIN_YAML = ascii("._/-");
    private static final boolean[] ONE_WORD = ascii("._:=@/-");
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final List<String> SCHEMES = List.of("http", "https", "ftp", "mailto", "xmpp");

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
        return isPlainYaml(text) && (text.length() > LONGEST_YAML_WORD || !YAML_WORDS.contains(text.toLowerCase(Locale.ROOT)))
            ? text
            : quoted(text, c -> "\\U" + String.format(Locale.ROOT, "%08x", c));
    }

    /** A letter, then letters, digits and punctuation that YAML gives no meaning; no punctuation at the end. */
    private static boolean isPlainYaml(String text) {
        return !text.isEmpty() && isLetter(text.charAt(0)) && isLetterOrDigit(text.charAt(text.length() - 1)) && isMadeOf(text, PLAIN_YAML);
    }

    /** Whether there are only such characters in it. Runs for all that is printed, hence no regular expression. */
    private static boolean isMadeOf(String text, boolean[] ascii) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ascii.length || !ascii[c]) {
                return false;
            }
        }
        return true;
    }

    /** For each ASCII character whether it is a letter, a digit or one of this punctuation. */
    private static boolean[] ascii(String punctuation) {
        var ascii = new boolean[128];
        for (char c = 0; c < ascii.length; c++) {
            ascii[c] = isLetterOrDigit(c) || punctuation.indexOf(c) >= 0;
        }
        return ascii;
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** A JSON string, quotes included, ASCII control and format characters escaped. */
    public static String json(String text) {
        return quoted(text,
            c -> "\\u" + HexFormat.of().toHexDigits(Character.highSurrogate(c)) + "\\u" + HexFormat.of().toHexDigits(Character.lowSurrogate(c)));
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
        var line = onOneLine(text);
        var out = new StringBuilder(line.length() + line.length() / 8);
        boolean number = false;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int c = line.codePointAt(at);
            switch (c) {
                case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '+', '!', '|', '~', '$' -> out.append('\\').appendCodePoint(c);
                case ')' -> out.append(number && endsWord(line, at) ? "\\)" : ")"); // as in a numbered list
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@' -> out.append("&#64;");
                case ':' -> out.append(endsInScheme(line, at) ? "&#58;" : ":");
                case '.' -> out.append(number && endsWord(line, at) || endsIn(line, at, "www") ? "&#46;" : ".");
                case '-', '=' -> out.append(at == 0 ? "\\" : "").appendCodePoint(c);
                default -> {
                    if (isPlain(c) || c == ZERO_WIDTH_JOINER) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\[U\\+%04X\\]", c));
                    }
                }
            }
            number = isDigit(c) && (number || at == 0);
        }
        return out.toString();
    }

    private static boolean endsWord(String line, int at) {
        return at + 1 == line.length() || line.charAt(at + 1) == ' ';
    }

    private static boolean endsInScheme(String line, int end) {
        return SCHEMES.stream().anyMatch(scheme -> endsIn(line, end, scheme));
    }

    /** Whether this word stands right before a place, in letters of any case. */
    private static boolean endsIn(String line, int end, String word) {
        return line.regionMatches(true, end - word.length(), word, 0, word.length());
    }

    /** The text without surrounding white space, and with one space for white space inside. */
    private static String onOneLine(String text) {
        var stripped = text.strip();
        if (isMadeOf(stripped, ONE_WORD)) {
            return stripped;
        }
        var out = new StringBuilder(stripped.length());
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            boolean space = c == ' ' || c >= '\t' && c <= '\r';
            if (!space) {
                out.append(c);
            } else if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /** Text of the catalogue on one line of Markdown: as {@link #md}, but what stands in back-quotes is code. */
    public static String prose(String text) {
        var parts = onOneLine(text).split("`", -1);
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
        if (isMadeOf(text, ONE_WORD)) {
            return text;
        }
        var out = new StringBuilder();
        text.strip().codePoints().forEach(c -> out.appendCodePoint(isPlain(c) ? c : ' '));
        return (out.indexOf("  ") < 0 ? out.toString() : out.toString().replaceAll(" +", " ")).replace("*/", "* /").replace("-->", "-- >");
    }

    /** Printable and without an effect on the direction of text or on lines. */
    private static boolean isPlain(int c) {
        return c < 128 ? c >= ' ' && c < 127 : switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED,
                Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
