package aksiam.domain;

import java.util.List;

/** LocalDNS of AKS, by which each node answers DNS itself: {@code local-dns.json}. */
public final class LocalDns {
    private static final List<String> ADDRESSES = Data.strings(Data.read("local-dns.json").get("addresses"));
    private static final String RANGE = Data.read("local-dns.json").get("range").asString();

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
}
