package aksiam.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Colours of one language, line by line: comments, strings, keywords, names and constants. */
final class Syntax {
    /** What a part of a line is. */
    enum Kind {
        PLAIN, COMMENT, STRING, KEYWORD, NAME, CONSTANT;

        String styleClass() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of a line in one colour. */
    record Part(String text, Kind kind) {
    }

    private static final String NUMBERS = "\\b\\d+\\b|\\b(?:true|false|null)\\b";
    static final Syntax PLAIN = new Syntax("(?!)", "(?!)", "(?!)", "(?!)", "(?!)");
    private static final Syntax BICEP = new Syntax("//.*", "'(?:[^'\\\\]|\\\\.)*'",
        "\\b(?:targetScope|param|var|resource|module|output|existing|for|in|if|using|type|func|import|extension)\\b", "\\b[A-Za-z]\\w*(?=\\()", NUMBERS);
    private static final Syntax YAML = new Syntax("(?:^|\\s)#.*", "\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'", "^\\s*(?:- )*[\\w./~-]+(?=:(?: |$))", "^---$", NUMBERS);
    private static final Syntax JSON = new Syntax("(?!)", "(?<=: )\"(?:[^\"\\\\]|\\\\.)*\"", "\"(?:[^\"\\\\]|\\\\.)*\"(?=:)", "(?!)", NUMBERS);
    private static final Syntax SHELL = new Syntax("(?:^|\\s)#.*", "\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'",
        "\\b(?:if|then|else|fi|for|do|done|case|esac|function|set|local|while|return|exit)\\b", "\\$\\{?\\w+\\}?", "(?!)");
    private static final Syntax SQL = new Syntax("--.*", "N?'(?:[^']|'')*'",
        "\\b(?:IF|NOT|EXISTS|SELECT|FROM|WHERE|CREATE|ALTER|USER|ROLE|ADD|MEMBER|EXTERNAL|PROVIDER|BEGIN|END|AND|OR|AS|IN|ON|SET|DECLARE|EXEC|GRANT|GO)\\b",
        "\\[[^\\]]*\\]", "\\b\\d+\\b");
    private static final Syntax VALUES = new Syntax("^#.*", "(?<==).*", "^[A-Z][A-Z0-9_]*(?==)", "(?!)", "(?!)");
    /** The first column says what is expected, the last one which consideration it follows from. */
    private static final Syntax ROWS = new Syntax("^#.*", "(?!)", "^[^\t]+(?=\t)", "(?<=\t)[^\t]*$", "(?<=\t)-(?=\t)");
    private static final Syntax MARKDOWN = new Syntax("(?!)", "`[^`]*`", "^#+ .*", "\\[[^\\]]*\\]", "(?!)");

    private static final List<Kind> GROUPS = List.of(Kind.COMMENT, Kind.STRING, Kind.KEYWORD, Kind.NAME, Kind.CONSTANT);

    private final Pattern pattern;

    private Syntax(String comment, String string, String keyword, String name, String constant) {
        pattern = Pattern.compile("(" + comment + ")|(" + string + ")|(" + keyword + ")|(" + name + ")|(" + constant + ")");
    }

    /** By the ending of a path. */
    static Syntax of(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "bicep", "bicepparam" -> BICEP;
            case "yaml", "yml" -> YAML;
            case "json" -> JSON;
            case "sh" -> SHELL;
            case "env" -> VALUES;
            case "sql" -> SQL;
            case "tsv" -> ROWS;
            case "md" -> MARKDOWN;
            default -> PLAIN;
        };
    }

    /** What the language is called. */
    static String name(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "bicep" -> "Bicep";
            case "bicepparam" -> "Bicep parameters";
            case "yaml", "yml" -> "YAML";
            case "json" -> "JSON";
            case "sh" -> "Bash";
            case "env" -> "Values";
            case "sql" -> "Transact-SQL";
            case "tsv" -> "Tab-separated rows";
            case "md" -> "Markdown";
            default -> "Text";
        };
    }

    List<Part> parts(String line) {
        var parts = new ArrayList<Part>();
        var matcher = pattern.matcher(line);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                parts.add(new Part(line.substring(end, matcher.start()), Kind.PLAIN));
            }
            for (int group = 1; group <= GROUPS.size(); group++) {
                if (matcher.group(group) != null) {
                    parts.add(new Part(matcher.group(), GROUPS.get(group - 1)));
                    break;
                }
            }
            end = matcher.end();
        }
        if (end < line.length()) {
            parts.add(new Part(line.substring(end), Kind.PLAIN));
        }
        return parts;
    }
}
