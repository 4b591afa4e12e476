package aksiam.generate.bicep;

import aksiam.generate.Escaping;
import aksiam.generate.Placement;
import aksiam.generate.bicep.BicepValue.Fields;
import aksiam.generate.bicep.BicepValue.Items;
import aksiam.model.rows.ServicePrincipal;
import aksiam.plan.FederatedCredential;
import aksiam.plan.IdentityBinding;
import aksiam.plan.Namespace;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parameter files of stage 3: one for each cluster, for an existing one only with what is added beside it. */
final class ClusterFiles {
    /** Most rows of each list in one file: all of them together stay below the 800 of one deployment. */
    private static final int PART = 250;

    private final Lookup lookup;
    private final Plan plan;
    private final List<PlannedCluster> clusters;
    private final Map<String, List<Namespace>> namespaces;
    private final Map<String, List<FederatedCredential>> credentials;
    private final Map<String, List<IdentityBinding>> bindings;

    ClusterFiles(Plan plan, Lookup lookup) {
        this.lookup = lookup;
        this.plan = plan;
        clusters = plan.clusters().stream().filter(PlannedCluster::isDeployable).toList();
        namespaces = plan.namespaces().stream().filter(namespace -> namespace.maker() == Namespace.Maker.AKS)
            .collect(Collectors.groupingBy(Namespace::cluster));
        credentials = plan.federatedCredentials().stream().filter(credential -> lookup.identities().containsKey(credential.identity()))
            .collect(Collectors.groupingBy(FederatedCredential::cluster));
        bindings = plan.identityBindings().stream().filter(binding -> lookup.identities().containsKey(binding.identity()))
            .collect(Collectors.groupingBy(IdentityBinding::cluster));
    }

    List<ParameterFile> render(PathNames names) {
        return clusters.stream().flatMap(cluster -> files(cluster, names).stream()).toList();
    }

    /** The file of a cluster, and further ones for what is too much for one deployment; those only read the cluster. */
    private List<ParameterFile> files(PlannedCluster cluster, PathNames names) {
        var managed = ParameterFile.parts(namespaces.getOrDefault(cluster.name(), List.of()), PART, _ -> 1);
        var bound = ParameterFile.parts(bindings.getOrDefault(cluster.name(), List.of()), PART, _ -> 1);
        var byIdentity = credentials.getOrDefault(cluster.name(), List.of()).stream()
            .collect(Collectors.groupingBy(FederatedCredential::identity, TreeMap::new, Collectors.toList()));
        var federated = ParameterFile.parts(List.copyOf(byIdentity.values()), PART, List::size);
        var files = new ArrayList<ParameterFile>();
        for (int i = 0; i == 0 || i < Math.max(managed.size(), Math.max(bound.size(), federated.size())); i++) {
            var parameters = new ArrayList<ParameterFile.Parameter>();
            var considerations = new TreeSet<>(List.of("clusters"));
            if (i == 0) {
                settings(cluster, parameters, considerations);
                auditLogs(cluster, parameters, considerations);
            }
            managedNamespaces(cluster, ParameterFile.part(managed, i), parameters, considerations);
            identityBindings(ParameterFile.part(bound, i), parameters, considerations);
            federations(ParameterFile.part(federated, i), parameters, considerations);
            if (!parameters.isEmpty()) {
                parameters.addFirst(ParameterFile.Parameter.of("cluster", lookup.reference(cluster.id()).put("location", cluster.region())));
                files.add(new ParameterFile(names.unique(ParameterFile.numbered("infra/" + PathNames.segment(cluster.name()), i)),
                    ClusterSettings.isPreview(cluster) && !cluster.existing() ? "./clusters-preview.bicep" : "./clusters.bicep",
                    "/subscriptions/" + cluster.subscription(), about(cluster, i), parameters,
                    List.copyOf(considerations), i == 0 && !cluster.existing() ? List.of(question(cluster)) : List.of()));
            }
        }
        return files;
    }

