package aksiam.generate.bicep;

import aksiam.generate.bicep.BicepValue.Fields;
import aksiam.model.rows.Pool;
import aksiam.plan.Decided;
import aksiam.plan.PlannedCluster;
import aksiam.plan.PlannedCluster.ApiServer;
import aksiam.plan.PlannedCluster.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of a new cluster as Azure spells them; what is not decided is left out. */
final class ClusterSettings {
    private final PlannedCluster cluster;
    private final Settings settings;
    private final Lookup lookup;

    ClusterSettings(PlannedCluster cluster, Lookup lookup) {
        this.cluster = cluster;
        this.settings = cluster.settings();
        this.lookup = lookup;
    }

    /** Whether an option was chosen that only the preview API version knows. */
    static boolean isPreview(PlannedCluster cluster) {
        return cluster.settings().sshAccess().filter(access -> access.value().equals("EntraId")).isPresent();
    }

    Fields value() {
        var value = new Fields();
        if (cluster.automatic()) {
            value.put("cluster-flavour", "sku", new Fields().put("name", "Automatic").put("tier", "Standard"));
        }
        settings.controlPlane().ifPresent(controlPlane -> {
            switch (controlPlane.value()) {
                case USER_ASSIGNED ->
                    settings.controlPlaneIdentity().map(lookup.identities()::get).ifPresent(identity -> value.put(controlPlane.consideration(), "identity",
                        new Fields().put("type", "UserAssigned").put("userAssignedIdentities", new Fields().put(identity.id().text(), new Fields()))));
                case SYSTEM_ASSIGNED -> value.put(controlPlane.consideration(), "identity", new Fields().put("type", "SystemAssigned"));
                case SERVICE_PRINCIPAL -> settings.servicePrincipal()
                    .ifPresent(principal -> value.put("service-principals", "servicePrincipalClientId", BicepValue.of(principal.clientId().text())));
            }
        });
        settings.kubeletIdentity().ifPresent(kubelet -> Optional.ofNullable(lookup.identities().get(kubelet.value()))
            .ifPresent(identity -> value.put(kubelet.consideration(), "kubeletIdentity", lookup.reference(identity.id()))));
        return value.put("properties", properties());
    }

    private Fields properties() {
        var properties = new Fields();
        if (!cluster.kubernetesVersion().isEmpty()) {
            properties.put("clusters", "kubernetesVersion", BicepValue.of(cluster.kubernetesVersion()));
        }
        properties.put("clusters", "dnsPrefix", BicepValue.of(dnsPrefix(cluster.name())));
        if (!cluster.nodeResourceGroup().isEmpty()) {
            properties.put("clusters", "nodeResourceGroup", BicepValue.of(cluster.nodeResourceGroup()));
        }
        settings.entra().filter(Decided::value).ifPresent(entra -> {
            var profile = new Fields().put("managed", BicepValue.of(true));
            flag(profile, "enableAzureRBAC", settings.azureRbac());
            if (!settings.adminGroups().isEmpty()) {
                profile.put("admin-groups", "adminGroupObjectIDs", BicepValue.texts(settings.adminGroups().stream().map(group -> group.id().text()).toList()));
            }
            text(profile, "tenantID", settings.entraTenant());
            properties.put(entra.consideration(), "enableRBAC", BicepValue.of(true));
            properties.put(entra.consideration(), "aadProfile", profile);
        });
        flag(properties, "disableLocalAccounts", settings.disableLocalAccounts());
        properties.putUnlessEmpty("apiServerAccessProfile", apiServer());
        settings.oidcIssuer()
            .ifPresent(issuer -> properties.put(issuer.consideration(), "oidcIssuerProfile", new Fields().put("enabled", BicepValue.of(issuer.value()))));
        settings.workloadIdentity()
            .ifPresent(webhook -> properties.put(webhook.consideration(), "securityProfile",
                new Fields().put("workloadIdentity", new Fields().put("enabled", BicepValue.of(webhook.value())))));
        properties.putUnlessEmpty("addonProfiles", addons());
        properties.putUnlessEmpty("networkProfile", network());
        if (!cluster.pools().isEmpty()) {
            properties.put("clusters", "agentPoolProfiles", BicepValue.items(cluster.pools().stream().map(this::pool).toList()));
        }
        return properties;
    }

