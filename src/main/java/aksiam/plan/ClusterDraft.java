package aksiam.plan;

import aksiam.model.ResourceId;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.ServicePrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A cluster while the considerations contribute to it. Fields are set by the step files; what stays null is undecided. */
public final class ClusterDraft {
    private final Cluster row;
    private final String subscription;
    private final boolean production;
    private final boolean existing;
    private final boolean automatic;
    /** Its place in the order in which clusters are changed. */
    public OptionalInt wave = OptionalInt.empty();
    /** Settings whose change was agreed to, although it reimages, interrupts, locks out or cannot be undone. */
    public final List<String> consents = new ArrayList<>();
    /** Whether an id is not known yet with which it is made. */
    public boolean waits;
    public Decided<PlannedCluster.ControlPlane> controlPlane;
    public String controlPlaneIdentity;
    public ServicePrincipal servicePrincipal;
    public Decided<String> kubeletIdentity;
    /** Whether it was decided that AKS makes the kubelet identity. */
    public boolean kubeletMadeByAks;
    public Decided<Boolean> entra;
    public Decided<Boolean> azureRbac;
    public final List<Subject.Entra> adminGroups = new ArrayList<>();
    public Decided<String> entraTenant;
    public Decided<Boolean> disableLocalAccounts;
    public Decided<PlannedCluster.ApiServer> apiServer;
    public final List<String> authorizedRanges = new ArrayList<>();
    public Decided<String> privateDnsZone;
    public Decided<Boolean> publicFqdn;
    public Decided<Boolean> disableRunCommand;
    public Decided<String> sshAccess;
    public Decided<String> networkPlugin;
    public String networkMode = "";
    public Decided<String> networkPolicy;
    public boolean advancedNetworking;
    public Decided<Boolean> oidcIssuer;
    public Decided<Boolean> workloadIdentity;
    public Decided<Boolean> policyAddon;
    public Decided<Boolean> secretsProvider;
    public Decided<String> safeguards;
    public Decided<String> safeguardsPodSecurity;
    public final List<String> safeguardsExcluded = new ArrayList<>();
    public final List<String> auditCategories = new ArrayList<>();
    public Decided<ResourceId> auditDestination;

    public ClusterDraft(Cluster row, String subscription, boolean production, boolean existing, boolean automatic) {
        this.row = row;
        this.subscription = subscription;
        this.production = production;
        this.existing = existing;
        this.automatic = automatic;
    }

    public Cluster row() {
        return row;
    }

    public String name() {
        return row.name();
    }

    /** GUID of its subscription, empty while not known. */
    public String subscription() {
        return subscription;
    }

    public boolean existing() {
        return existing;
    }

    public boolean production() {
        return production;
    }

    public boolean automatic() {
        return automatic;
    }

    public ResourceId id() {
        return build().id();
    }

    public AzureScope scope() {
        return build().scope();
    }

    /** Who the cluster itself is to Azure; empty while undecided, or while its service principal is not named. */
    public Optional<Subject> controlPlaneSubject() {
        return Optional.ofNullable(controlPlane).flatMap(decided -> switch (decided.value()) {
            case USER_ASSIGNED -> Optional.of(new Subject.Identity(controlPlaneIdentity));
            case SYSTEM_ASSIGNED -> Optional.of(new Subject.ClusterMade(name(), Subject.ClusterMade.Part.CONTROL_PLANE));
            case SERVICE_PRINCIPAL -> servicePrincipalSubject();
        });
    }

    /** Who pulls images: the service principal does it itself where there is one. Empty while undecided. */
    public Optional<Subject> kubeletSubject() {
        if (controlPlane != null && controlPlane.value() == PlannedCluster.ControlPlane.SERVICE_PRINCIPAL) {
            return servicePrincipalSubject();
        }
        if (kubeletIdentity != null) {
            return Optional.of(new Subject.Identity(kubeletIdentity.value()));
        }
        return kubeletMadeByAks ? Optional.of(new Subject.ClusterMade(name(), Subject.ClusterMade.Part.KUBELET)) : Optional.empty();
    }

    private Optional<Subject> servicePrincipalSubject() {
        return Optional.ofNullable(servicePrincipal)
            .map(row -> new Subject.Entra("service principal of " + name(), row.objectId(), Subject.Entra.Kind.ServicePrincipal));
    }

    public PlannedCluster build() {
        var settings = new PlannedCluster.Settings(Optional.ofNullable(controlPlane), Optional.ofNullable(controlPlaneIdentity),
            Optional.ofNullable(servicePrincipal), Optional.ofNullable(kubeletIdentity),
            Optional.ofNullable(entra), Optional.ofNullable(azureRbac), List.copyOf(adminGroups), Optional.ofNullable(entraTenant),
            Optional.ofNullable(disableLocalAccounts), Optional.ofNullable(apiServer),
            List.copyOf(authorizedRanges), Optional.ofNullable(privateDnsZone), Optional.ofNullable(publicFqdn), Optional.ofNullable(disableRunCommand),
            Optional.ofNullable(sshAccess),
            Optional.ofNullable(networkPlugin), networkMode, Optional.ofNullable(networkPolicy), advancedNetworking, Optional.ofNullable(oidcIssuer),
            Optional.ofNullable(workloadIdentity),
            Optional.ofNullable(policyAddon), Optional.ofNullable(secretsProvider), Optional.ofNullable(safeguards), Optional.ofNullable(safeguardsPodSecurity),
            List.copyOf(safeguardsExcluded),
            List.copyOf(auditCategories),
            Optional.ofNullable(auditDestination));
        return new PlannedCluster(row.name(), row.environment(), production, row.region(), subscription, row.resourceGroup(), row.groupExists(), existing, wave,
            List.copyOf(consents), waits, automatic,
            row.kubernetesVersion(), row.nodeResourceGroup(),
            row.nodeSubnet(), row.apiServerSubnet(), row.routeTable(), row.registries().stream().map(ResourceId::new).toList(), row.pools(), settings);
    }
}
