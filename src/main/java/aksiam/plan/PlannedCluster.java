package aksiam.plan;

import aksiam.model.ResourceId;
import aksiam.model.rows.Pool;
import aksiam.model.rows.ServicePrincipal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A cluster with every setting that was decided. A setting that is empty is left out of the templates, never set to a default.
 *
 * @param groupExists whether its resource group is made by others
 * @param existing    it is there already and is only ever changed by a script
 * @param wave        its place in the order in which clusters are changed; those without one come last
 * @param waits       whether an id is not known yet with which it is made: a new cluster made without would be another one, often for good
 * @param consents    settings whose change was agreed to: see {@code infra/update-CLUSTER.sh}
 */
public record PlannedCluster(String name, String environment, boolean production, String region, String subscription, String resourceGroup,
    boolean groupExists, boolean existing, OptionalInt wave, List<String> consents,
    boolean waits, boolean automatic, String kubernetesVersion,
    String nodeResourceGroup, ResourceId nodeSubnet, ResourceId apiServerSubnet, ResourceId routeTable, List<ResourceId> registries, List<Pool> pools,
    Settings settings) {

    public ResourceId id() {
        return new ResourceId(
            "/subscriptions/" + subscription + "/resourceGroups/" + resourceGroup + "/providers/Microsoft.ContainerService/managedClusters/" + name);
    }

    public AzureScope scope() {
        return new AzureScope(id().text());
    }

    /** Whether Azure can be told where it is: subscription, resource group and region. */
    public boolean isPlaced() {
        return id().isKnown() && !resourceGroup.isEmpty() && !region.isEmpty();
    }

    /** The subnets that its pools join. */
    public List<ResourceId> nodeSubnets() {
        return pools.stream().map(pool -> pool.subnetOr(nodeSubnet)).filter(ResourceId::isKnown).distinct().toList();
    }

    /** Whether it can be deployed or changed as answered. Else it has no Azure output at all; its Kubernetes output does not depend on it. */
    public boolean isDeployable() {
        return isPlaced() && (existing || !waits);
    }

    /** Whether nothing turns its local accounts off: what is not decided is left to Azure, which leaves them on. */
    public boolean leavesLocalAccounts() {
        return settings.disableLocalAccounts().filter(Decided::value).isEmpty();
    }

    /** Whether Cilium enforces network policies; Automatic has no other engine. */
    public boolean hasCilium() {
        return settings.networkPolicy().map(Decided::value).orElse(automatic ? "cilium" : "").equals("cilium");
    }

    /** Id of the scope of a namespace for Azure role assignments. */
    public AzureScope namespaceScope(String namespace, boolean managed) {
        return new AzureScope(id().text() + (managed ? "/managedNamespaces/" : "/namespaces/") + namespace);
    }

    /**
     * The settings that were decided.
     *
     * @param controlPlane     how the cluster itself signs in
     * @param controlPlaneIdentity name of the managed identity, when user-assigned
     * @param kubeletIdentity  name of the pre-created identity
     * @param azureRbac        whether Azure RBAC decides about Kubernetes objects
     * @param adminGroups      Entra groups that are cluster-admin; those whose object id is not known are left out
     * @param entraTenant      tenant of the users
     * @param privateDnsZone   system, none or a resource id
     * @param networkPlugin    azure, kubenet or none
     * @param networkMode      overlay or empty
     * @param networkPolicy    cilium, azure, calico or none
     * @param sshAccess        LocalUser, Disabled or EntraId
     * @param safeguards       level of deployment safeguards: Warn or Enforce
     * @param safeguardsExcluded namespaces that the safeguards leave out when they are made; those that are there keep their own
     * @param auditCategories  categories of the diagnostic setting: kube-audit, kube-audit-admin, guard
     * @param auditDestination resource id of a workspace, storage account or event hub authorization rule
     */
    public record Settings(Optional<Decided<ControlPlane>> controlPlane, Optional<String> controlPlaneIdentity, Optional<ServicePrincipal> servicePrincipal,
        Optional<Decided<String>> kubeletIdentity,
        Optional<Decided<Boolean>> entra, Optional<Decided<Boolean>> azureRbac, List<Subject.Entra> adminGroups, Optional<Decided<String>> entraTenant,
        Optional<Decided<Boolean>> disableLocalAccounts,
        Optional<Decided<ApiServer>> apiServer, List<String> authorizedRanges, Optional<Decided<String>> privateDnsZone, Optional<Decided<Boolean>> publicFqdn,
        Optional<Decided<Boolean>> disableRunCommand,
        Optional<Decided<String>> sshAccess, Optional<Decided<String>> networkPlugin, String networkMode, Optional<Decided<String>> networkPolicy,
        boolean advancedNetworking, Optional<Decided<Boolean>> oidcIssuer,
        Optional<Decided<Boolean>> workloadIdentity, Optional<Decided<Boolean>> policyAddon, Optional<Decided<Boolean>> secretsProvider,
        Optional<Decided<String>> safeguards,
        Optional<Decided<String>> safeguardsPodSecurity, List<String> safeguardsExcluded, List<String> auditCategories,
        Optional<Decided<ResourceId>> auditDestination) {
    }

    public enum ControlPlane {
        USER_ASSIGNED, SYSTEM_ASSIGNED, SERVICE_PRINCIPAL
    }

    public enum ApiServer {
        PUBLIC, AUTHORIZED_RANGES, PRIVATE_LINK, VNET_INTEGRATION_PUBLIC, VNET_INTEGRATION_PRIVATE;

        public boolean isPrivate() {
            return this == PRIVATE_LINK || this == VNET_INTEGRATION_PRIVATE;
        }

        public boolean hasVnetIntegration() {
            return this == VNET_INTEGRATION_PUBLIC || this == VNET_INTEGRATION_PRIVATE;
        }
    }
}
