package aksiam.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Eight hexadecimal digits that are the same for the same text on every machine, to keep shortened names apart. */
public final class StableHash {
    private StableHash() {
    }

    public static String of(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text, or as much of it as fits beside its hash. */
    public static String shorten(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 9) + "-" + of(text);
    }
}
