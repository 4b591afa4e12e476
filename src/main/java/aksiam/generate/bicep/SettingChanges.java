package aksiam.generate.bicep;

import aksiam.domain.ResourceTypes;
import aksiam.generate.Escaping;
import aksiam.model.rows.Pool;
import aksiam.plan.Decided;
import aksiam.plan.PlannedCluster;
import aksiam.plan.PlannedCluster.ControlPlane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was decided about the settings of a cluster, in the order in which one may need the other. Sign-in, the authorizer and then local
 * accounts are the second part: they follow when everybody can get in without the old way.
 */
final class SettingChanges {
    private static final String CLUSTERS = "Microsoft.ContainerService/managedClusters";
    private static final String SAFEGUARDS = "Microsoft.ContainerService/deploymentSafeguards";
    private static final String UPDATE = "az aks update --yes \"${where[@]}\" ";

    private final PlannedCluster cluster;
    private final PlannedCluster.Settings settings;
    private final Lookup lookup;
    private final List<SettingChange> changes = new ArrayList<>();

    private SettingChanges(PlannedCluster cluster, Lookup lookup) {
        this.cluster = cluster;
        this.settings = cluster.settings();
        this.lookup = lookup;
    }

    static List<SettingChange> of(PlannedCluster cluster, Lookup lookup) {
        var changes = new SettingChanges(cluster, lookup);
        changes.adminGroups();
        changes.identities();
        changes.workloads();
        changes.network();
        changes.reach();
        changes.nodes();
        changes.safeguards();
        changes.authorizer();
        return List.copyOf(changes.changes);
    }

    /** Admin groups are listed before stage 7, where one of them applies it; but only where people sign in with Entra ID already. */
    private void adminGroups() {
        var groups = joined(settings.adminGroups().stream().map(group -> group.id().text()).toList());
        settings.entra().filter(entra -> entra.value() && !groups.isEmpty())
            .ifPresent(_ -> changes.add(new SettingChange("admin-groups", "admin-groups", 1, "", version(CLUSTERS),
                "properties.aadProfile.adminGroupObjectIDs", true, groups, "OWD-50", true, UPDATE + adminGroupOption(groups), "entra_is_on")));
    }

    private static String adminGroupOption(String groups) {
        return "--aad-admin-group-object-ids " + Escaping.shell(groups);
    }

    private void identities() {
        settings.controlPlane().filter(plane -> plane.value() != ControlPlane.SERVICE_PRINCIPAL).ifPresent(plane -> {
            var from = plane.consideration();
            var own = settings.controlPlaneIdentity().map(lookup.identities()::get).filter(_ -> plane.value() == ControlPlane.USER_ASSIGNED);
            var assign = "--enable-managed-identity" + own.map(identity -> " --assign-identity " + Escaping.shell(identity.id().text())).orElse("");
            add("managed-identity", from, "(identity.type || 'None') != 'None'", false, "true", "OWD-03", true, UPDATE + assign);
            own.ifPresentOrElse(
                identity -> list("control-plane-identity", from, "identity.userAssignedIdentities && keys(identity.userAssignedIdentities)",
                    identity.id().text(), "OWD-04", assign),
                () -> text("control-plane-identity", from, "identity.type", "SystemAssigned", "OWD-04", assign));
            own.flatMap(_ -> settings.kubeletIdentity()).map(kubelet -> lookup.identities().get(kubelet.value()))
                .ifPresent(kubelet -> text("kubelet-identity", settings.kubeletIdentity().orElseThrow().consideration(),
                    "properties.identityProfile.kubeletidentity.resourceId", kubelet.id().text(), "OWD-05",
                    assign + " --assign-kubelet-identity " + Escaping.shell(kubelet.id().text())));
        });
    }

    private void workloads() {
        settings.oidcIssuer().filter(Decided::value)
            .ifPresent(issuer -> flag("oidc-issuer", issuer, "properties.oidcIssuerProfile.enabled", "OWD-09", "--enable-oidc-issuer"));
        settings.workloadIdentity()
            .ifPresent(webhook -> flag("workload-identity", webhook, "properties.securityProfile.workloadIdentity.enabled", "OWD-11",
                webhook.value() ? "--enable-workload-identity" : "--disable-workload-identity"));
        settings.policyAddon().ifPresent(addon -> addon("azure-policy", addon, "azurepolicy", ""));
        settings.secretsProvider().ifPresent(addon -> addon("azure-keyvault-secrets-provider", addon, "azureKeyvaultSecretsProvider", "OWD-47"));
    }

