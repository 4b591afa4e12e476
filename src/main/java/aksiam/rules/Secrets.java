package aksiam.rules;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises secrets that were pasted by mistake. A design holds none; a message names the kind and never the value. */
public final class Secrets {
    /** What kind of secret it looks like. */
    public enum Kind {
        PRIVATE_KEY("a private key",
            "-----BEGIN [A-Z0-9 ]*PRIVATE KEY|LS0tLS1CRUdJTi(BQUklWQVRF|BSU0EgUFJJVkFUR|BFQyBQUklWQVRF|BFTkNSWVBURUQgUFJJVkFUR|BPUEVOU1NI)"),
        JSON_WEB_TOKEN("a JSON web token", "\\beyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]*"),
        KUBECONFIG_CREDENTIAL("a credential of a kubeconfig",
            "(?i)(^|[\\s\"'{,])(client-key-data|token|password)[\"']?\\s*:\\s*[\"']?[\\w+/=.-]{20,}"),
        ACCOUNT_KEY("an account key", "(?i)\\bAccountKey\\s*=\\s*[\\w+/-]{6,}"),
        SHARED_ACCESS_KEY("a shared access key", "(?i)\\bSharedAccessKey\\s*=\\s*[\\w+/-]{6,}"),
        SHARED_ACCESS_SIGNATURE("a shared access signature", "(?i)(^|[?&;\\s\"'])sig=[\\w%+/=-]{6,}"),
        /** Three characters, a digit, Q~ and 31 to 34 more: the shape that secret scanners look for. */
        CLIENT_SECRET("a client secret of Entra ID", "(^|[^\\w~.-])[\\w~.-]{3}\\dQ~[\\w~.-]{31,34}($|[^\\w~.-])");

        private final String label;
        private final Pattern pattern;

        Kind(String label, String pattern) {
            this.label = label;
            this.pattern = Pattern.compile(pattern, Pattern.MULTILINE);
        }

        /** With its article, to be put after "looks like". */
        public String label() {
            return label;
        }
    }

    private Secrets() {
    }

    /** The first kind of secret that the text holds. */
    public static Optional<Kind> find(String text) {
        // Every pattern needs at least this much; most cells are shorter names and ids.
        return text.length() < 10 ? Optional.empty() : Stream.of(Kind.values()).filter(kind -> kind.pattern.matcher(text).find()).findFirst();
    }
}
