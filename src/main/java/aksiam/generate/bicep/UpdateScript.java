package aksiam.generate.bicep;

import aksiam.domain.OneWayDoors;
import aksiam.domain.ResourceTypes;
import aksiam.generate.Artefact;
import aksiam.generate.Escaping;
import aksiam.generate.Templates;
import aksiam.model.rows.Pool;
import aksiam.plan.Decided;
import aksiam.plan.PlannedCluster;
import aksiam.plan.PlannedCluster.ControlPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The script that changes the settings of an existing cluster, which no template may touch: one line a decision. */
final class UpdateScript {
    /**
     * One decision.
     *
     * @param below      path of the resource that shows it, below the cluster; empty for the cluster itself
     * @param version    API version of that resource
     * @param query      of the setting in what Azure shows of the cluster, under {@code properties} or beside it
     * @param wanted     its value in small letters, those of a list sorted and joined by commas
     * @param disruption what the change costs
     * @param command    words of the command line, escaped; empty when it cannot be changed at all
     */
    public record Change(String from, String below, String version, String query, String wanted, String disruption, String command) {
    }

    /** A node pool to add where it is missing; one that is there is left alone. */
    public record NodePool(String from, String name, String arguments) {
    }

    private static final String CLUSTERS = "Microsoft.ContainerService/managedClusters";
    private static final String SAFEGUARDS = "Microsoft.ContainerService/deploymentSafeguards";

    private final PlannedCluster cluster;
    private final Lookup lookup;
    private final List<Change> changes = new ArrayList<>();

    private UpdateScript(PlannedCluster cluster, Lookup lookup) {
        this.cluster = cluster;
        this.lookup = lookup;
    }

    /** What was decided about the settings of a cluster, and where Azure shows it. */
    static List<Change> settings(PlannedCluster cluster, Lookup lookup) {
        var script = new UpdateScript(cluster, lookup);
        script.collect();
        return script.changes;
    }

    static Optional<Artefact> render(PlannedCluster cluster, Lookup lookup, Templates templates) {
        var script = new UpdateScript(cluster, lookup);
        script.collect();
        var pools = cluster.pools().stream().filter(pool -> !pool.name().isEmpty()).map(script::pool).toList();
        if (script.changes.isEmpty() && pools.isEmpty()) {
            return Optional.empty();
        }
        var considerations = Stream.concat(Stream.of("clusters"), script.changes.stream().map(Change::from)).toList();
        return Optional.of(Artefact.of("infra/update-" + PathNames.segment(cluster.name()) + ".sh",
            templates.render("bicep/infra/update.sh.ftl", Map.of("cluster", cluster, "id", cluster.id().text(), "changes", script.changes,
                "pools", pools)),
            considerations));
    }

    /** In the order in which one may need the other; local accounts go last, when everybody can sign in without them. */
    private void collect() {
        var settings = cluster.settings();
        settings.entra().filter(Decided::value).ifPresent(entra -> {
            var groups = settings.adminGroups().stream().map(group -> group.id().text()).sorted().toList();
            update(entra.consideration(), "properties.aadProfile.managed", "true", "OWD-01",
                "--enable-aad" + settings.entraTenant().map(tenant -> " --aad-tenant-id " + Escaping.shell(tenant.value())).orElse(""));
            if (!groups.isEmpty()) {
                update("admin-groups", "properties.aadProfile.adminGroupObjectIDs", String.join(",", groups), "",
                    "--aad-admin-group-object-ids " + Escaping.shell(String.join(",", groups)));
            }
        });
        settings.azureRbac().filter(_ -> settings.entra().filter(Decided::value).isPresent())
            .ifPresent(rbac -> update(rbac.consideration(), "properties.aadProfile.enableAzureRBAC", rbac.value().toString(), "OWD-07",
                rbac.value() ? "--enable-azure-rbac" : "--disable-azure-rbac"));
        identities();
        settings.oidcIssuer().filter(Decided::value)
            .ifPresent(issuer -> update(issuer.consideration(), "properties.oidcIssuerProfile.enabled", "true", "OWD-09", "--enable-oidc-issuer"));
        settings.workloadIdentity()
            .ifPresent(webhook -> update(webhook.consideration(), "properties.securityProfile.workloadIdentity.enabled", webhook.value().toString(), "OWD-11",
                webhook.value() ? "--enable-workload-identity" : "--disable-workload-identity"));
        settings.policyAddon().ifPresent(addon -> addon(addon, "azurepolicy", "azure-policy"));
        settings.secretsProvider().ifPresent(addon -> addon(addon, "azureKeyvaultSecretsProvider", "azure-keyvault-secrets-provider"));
        network();
        reach();
        settings.disableRunCommand()
            .ifPresent(invoke -> update(invoke.consideration(), "properties.apiServerAccessProfile.disableRunCommand", invoke.value().toString(), "OWD-18",
                invoke.value() ? "--disable-run-command" : "--enable-run-command"));
        settings.sshAccess().ifPresent(access -> update(access.consideration(), "properties.agentPoolProfiles[].securityProfile.sshAccess", access.value(), "",
            "--ssh-access " + access.value().toLowerCase(Locale.ROOT)));
        safeguards();
        settings.disableLocalAccounts()
            .ifPresent(accounts -> update(accounts.consideration(), "properties.disableLocalAccounts", accounts.value().toString(), "OWD-06",
                accounts.value() ? "--disable-local-accounts" : "--enable-local-accounts"));
    }