    /** The first part of the DNS name of the API server: letters, digits and hyphens, at most 54. It can never change. */
    private static String dnsPrefix(String name) {
        var prefix = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return prefix.substring(0, Math.min(prefix.length(), 54)).replaceAll("-+$", "");
    }

    private Fields apiServer() {
        var profile = new Fields();
        settings.apiServer().ifPresent(reach -> {
            var from = reach.consideration();
            profile.put(from, "enablePrivateCluster", BicepValue.of(reach.value().isPrivate()));
            if (reach.value().hasVnetIntegration()) {
                profile.put(from, "enableVnetIntegration", BicepValue.of(true));
                if (cluster.apiServerSubnet().isKnown()) {
                    profile.put("clusters", "subnetId", BicepValue.of(cluster.apiServerSubnet().text()));
                }
            }
            if (!reach.value().isPrivate() && reach.value() != ApiServer.PUBLIC && !settings.authorizedRanges().isEmpty()) {
                profile.put(from, "authorizedIPRanges", BicepValue.texts(settings.authorizedRanges()));
            }
        });
        text(profile, "privateDNSZone", settings.privateDnsZone());
        flag(profile, "enablePrivateClusterPublicFQDN", settings.publicFqdn());
        flag(profile, "disableRunCommand", settings.disableRunCommand());
        return profile;
    }

    private Fields addons() {
        var addons = new Fields();
        settings.policyAddon().ifPresent(addon -> {
            var profile = new Fields().put("enabled", BicepValue.of(addon.value()));
            addons.put(addon.consideration(), "azurepolicy", addon.value() ? profile.put("config", new Fields().put("version", "v2")) : profile);
        });
        settings.secretsProvider()
            .ifPresent(addon -> addons.put(addon.consideration(), "azureKeyvaultSecretsProvider", new Fields().put("enabled", BicepValue.of(addon.value()))));
        return addons;
    }

    private Fields network() {
        var network = new Fields();
        text(network, "networkPlugin", settings.networkPlugin());
        settings.networkPlugin().filter(_ -> !settings.networkMode().isEmpty())
            .ifPresent(plugin -> network.put(plugin.consideration(), "networkPluginMode", BicepValue.of(settings.networkMode())));
        text(network, "networkPolicy", settings.networkPolicy());
        settings.networkPolicy().filter(engine -> engine.value().equals("cilium"))
            .ifPresent(engine -> network.put(engine.consideration(), "networkDataplane", BicepValue.of("cilium")));
        if (settings.advancedNetworking()) {
            network.put("advanced-networking", "advancedNetworking", new Fields().put("enabled", BicepValue.of(true))
                .put("security", new Fields().put("enabled", BicepValue.of(true)).put("advancedNetworkPolicies", "FQDN")));
        }
        return network;
    }

    private Fields pool(Pool pool) {
        var value = new Fields().put("name", pool.name());
        if (!pool.mode().isEmpty()) {
            value.put("mode", pool.mode());
        }
        if (!pool.size().isEmpty()) {
            value.put("vmSize", pool.size());
        }
        pool.count().ifPresent(count -> value.put("count", BicepValue.of(count)));
        var subnet = pool.subnetOr(cluster.nodeSubnet());
        if (subnet.isKnown()) {
            value.put("vnetSubnetID", subnet.text());
        }
        if (!pool.taints().isEmpty()) {
            value.put("nodeTaints", BicepValue.texts(pool.taints()));
        }
        if (!pool.labels().isEmpty()) {
            value.put("nodeLabels", labels(pool.labels()));
        }
        settings.sshAccess().ifPresent(access -> value.put(access.consideration(), "securityProfile", new Fields().put("sshAccess", access.value())));
        return value;
    }

    private static Fields labels(List<String> labels) {
        var byKey = new LinkedHashMap<String, String>();
        labels.stream().map(label -> label.split("=", 2)).forEach(label -> byKey.put(label[0], label.length > 1 ? label[1] : ""));
        var value = new Fields();
        byKey.forEach(value::put);
        return value;
    }

    private static void flag(Fields object, String name, Optional<Decided<Boolean>> setting) {
        setting.ifPresent(decided -> object.put(decided.consideration(), name, BicepValue.of(decided.value())));
    }

    private static void text(Fields object, String name, Optional<Decided<String>> setting) {
        setting.ifPresent(decided -> object.put(decided.consideration(), name, BicepValue.of(decided.value())));
    }
}
