package aksiam.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What tells a design from every other one, also after it was renamed or moved: what it deploys carries this id.
 *
 * @param text as it stands in the file, a GUID; empty where the file has none
 */
public record DesignId(String text) {
    public static final DesignId NONE = new DesignId("");
    private static final int DERIVED = 3;

    public static DesignId random() {
        return new DesignId(UUID.randomUUID().toString());
    }

    /** Of a design whose file has none: the same tenant and name give the same id. */
    public static DesignId derived(String tenant, String name) {
        return new DesignId(UUID.nameUUIDFromBytes(("aks-iam/design/" + tenant + "/" + name).getBytes(StandardCharsets.UTF_8)).toString());
    }

    public boolean isNone() {
        return text.isEmpty();
    }

    public boolean isWellFormed() {
        return isNone() || Format.GUID.fits(text);
    }

    /** Whether it was derived, as for designs that were made before designs had ids. */
    public boolean isDerived() {
        return isNone() || Format.GUID.fits(text) && UUID.fromString(text).version() == DERIVED;
    }

    /** Eight digits of it, for names that people read. */
    public String mark() {
        return text.substring(0, Math.min(text.length(), 8));
    }
}