    private void safeguards() {
        var settings = cluster.settings();
        settings.safeguards().ifPresent(level -> {
            var podSecurity = settings.safeguardsPodSecurity();
            var wanted = Stream.concat(Stream.of(level.value()), podSecurity.stream().map(Decided::value)).map(value -> value.toLowerCase(Locale.ROOT)).sorted()
                .collect(Collectors.joining(","));
            changes.add(new Change(level.consideration(), "/providers/" + SAFEGUARDS + "/default", version(SAFEGUARDS),
                podSecurity.isPresent() ? "[properties.level, properties.podSecurityStandardsLevel]" : "properties.level", wanted,
                "none known",
                "az aks safeguards create " + where() + " --level " + Escaping.shell(level.value())
                    + podSecurity.map(decided -> " --pss-level " + Escaping.shell(decided.value())).orElse("")));
        });
    }

    private void identities() {
        var settings = cluster.settings();
        settings.controlPlane().ifPresent(controlPlane -> {
            var identity = settings.controlPlaneIdentity().map(lookup.identities()::get).filter(_ -> controlPlane.value() == ControlPlane.USER_ASSIGNED);
            identity.ifPresent(own -> update(controlPlane.consideration(), "keys(identity.userAssignedIdentities)", own.id().text(), "OWD-04",
                "--enable-managed-identity --assign-identity " + Escaping.shell(own.id().text())));
            if (controlPlane.value() == ControlPlane.SYSTEM_ASSIGNED) {
                update(controlPlane.consideration(), "identity.type", "SystemAssigned", "OWD-04", "--enable-managed-identity");
            }
            identity.flatMap(_ -> settings.kubeletIdentity()).map(kubelet -> lookup.identities().get(kubelet.value()))
                .ifPresent(kubelet -> update(settings.kubeletIdentity().orElseThrow().consideration(),
                    "properties.identityProfile.kubeletidentity.resourceId", kubelet.id().text(), "OWD-05",
                    "--enable-managed-identity --assign-identity " + Escaping.shell(identity.orElseThrow().id().text()) + " --assign-kubelet-identity "
                        + Escaping.shell(kubelet.id().text())));
        });
    }

    private void network() {
        var settings = cluster.settings();
        settings.networkPlugin().filter(_ -> settings.networkMode().equals("overlay"))
            .ifPresent(
                plugin -> update(plugin.consideration(), "properties.networkProfile.networkPluginMode", "overlay", "OWD-19", "--network-plugin-mode overlay"));
        settings.networkPolicy().ifPresent(engine -> {
            var cilium = engine.value().equals("cilium");
            update(engine.consideration(), "properties.networkProfile.networkPolicy", engine.value(), cilium ? "OWD-21" : "OWD-22",
                "--network-policy " + Escaping.shell(engine.value()) + (cilium ? " --network-dataplane cilium" : ""));
        });
        if (settings.advancedNetworking()) {
            update("advanced-networking", "properties.networkProfile.advancedNetworking.security.advancedNetworkPolicies", "FQDN", "",
                "--enable-acns --acns-advanced-networkpolicies FQDN");
        }
    }

