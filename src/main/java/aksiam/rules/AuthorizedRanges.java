package aksiam.rules;

import aksiam.model.AddressRange;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.rules.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Authorized ranges that Azure refuses. Sources: Azure/azure-cli acs/_validators.py, validate_ip_ranges (commit 010cc060, read 2026-11-29): IPv4 alone, global
 * addresses alone, no bits behind the prefix, 0.0.0.0/32 by itself; azure-aks-docs api-server-authorized-ip-ranges.md (fb060abe, 2026-08-21): start with the
 * first address of a range, 0.0.0.0/32 stands for the outbound address of the cluster; Azure/terraform-azurerm-aks#378.
 */
final class AuthorizedRanges {
    private static final Set<String> REACHES = Set.of("authorized-ranges", "vnet-integration-public");
    /** Stands for the address by which the cluster itself goes out. */
    private static final String CLUSTER_ALONE = "0.0.0.0/32";
    /** IANA IPv4 Special-Purpose Address Registry: not reachable from the internet. Its ranges for documentation are missing, since examples name them. */
    private static final List<AddressRange> NOT_GLOBAL = List.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "240.0.0.0/4").stream().map(AddressRange::of).toList();

    private AuthorizedRanges() {
    }

    static void look(Design design, List<Finding> findings) {
        if (!REACHES.contains(design.choice("api-server-reach"))) {
            return;
        }
        for (var cluster : Rows.of(design, "clusters")) {
            var ranges = cluster.row().list("authorizedRanges").stream().map(String::strip).filter(text -> !text.isEmpty() && Format.CIDR.fits(text)).toList();
            var wrong = new ArrayList<String>();
            ranges.forEach(text -> refused(text).ifPresent(why -> wrong.add(text + " " + why)));
            if (!wrong.isEmpty()) {
                findings.add(cluster.finding(Kind.MALFORMED_VALUE, "authorizedRanges",
                    cluster.name() + " names authorized ranges that Azure refuses: " + String.join("; ", wrong)));
            }
            if (ranges.contains(CLUSTER_ALONE) && ranges.size() > 1) {
                findings.add(cluster.finding(Kind.CONTRADICTION, "authorizedRanges", cluster.name() + " names " + CLUSTER_ALONE
                    + ", which stands for the outbound address of the cluster alone, beside other authorized ranges; Azure takes it only by itself"));
            }
        }
    }

    private static Optional<String> refused(String text) {
        var range = AddressRange.of(text);
        if (text.contains(":")) {
            return Optional.of("is IPv6, and the API server takes IPv4");
        }
        if (!range.text().equals(text)) {
            return Optional.of("does not start with its first address: write " + range.text());
        }
        return text.equals(CLUSTER_ALONE) || NOT_GLOBAL.stream().noneMatch(reserved -> reserved.contains(range))
            ? Optional.empty()
            : Optional.of("holds no address of the internet: name the address by which that network goes out");
    }
}
