package aksiam.rules;

import aksiam.rules.Secrets.Found;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Secrets that are told by what stands before them: {@code AccountKey=}, {@code "password": "..."}, {@code --client-secret}, {@code Bearer},
 * {@code https://user:password@host}. Prose about them is none.
 */
final class LabelledSecrets {
    /** A value is looked at up to this length, so that hostile input takes linear time. */
    private static final int LONGEST = 512;
    private static final int SPACES = 4;
    /** No word is as long, behind a label that stands before keys only. */
    private static final int LONG_KEY = 24;

    /** How sure the word before a value makes. */
    private enum Label {
        ACCOUNT("an account key", "account[-_ ]?key"),
        SHARED("a shared access key", "shared[-_ ]?access[-_ ]?key"),
        CLIENT("a client secret", "client[-_ ]?secret|app[-_ ]?secret"),
        /** A key that a machine drew; nothing else is written so. */
        KEY("a key", "secret[-_ ]?access[-_ ]?key|session[-_ ]?token|client-key-data|functions?[-_ ]?key|master[-_ ]?key|subscription[-_ ]?key"
            + "|(?:primary|secondary)[-_ ]?key|access[-_ ]?key|api[-_ ]?key|storage[-_ ]?key|registry[-_ ]?key|refresh[-_ ]?token|access[-_ ]?token"
            + "|_authtoken|_auth"),
        /** A word that stands before names as well. */
        SECRET("a secret", "secret|token|private[-_ ]?key|secret[-_ ]?key|signing[-_ ]?key|encryption[-_ ]?key|(?<![a-z])sas|(?<![a-z])pat|credentials?"),
        PASSWORD("a password", "password|passwd|(?<![a-z])pwd|passphrase|passwort|kennwort"),
        /** A user and a password in Base64, as Docker keeps them. */
        AUTH("a user with a password", "(?<![a-z])auth");

        private final String kind;
        private final String words;

        Label(String kind, String words) {
            this.kind = kind;
            this.words = words;
        }
    }

    private static final Pattern LABELS = Pattern.compile(
        Stream.of(Label.values()).map(label -> "(?<" + label.name() + ">" + label.words + ")").collect(Collectors.joining("|", "(?i)(?:", ")(?![a-z0-9])")));
    /** What may stand between the name and the value where both are values: {"name": "DB_PASSWORD", "value": "..."}. */
    private static final Pattern VALUE = Pattern.compile("(?i)\\\\?[\"']?\\s{0,4},?\\s{0,20}\\\\?[\"']?value\\\\?[\"']?\\s{0,4}[:=]\\s{0,4}");
    private static final Pattern HEADER = Pattern.compile("(?i)\\b(?:(bearer)|(basic))\\s{1,4}(?<tail>[\\w.~+/-]{8,}={0,2})");
    private static final Pattern LOGIN = Pattern.compile("\\blogin\\b[^\\n]{0,200}?\\s-p\\s{1,4}[\"']?(?<tail>[^\\s\"']{6,200})");
    private static final Pattern ADDRESS = Pattern
        .compile("[a-zA-Z][a-zA-Z0-9+.-]{1,20}://(?<user>[^\\s/:@\"'<>]{0,200})(?::(?<tail>[^\\s/\"']{1,200}))?@(?=[\\w\\[])");
    /** Words that stand in connection strings beside the password. */
    private static final Pattern CONNECTION = Pattern
        .compile("(?i)(server|data source|host|user id|uid|user|username|ssl|sslmode|encrypt|abortconnect|initial catalog|database)\\s{0,2}=");

    private LabelledSecrets() {
    }

    static Optional<Found> find(String text) {
        return labelled(text).or(() -> header(text)).or(() -> login(text)).or(() -> address(text));
    }

    private static Optional<Found> labelled(String text) {
        var labels = LABELS.matcher(text);
        while (labels.find()) {
            var label = List.of(Label.values()).stream().filter(it -> labels.group(it.name()) != null).findFirst().orElseThrow();
            var found = Value.behind(text, labels.start(), labels.end()).filter(value -> isSecret(label, value, text));
            if (found.isPresent()) {
                return found.map(value -> new Found(label.kind, value.start(), value.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean isSecret(Label label, Value value, String text) {
        return switch (label) {
            case ACCOUNT, SHARED, CLIENT, KEY ->
                SecretValue.isRandom(value.token(), 16, 0.1) || value.token().length() >= LONG_KEY && !SecretValue.isAddressOrWords(value.token());
            case AUTH -> isUserAndPassword(value.token());
            case SECRET -> SecretValue.isRandom(value.token(), 16, 0.2);
            case PASSWORD -> SecretValue.isStrongPassword(value.text()) || SecretValue.isRandom(value.token(), 20, 0.2)
                || SecretValue.isPassword(value.text()) && !value.isProse()
                || value.equalSign() && value.text().length() >= 4 && !SecretValue.isPlaceholder(value.text()) && isConnection(text, value);
        };
    }

    private static boolean isConnection(String text, Value value) {
        return CONNECTION.matcher(text).region(Math.max(0, value.start() - LONGEST), Math.min(text.length(), value.end() + LONGEST)).find();
    }

    private static Optional<Found> header(String text) {
        var headers = HEADER.matcher(text);
        while (headers.find()) {
            var value = headers.group("tail");
            if (headers.group(1) != null ? SecretValue.isRandom(value, 20, 0.1) : isUserAndPassword(value)) {
                return Optional
                    .of(new Found(headers.group(1) != null ? "a bearer token" : "a user with a password", headers.start("tail"), headers.end("tail")));
            }
        }
        return Optional.empty();
    }

    /** Basic authentication is a name, a colon and a password in Base64 (RFC 7617). */
    private static boolean isUserAndPassword(String value) {
        try {
            var plain = new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
            return plain.matches("[\\x20-\\x7e\\xa0-\\xff]*:[\\x20-\\x7e\\xa0-\\xff]+");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Found> login(String text) {
        var logins = LOGIN.matcher(text);
        return logins.find() && SecretValue.isPassword(logins.group("tail"))
            ? Optional.of(new Found(Label.PASSWORD.kind, logins.start("tail"), logins.end("tail")))
            : Optional.empty();
    }

    private static Optional<Found> address(String text) {
        if (!text.contains("://")) {
            return Optional.empty();
        }
        var addresses = ADDRESS.matcher(text);
        while (addresses.find()) {
            var password = addresses.group("tail");
            if (password != null ? !SecretValue.isPlaceholder(password) : SecretValue.isRandom(addresses.group("user"), 16, 0.2)) {
                var group = password != null ? "tail" : "user";
                return Optional.of(new Found("an address with a password", addresses.start(group), addresses.end(group)));
            }
        }
        return Optional.empty();
    }

    /**
     * What stands behind a label.
     *
     * @param text       all of it
     * @param token      as far as it can be a key: letters, digits and the signs of Base64 and of addresses
     * @param equalSign  whether an equal sign stands between
     * @param isProse    whether more words follow, or nothing but a colon told that it is a value
     */
    private record Value(String text, String token, int start, int end, boolean equalSign, boolean isProse) {
        /** The value that is given to the label that ends here. */
        static Optional<Value> behind(String text, int labelStart, int labelEnd) {
            var pair = VALUE.matcher(text).region(labelEnd, Math.min(text.length(), labelEnd + 80));
            if (pair.lookingAt()) {
                return Optional.of(of(text, pair.end(), true, false));
            }
            int at = skip(text, quote(text, labelEnd), " \t");
            if (at < text.length() && (":=".indexOf(text.charAt(at)) >= 0 || isElement(text, at))) {
                boolean equal = text.charAt(at) == '=' || text.charAt(at) == '>';
                at++;
                while (at < text.length() && "=>".indexOf(text.charAt(at)) >= 0 && at - labelEnd < SPACES * 2) {
                    at++;
                }
                return Optional.of(of(text, skip(text, at, " \t\r\n"), equal, true));
            }
            return at > labelEnd && isFlag(text, labelStart) ? Optional.of(of(text, at, true, false)) : Optional.empty();
        }

        private static Value of(String text, int from, boolean equal, boolean mayBeProse) {
            int start = quote(text, from);
            var ends = start > from ? "\"'\n" : equal ? " \t\r\n;,&\"'<>|)" : " \t\r\n,\"'<>|)";
            int end = start;
            while (end < text.length() && end - start < LONGEST && ends.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            int tokenEnd = start;
            while (tokenEnd < end && isOfToken(text.charAt(tokenEnd))) {
                tokenEnd++;
            }
            var value = text.substring(start, end).strip().replaceAll("[.:?\\\\]{1,3}$", "");
            boolean prose = mayBeProse && start == from && !equal && !endsLine(text, end) || value.contains(" ");
            return new Value(value, text.substring(start, tokenEnd), start, end, equal, prose);
        }

        /** {@code <password>X</password>}, and no placeholder in angle brackets. */
        private static boolean isElement(String text, int at) {
            int next = text.indexOf('<', at);
            return text.charAt(at) == '>' && next >= 0 && next - at < LONGEST && text.startsWith("</", next);
        }

        private static boolean isOfToken(char c) {
            return c < 128 && Character.isLetterOrDigit(c) || "+/=_.~%-".indexOf(c) >= 0;
        }

        private static int quote(String text, int at) {
            int next = at < text.length() && text.charAt(at) == '\\' ? at + 1 : at;
            return next < text.length() && "\"'`".indexOf(text.charAt(next)) >= 0 ? next + 1 : at;
        }

        private static int skip(String text, int at, String spaces) {
            int next = at;
            while (next < text.length() && next - at < SPACES && spaces.indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            return next;
        }

        private static boolean endsLine(String text, int end) {
            int next = end;
            while (next < text.length() && next - end < SPACES && " \t,}])".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            return next == text.length() || "\r\n#".indexOf(text.charAt(next)) >= 0;
        }

        /** --client-secret X. */
        private static boolean isFlag(String text, int labelStart) {
            int at = labelStart;
            while (at > 0 && labelStart - at < 40 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '-')) {
                at--;
            }
            return text.startsWith("-", at);
        }
    }
}
