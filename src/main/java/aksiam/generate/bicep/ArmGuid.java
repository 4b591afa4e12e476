package aksiam.generate.bicep;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What {@code guid()} of Bicep gives: a name-based GUID of version 5 (RFC 4122) in a name space of Azure's own, from its arguments joined
 * by hyphens. Microsoft does not document the name space; the tests compare with what the Bicep compiler predicts.
 */
final class ArmGuid {
    private static final UUID NAME_SPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");

    private ArmGuid() {
    }

    static String of(String... values) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16).putLong(NAME_SPACE.getMostSignificantBits()).putLong(NAME_SPACE.getLeastSignificantBits()).flip());
            var bytes = ByteBuffer.wrap(sha1.digest(String.join("-", values).getBytes(StandardCharsets.UTF_8)));
            long high = bytes.getLong() & ~0xF000L | 0x5000L;
            long low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