    private void addon(String name, Decided<Boolean> addon, String property, String door) {
        add(name.replace("azure-keyvault", "key-vault"), addon.consideration(), "properties.addonProfiles." + property + ".enabled", false,
            addon.value().toString(), door, addon.value(),
            "az aks " + (addon.value() ? "enable" : "disable") + "-addons \"${where[@]}\" --addons " + name);
    }

    private void network() {
        settings.networkPlugin().filter(_ -> settings.networkMode().equals("overlay"))
            .ifPresent(plugin -> text("network-plugin-mode", plugin.consideration(), "properties.networkProfile.networkPluginMode", "overlay", "OWD-19",
                "--network-plugin-mode overlay"));
        settings.networkPolicy().ifPresent(engine -> {
            var cilium = engine.value().equals("cilium");
            text("network-policy", engine.consideration(), "properties.networkProfile.networkPolicy || 'none'", engine.value(),
                cilium ? "OWD-21" : "OWD-22", "--network-policy " + Escaping.shell(engine.value()) + (cilium ? " --network-dataplane cilium" : ""));
        });
        if (settings.advancedNetworking()) {
            text("advanced-networking", "advanced-networking", "properties.networkProfile.advancedNetworking.security.advancedNetworkPolicies", "FQDN", "",
                "--enable-acns --acns-advanced-networkpolicies FQDN");
        }
    }

    private void reach() {
        settings.apiServer().ifPresent(reach -> {
            var from = reach.consideration();
            if (reach.value().hasVnetIntegration()) {
                text("vnet-integration", from, "properties.apiServerAccessProfile.enableVnetIntegration", "true", "OWD-13",
                    "--enable-apiserver-vnet-integration"
                        + (cluster.apiServerSubnet().isKnown() ? " --apiserver-subnet-id " + Escaping.shell(cluster.apiServerSubnet().text()) : ""));
                if (reach.value().isPrivate()) {
                    text("private-cluster", from, "properties.apiServerAccessProfile.enablePrivateCluster", "true", "OWD-14", "--enable-private-cluster");
                }
            } else {
                fixed("private-cluster", from, "properties.apiServerAccessProfile.enablePrivateCluster", Boolean.toString(reach.value().isPrivate()),
                    "OWD-14");
            }
            var ranges = joined(settings.authorizedRanges());
            if (!reach.value().isPrivate() && !ranges.isEmpty()) {
                list("authorized-ranges", from, "properties.apiServerAccessProfile.authorizedIPRanges", ranges, "OWD-17",
                    "--api-server-authorized-ip-ranges " + Escaping.shell(ranges));
            }
        });
        settings.privateDnsZone().ifPresent(
            zone -> fixed("private-dns-zone", zone.consideration(), "properties.apiServerAccessProfile.privateDNSZone", zone.value(), "OWD-15"));
        settings.publicFqdn()
            .ifPresent(fqdn -> flag("public-fqdn", fqdn, "properties.apiServerAccessProfile.enablePrivateClusterPublicFQDN", "OWD-49",
                fqdn.value() ? "--enable-public-fqdn" : "--disable-public-fqdn"));
        settings.disableRunCommand()
            .ifPresent(disabled -> flag("run-command", disabled, "properties.apiServerAccessProfile.disableRunCommand", "OWD-18",
                disabled.value() ? "--disable-run-command" : "--enable-run-command"));
    }

    /** Pools of others are left alone where the design names its own; AKS Automatic keeps its nodes as they are. */
    private void nodes() {
        var own = cluster.pools().stream().map(Pool::name).filter(name -> !name.isEmpty()).map(name -> "'" + name.replace("'", "") + "'").toList();
        var pools = own.isEmpty() ? "properties.agentPoolProfiles[]" : "properties.agentPoolProfiles[?contains([" + String.join(", ", own) + "], name)]";
        settings.sshAccess().filter(_ -> !cluster.automatic())
            .ifPresent(access -> list("ssh-access", access.consideration(), pools + ".[securityProfile.sshAccess || 'LocalUser'][]",
                access.value(), "OWD-46", "--ssh-access " + access.value().toLowerCase(Locale.ROOT)));
    }

