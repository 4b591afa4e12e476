package aksiam.model;

import java.net.InetAddress;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Shapes of single values, with the sentence that says what is expected. */
public enum Format {
    ANY(".*", "any text"),
    GUID(Ids.GUID, "a GUID of 36 characters such as 3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11, not all zero"),
    RESOURCE_ID(Ids.RESOURCE_ID, "a resource id such as /subscriptions/<id>/resourceGroups/<name>/providers/<namespace>/<type>/<name>"),
    AZURE_SCOPE(Ids.AZURE_SCOPE, "a scope: CLUSTER, CLUSTER/NAMESPACE, a resource id, or /providers/Microsoft.Management/managementGroups/<name>"),
    /** Name of a namespace or other Kubernetes object that must be a DNS label (RFC 1123). */
    DNS_LABEL("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", "lower case letters, digits and hyphens, at most 63 characters"),
    /** Name of most other Kubernetes objects, such as a service account or a role. */
    DNS_SUBDOMAIN("(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
        "lower case letters, digits, hyphens and full stops, at most 253 characters"),
    DNS_NAME("(\\*\\.)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)+[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", "a DNS name such as api.example.com"),
    CLUSTER_NAME("[a-zA-Z0-9]([-_a-zA-Z0-9]{0,61}[a-zA-Z0-9])?", "letters, digits, hyphens and underscores, at most 63 characters"),
    /** Part of a file's name, where numbers of three digits count files. */
    ALIAS("(?!.*-\\d{3}$)[a-zA-Z0-9]([-a-zA-Z0-9]{0,30}[a-zA-Z0-9])?",
        "letters, digits and hyphens, at most 32 characters, no number of three digits at the end"),
    POOL_NAME("[a-z][a-z0-9]{0,11}", "a lower case letter, then at most 11 lower case letters or digits"),
    RESOURCE_GROUP("[-\\w._()]{0,89}[-\\w_()]", "letters, digits, - _ . ( ), at most 90 characters, not ending in a full stop"),
    IDENTITY_NAME("[a-zA-Z0-9][-_a-zA-Z0-9]{2,127}", "3 to 128 letters, digits, hyphens and underscores, starting with a letter or digit"),
    CIDR(
        "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}/(3[0-2]|[12]?\\d)|[0-9a-fA-F:]*:[0-9a-fA-F:]+/(12[0-8]|1[01]\\d|\\d?\\d))",
        "an address range such as 10.1.0.0/16"),
    /** Quantities of Kubernetes: CPU in cores or m, memory in bytes with a binary or decimal suffix. */
    QUANTITY("\\d+(\\.\\d+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?", "a quantity such as 500m, 16 or 64Gi"),
    LABEL("([a-z0-9A-Z]([-a-z0-9A-Z.]*[a-z0-9A-Z])?/)?[a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?=([a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?)?",
        "a label such as app=web"),
    TAINT(
        "([a-z0-9A-Z]([-a-z0-9A-Z.]*[a-z0-9A-Z])?/)?[a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?(=([a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?)?)?:(NoSchedule|PreferNoSchedule|NoExecute)",
        "a taint such as team=payments:NoSchedule"),
    VERSION("\\d+\\.\\d+(\\.\\d+)?", "a version such as 1.34"),
    REGION("[a-z]+[a-z0-9]*", "a region such as westeurope"),
    DATE("\\d{4}-\\d{2}-\\d{2}", "a date such as 2026-11-24"),
    /** Azure: "Limitations" of tag-resources.md (2022-03-15). */
    TAG_NAME("[^<>%&\\\\?/]{1,512}", "at most 512 characters, none of < > % & \\ ? /"),
    TAG_VALUE("[\\s\\S]{0,256}", "at most 256 characters"),
    API_PATH("\\*|/[-._~a-zA-Z0-9/]*\\*?", "a path such as /metrics or /healthz/*"),
    /** Any provider's, with wildcards in any part; which operations there are, nobody lists in full. */
    OPERATION("(\\*|[A-Za-z0-9.*]+(/[A-Za-z0-9.*_$-]+)+)", "an operation such as Microsoft.ContainerService/managedClusters/read");

    private final Pattern pattern;
    private final String expected;

    Format(String pattern, String expected) {
        this.pattern = Pattern.compile(pattern);
        this.expected = expected;
    }

    /** Whether a value has this shape. An empty value has every shape: it is unfinished, not wrong. */
    public boolean fits(String value) {
        return value.isEmpty() || switch (this) {
            case GUID -> isGuid(value);
            case DATE -> pattern.matcher(value).matches() && isDate(value);
            case CIDR -> pattern.matcher(value).matches() && isAddress(value.substring(0, value.indexOf('/')));
            default -> pattern.matcher(value).matches();
        };
    }

    /** Asked of the principal of every right, hence no regular expression. */
    private static boolean isGuid(String text) {
        boolean zero = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23 ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
            zero &= c == '0' || c == '-';
        }
        return text.length() == 36 && !zero;
    }

    /** No 30th of February. */
    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** What a pattern cannot say of IPv6. */
    private static boolean isAddress(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress().length == (text.contains(":") ? 16 : 4);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The shape as a regular expression. */
    public String regex() {
        return pattern.pattern();
    }

    /** What is expected, to be put after "expected". */
    public String expected() {
        return expected;
    }
}