    private void reach() {
        var settings = cluster.settings();
        settings.apiServer().ifPresent(reach -> {
            var from = reach.consideration();
            if (reach.value().hasVnetIntegration()) {
                update(from, "properties.apiServerAccessProfile.enableVnetIntegration", "true", "OWD-13",
                    "--enable-apiserver-vnet-integration"
                        + (cluster.apiServerSubnet().isKnown() ? " --apiserver-subnet-id " + Escaping.shell(cluster.apiServerSubnet().text()) : ""));
                if (reach.value().isPrivate()) {
                    update(from, "properties.apiServerAccessProfile.enablePrivateCluster", "true", "OWD-14", "--enable-private-cluster");
                }
            } else {
                fixed(from, "properties.apiServerAccessProfile.enablePrivateCluster", Boolean.toString(reach.value().isPrivate()), "OWD-14");
            }
            if (!reach.value().isPrivate() && !settings.authorizedRanges().isEmpty()) {
                var ranges = settings.authorizedRanges().stream().map(range -> range.toLowerCase(Locale.ROOT)).distinct().sorted()
                    .collect(Collectors.joining(","));
                update(from, "properties.apiServerAccessProfile.authorizedIPRanges", ranges, "OWD-17",
                    "--api-server-authorized-ip-ranges " + Escaping.shell(ranges));
            }
        });
        settings.privateDnsZone().ifPresent(zone -> fixed(zone.consideration(), "properties.apiServerAccessProfile.privateDNSZone", zone.value(), "OWD-15"));
        settings.publicFqdn()
            .ifPresent(fqdn -> update(fqdn.consideration(), "properties.apiServerAccessProfile.enablePrivateClusterPublicFQDN", fqdn.value().toString(), "",
                fqdn.value() ? "--enable-public-fqdn" : "--disable-public-fqdn"));
    }

    private void addon(Decided<Boolean> addon, String property, String name) {
        changes.add(new Change(addon.consideration(), "", version(CLUSTERS), "properties.addonProfiles." + property + ".enabled", addon.value().toString(),
            disruption(""), "az aks " + (addon.value() ? "enable" : "disable") + "-addons " + where() + " --addons " + name));
    }

    private void update(String from, String query, String wanted, String door, String options) {
        changes
            .add(new Change(from, "", version(CLUSTERS), query, wanted.toLowerCase(Locale.ROOT), disruption(door),
                "az aks update --yes " + where() + " " + options));
    }

    /** A setting that is chosen when the cluster is made. */
    private void fixed(String from, String query, String wanted, String door) {
        changes.add(new Change(from, "", version(CLUSTERS), query, wanted.toLowerCase(Locale.ROOT), disruption(door), ""));
    }

    private static String disruption(String door) {
        return OneWayDoors.find(door).map(found -> found.disruption() + " (" + found.id() + ", " + found.reversibility() + ")").orElse("none known");
    }

    private static String version(String type) {
        return ResourceTypes.find(type).orElseThrow().apiVersion();
    }

    private String where() {
        return "--subscription " + Escaping.shell(cluster.subscription()) + " --resource-group " + Escaping.shell(cluster.resourceGroup()) + " --name "
            + Escaping.shell(cluster.name());
    }

    private NodePool pool(Pool pool) {
        var arguments = new StringBuilder("--mode " + Escaping.shell(pool.mode().isEmpty() ? "User" : pool.mode()));
        option(arguments, "--node-vm-size", pool.size());
        pool.count().ifPresent(count -> arguments.append(" --node-count ").append(count));
        option(arguments, "--vnet-subnet-id", pool.subnetOr(cluster.nodeSubnet()).isKnown() ? pool.subnetOr(cluster.nodeSubnet()).text() : "");
        option(arguments, "--node-taints", String.join(",", pool.taints()));
        if (!pool.labels().isEmpty()) {
            arguments.append(" --labels ").append(pool.labels().stream().map(Escaping::shell).collect(Collectors.joining(" ")));
        }
        return new NodePool("clusters", pool.name(), arguments.toString());
    }

    private static void option(StringBuilder arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.append(' ').append(name).append(' ').append(Escaping.shell(value));
        }
    }
}
