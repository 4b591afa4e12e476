package aksiam.generate.bicep;

import aksiam.plan.Decided;
import aksiam.plan.Namespace;
import aksiam.plan.PlannedCluster;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The considerations that shaped a part of the plan. */
final class Considerations {
    private Considerations() {
    }

    static Set<String> of(PlannedCluster cluster) {
        var all = new TreeSet<String>();
        var settings = cluster.settings();
        Stream
            .<Optional<? extends Decided<?>>>of(settings.controlPlane(), settings.kubeletIdentity(), settings.entra(), settings.azureRbac(),
                settings.entraTenant(), settings.disableLocalAccounts(), settings.apiServer(),
                settings.privateDnsZone(), settings.publicFqdn(), settings.disableRunCommand(), settings.sshAccess(), settings.networkPlugin(),
                settings.networkPolicy(), settings.oidcIssuer(), settings.workloadIdentity(),
                settings.policyAddon(), settings.secretsProvider(), settings.safeguards(), settings.safeguardsPodSecurity())
            .flatMap(Optional::stream).forEach(decided -> all.add(decided.consideration()));
        if (!settings.adminGroups().isEmpty()) {
            all.add("admin-groups");
        }
        if (settings.advancedNetworking()) {
            all.add("advanced-networking");
        }
        if (cluster.automatic()) {
            all.add("cluster-flavour");
        }
        if (settings.servicePrincipal().isPresent()) {
            all.add("service-principals");
        }
        return all;
    }

    static Set<String> of(Namespace namespace) {
        var all = new TreeSet<>(Set.of(namespace.consideration()));
        namespace.podSecurity().ifPresent(decided -> all.add(decided.consideration()));
        namespace.stance().ifPresent(decided -> all.add(decided.consideration()));
        namespace.quota().ifPresent(quota -> all.add(quota.consideration()));
        return all;
    }
}