    private static String question(PlannedCluster cluster) {
        return "cluster " + Escaping.shell(cluster.subscription()) + " " + Escaping.shell(cluster.id().text());
    }

    private static String about(PlannedCluster cluster, int part) {
        return cluster.existing() || part > 0
            ? "Stage 3: what is added beside cluster " + cluster.name() + "; the cluster itself is only read."
            : "Stage 3: cluster " + cluster.name() + " with the settings that were decided.";
    }

    private void settings(PlannedCluster cluster, List<ParameterFile.Parameter> parameters, TreeSet<String> considerations) {
        if (cluster.existing()) {
            return;
        }
        var settings = cluster.settings();
        parameters.add(ParameterFile.Parameter.of("clusterExists", BicepValue.of(false)));
        Tags.of(plan).ifPresent(tags -> {
            parameters.add(tags);
            considerations.add("tags");
        });
        parameters.add(ParameterFile.Parameter.of("settings", new ClusterSettings(cluster, lookup).value()));
        considerations.addAll(Considerations.of(cluster));
        settings.servicePrincipal()
            .filter(principal -> principal.vault().isKnown() && !principal.secretName().isEmpty()
                && settings.controlPlane().filter(plane -> plane.value() == PlannedCluster.ControlPlane.SERVICE_PRINCIPAL).isPresent())
            .ifPresent(principal -> parameters.add(new ParameterFile.Parameter("servicePrincipalSecret", secret(principal))));
        settings.safeguards().ifPresent(level -> {
            var safeguards = new Fields().put(level.consideration(), "level", BicepValue.of(level.value()));
            settings.safeguardsPodSecurity()
                .ifPresent(podSecurity -> safeguards.put(podSecurity.consideration(), "podSecurityStandardsLevel", BicepValue.of(podSecurity.value())));
            if (!settings.safeguardsExcluded().isEmpty()) {
                safeguards.put(level.consideration(), "excludedNamespaces", BicepValue.texts(settings.safeguardsExcluded()));
            }
            parameters.add(ParameterFile.Parameter.of("safeguards", safeguards));
        });
    }

    /** Read from the vault when it is deployed; laid out as a call that is too long for a line of 120. */
    private static String secret(ServicePrincipal principal) {
        var arguments = Stream.of(principal.vault().subscription(), principal.vault().resourceGroup(), principal.vault().name(), principal.secretName())
            .map(Escaping::bicepString).toList();
        var line = "az.getSecret(" + String.join(", ", arguments) + ")";
        return ("param servicePrincipalSecret = " + line).length() <= 120
            ? line
            : arguments.stream().collect(Collectors.joining(",\n  ", "az.getSecret(\n  ", "\n)"));
    }

    private static void managedNamespaces(PlannedCluster cluster, List<Namespace> own, List<ParameterFile.Parameter> parameters,
        TreeSet<String> considerations) {
        if (!own.isEmpty()) {
            parameters.add(ParameterFile.Parameter.of("managedNamespaces", new Items(
                own.stream().map(namespace -> new Items.Item("namespace-kind, " + namespace.consideration(), managedNamespace(cluster, namespace))).toList())));
            considerations.add("namespace-kind");
            own.forEach(namespace -> considerations.addAll(Considerations.of(namespace)));
        }
    }

