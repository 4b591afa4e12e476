package aksiam.model;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An address range as the API server wants it: without bits behind the prefix.
 *
 * @param address 4 or 16 bytes; none when the text is no range
 */
public record AddressRange(byte[] address, int prefix, String text) {
    /** A range from text such as 10.1.0.0/16; text that is none stays as it is and contains nothing. */
    public static AddressRange of(String text) {
        try {
            int slash = text.indexOf('/');
            var bytes = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            int prefix = Integer.parseInt(text.substring(slash + 1));
            var bits = new BigInteger(1, bytes);
            int host = bytes.length * 8 - prefix;
            var masked = toBytes(bits.shiftRight(host).shiftLeft(host), bytes.length);
            return new AddressRange(masked, prefix,
                InetAddress.getByAddress(masked) instanceof java.net.Inet6Address ? compressed(masked) + "/" + prefix : dotted(masked) + "/" + prefix);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | UnknownHostException | ArithmeticException _) {
            return new AddressRange(new byte[0], 0, text);
        }
    }

    public boolean contains(AddressRange other) {
        if (address.length == 0 || address.length != other.address.length || other.prefix < prefix) {
            return false;
        }
        int host = address.length * 8 - prefix;
        return new BigInteger(1, address).shiftRight(host).equals(new BigInteger(1, other.address).shiftRight(host));
    }

    /** Whether ranges together hold half of all IPv4 addresses or more, such as 0.0.0.0/1 and 128.0.0.0/1, or whether one of them holds all of IPv6. */
    public static boolean holdHalfOfIpv4(List<String> texts) {
        var ranges = texts.stream().map(text -> of(text.strip())).filter(range -> range.address.length > 0).toList();
        // two ranges are one inside the other, or apart
        double shares = ranges.stream().filter(range -> range.address.length == 4)
            .filter(range -> ranges.stream().noneMatch(other -> other.prefix < range.prefix && other.contains(range)))
            .collect(Collectors.toMap(AddressRange::text, range -> Math.scalb(1.0, -range.prefix), (one, _) -> one)).values().stream()
            .mapToDouble(Double::doubleValue).sum();
        return shares >= 0.5 || ranges.stream().anyMatch(range -> range.prefix == 0);
    }

    /** Whether it is one address. */
    public boolean isSingle() {
        return prefix == address.length * 8;
    }

    private static byte[] toBytes(BigInteger bits, int length) {
        var all = bits.toByteArray();
        var bytes = new byte[length];
        int count = Math.min(all.length, length);
        System.arraycopy(all, all.length - count, bytes, length - count, count);
        return bytes;
    }

    private static String dotted(byte[] bytes) {
        return (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + "." + (bytes[3] & 255);
    }

    /** The form of RFC 5952: lower case, the longest run of zeros left out. */
    private static String compressed(byte[] bytes) {
        var groups = new int[8];
        Arrays.setAll(groups, i -> (bytes[2 * i] & 255) << 8 | bytes[2 * i + 1] & 255);
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        var out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                out.append("::");
                i += length - 1;
            } else {
                out.append(out.isEmpty() || out.toString().endsWith(":") ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }
}