    private void safeguards() {
        settings.safeguards().ifPresent(level -> {
            var podSecurity = settings.safeguardsPodSecurity();
            var wanted = joined(Stream.concat(Stream.of(level.value()), podSecurity.stream().map(Decided::value)).toList());
            var options = "--level " + Escaping.shell(level.value())
                + podSecurity.map(decided -> " --pss-level " + Escaping.shell(decided.value())).orElse("");
            changes.add(new SettingChange("safeguards", level.consideration(), 1, "/providers/" + SAFEGUARDS + "/default", version(SAFEGUARDS),
                podSecurity.isPresent() ? "[properties.level, properties.podSecurityStandardsLevel]" : "[properties.level]", true, wanted, "OWD-48", true,
                cluster.automatic() ? "" : "safeguards " + options, ""));
        });
    }

    /**
     * Who signs in by the certificate of a local account applies stage 7, so Entra ID follows it. It goes on together with the authorizer and the
     * admin groups: in between, nobody of the design could get in.
     */
    private void authorizer() {
        settings.entra().filter(Decided::value).ifPresent(entra -> {
            var groups = joined(settings.adminGroups().stream().map(group -> group.id().text()).toList());
            var azure = settings.azureRbac().filter(Decided::value).isPresent();
            last("entra-id", entra, "properties.aadProfile.managed", "OWD-01",
                "--enable-aad" + settings.entraTenant().map(tenant -> " --aad-tenant-id " + Escaping.shell(tenant.value())).orElse("")
                    + (groups.isEmpty() ? "" : " " + adminGroupOption(groups)) + (azure ? " --enable-azure-rbac" : ""),
                azure ? "rights_are_there" : groups.isEmpty() ? "bindings_are_there" : "");
        });
        settings.azureRbac().filter(_ -> settings.entra().filter(Decided::value).isPresent())
            .ifPresent(rbac -> last("azure-rbac", rbac, "properties.aadProfile.enableAzureRBAC", "OWD-07",
                rbac.value() ? "--enable-azure-rbac" : "--disable-azure-rbac", rbac.value() ? "rights_are_there" : "bindings_are_there"));
        settings.disableLocalAccounts()
            .ifPresent(disabled -> last("local-accounts", disabled, "properties.disableLocalAccounts", "OWD-06",
                disabled.value() ? "--disable-local-accounts" : "--enable-local-accounts", disabled.value() ? "somebody_gets_in" : ""));
    }

    private void flag(String setting, Decided<Boolean> decided, String query, String door, String options) {
        add(setting, decided.consideration(), query, false, decided.value().toString(), door, decided.value(), UPDATE + options);
    }

    private void text(String setting, String from, String query, String wanted, String door, String options) {
        add(setting, from, query, false, wanted, door, true, UPDATE + options);
    }

    private void list(String setting, String from, String query, String wanted, String door, String options) {
        add(setting, from, query, true, wanted, door, true, UPDATE + options);
    }

    /** A setting that is chosen when the cluster is made. */
    private void fixed(String setting, String from, String query, String wanted, String door) {
        add(setting, from, query, false, wanted, door, true, "");
    }

    private void last(String setting, Decided<Boolean> decided, String query, String door, String options, String needs) {
        changes.add(new SettingChange(setting, decided.consideration(), 2, "", version(CLUSTERS), query, false, decided.value().toString(), door,
            decided.value(), UPDATE + options, needs));
    }

    private void add(String setting, String from, String query, boolean list, String wanted, String door, boolean on, String command) {
        changes.add(
            new SettingChange(setting, from, 1, "", version(CLUSTERS), query, list, wanted.toLowerCase(Locale.ROOT), door, on, command, ""));
    }

    /** As the scripts compare lists. */
    private static String joined(Collection<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).distinct().sorted().collect(Collectors.joining(","));
    }

    static String version(String type) {
        return ResourceTypes.find(type).orElseThrow().apiVersion();
    }
}