    /** Undecided traffic is let through in words: a managed namespace that says nothing closes itself to other namespaces. */
    private static Fields managedNamespace(PlannedCluster cluster, Namespace namespace) {
        var closed = namespace.stance().filter(stance -> stance.value() != Namespace.Stance.ALLOW).isPresent();
        var labels = new Fields();
        namespace.podSecurity().ifPresent(level -> List.of("enforce", "audit", "warn").forEach(mode -> labels
            .put(level.consideration(), "pod-security.kubernetes.io/" + mode, BicepValue.of(level.value()))
            .put("pod-security.kubernetes.io/" + mode + "-version", "latest")));
        var properties = new Fields().putUnlessEmpty("labels", labels);
        var annotations = new Fields();
        namespace.pool().ifPresent(name -> cluster.pools().stream().filter(pool -> pool.name().equals(name.value())).findFirst()
            .ifPresent(pool -> Placement.on(pool).annotations().forEach((key, value) -> annotations.put(name.consideration(), key, BicepValue.of(value)))));
        properties.putUnlessEmpty("annotations", annotations);
        var traffic = closed ? "DenyAll" : "AllowAll";
        properties.put(namespace.stance().map(stance -> stance.consideration()).orElse("default-traffic"), "defaultNetworkPolicy",
            new Fields().put("ingress", traffic).put("egress", traffic));
        namespace.quota().ifPresent(quota -> {
            var sizes = new LinkedHashMap<String, String>();
            sizes.put("cpuRequest", quota.cpu());
            sizes.put("cpuLimit", quota.limitCpu());
            sizes.put("memoryRequest", quota.memory());
            sizes.put("memoryLimit", quota.limitMemory());
            sizes.values().removeIf(String::isEmpty);
            if (!sizes.isEmpty()) {
                var hard = new Fields();
                sizes.forEach(hard::put);
                properties.put(quota.consideration(), "defaultResourceQuota", hard);
            }
        });
        return new Fields().put("name", namespace.name()).put("properties", properties);
    }

    private static void auditLogs(PlannedCluster cluster, List<ParameterFile.Parameter> parameters, TreeSet<String> considerations) {
        var settings = cluster.settings();
        settings.auditDestination().filter(destination -> destination.value().isKnown() && !settings.auditCategories().isEmpty()).ifPresent(destination -> {
            var type = destination.value().type().toLowerCase(java.util.Locale.ROOT);
            var property = type.equals("microsoft.operationalinsights/workspaces")
                ? "workspaceId"
                : type.equals("microsoft.storage/storageaccounts")
                    ? "storageAccountId"
                    : type.startsWith("microsoft.eventhub/namespaces")
                        ? "eventHubAuthorizationRuleId"
                        : "";
            if (!property.isEmpty()) {
                parameters
                    .add(ParameterFile.Parameter.of("auditLogs", new Fields().put("audit-logs", "categories", BicepValue.texts(settings.auditCategories()))
                        .put(destination.consideration(), property, BicepValue.of(destination.value().text()))));
                considerations.addAll(List.of("audit-logs", destination.consideration()));
            }
        });
    }

    private void identityBindings(List<IdentityBinding> own, List<ParameterFile.Parameter> parameters, TreeSet<String> considerations) {
        if (!own.isEmpty()) {
            parameters.add(ParameterFile.Parameter.of("identityBindings", new Items(own.stream().map(binding -> new Items.Item(binding.consideration(),
                new Fields().put("name", binding.name()).put("identity", lookup.reference(lookup.identities().get(binding.identity()).id())))).toList())));
            own.forEach(binding -> considerations.add(binding.consideration()));
        }
    }

    private void federations(List<List<FederatedCredential>> own, List<ParameterFile.Parameter> parameters, TreeSet<String> considerations) {
        if (!own.isEmpty()) {
            parameters.add(AssignedNames.Section.CREDENTIALS.parameter("assignedNames", "infra/"));
            parameters.add(ParameterFile.Parameter.of("federations", BicepValue.items(own.stream().map(this::federation).toList())));
            own.forEach(credentials -> credentials.forEach(credential -> considerations.add(credential.consideration())));
        }
    }

    private Fields federation(List<FederatedCredential> own) {
        var printed = own.stream()
            .map(credential -> new Items.Item(credential.consideration(), new Fields().put("name", credential.name()).put("subject", credential.subject())))
            .toList();
        return new Fields().put("identity", lookup.reference(lookup.identities().get(own.getFirst().identity()).id())).put("credentials", new Items(printed));
    }
}
