package aksiam.domain;

import java.util.List;
import java.util.regex.Pattern;

/** LocalDNS of AKS, by which each node answers DNS itself: {@code local-dns.json}. */
public final class LocalDns {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\..*)?");
    private static final List<String> ADDRESSES = Data.strings(Data.read("local-dns.json").get("addresses"));
    private static final String RANGE = Data.read("local-dns.json").get("range").asString();
    private static final String PREFERRED_FROM = Data.read("local-dns.json").get("preferredFrom").asString();

    private LocalDns() {
    }

    /** Where the node answers, as ranges of one address each. */
    public static List<String> addresses() {
        return ADDRESSES;
    }

    /** The range in which these addresses lie, which Cilium before 1.17 asks for. */
    public static String range() {
        return RANGE;
    }

    /** The Kubernetes version from which a node pool without a profile gets it where its checks pass. */
    public static String preferredFrom() {
        return PREFERRED_FROM;
    }

    /** Whether a node pool without a profile may get it at this Kubernetes version. */
    public static boolean isPreferredAt(String kubernetesVersion) {
        return number(kubernetesVersion) >= number(PREFERRED_FROM);
    }

    private static int number(String version) {
        var match = VERSION.matcher(version);
        return match.matches() ? Integer.parseInt(match.group(1)) * 10_000 + Integer.parseInt(match.group(2)) : 0;
    }
}
