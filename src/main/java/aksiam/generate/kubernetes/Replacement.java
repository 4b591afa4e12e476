package aksiam.generate.kubernetes;

import aksiam.generate.AzureOutputs.Property;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Carries one value of azure-outputs.env to where the manifests need it. */
public record Replacement(String key, List<Target> targets) {
    /** @param namespace empty for what stands outside of namespaces */
    public record Target(String kind, String name, String namespace, String field) {
    }

    private record Need(Subject subject, Property property) {
    }

    /** In the order of the keys; a value that nothing uses is not there. */
    static List<Replacement> of(ClusterManifests cluster) {
        Map<Need, List<Target>> targets = new HashMap<>();
        cluster.identityBindings.forEach(binding -> add(targets, new Subject.Identity(binding.identity()), Property.CLIENT_ID,
            new Target("ClusterRole", IdentityUse.name(binding), "", "rules.0.resources.0")));
        cluster.bindings.forEach(binding -> bind(targets, binding));
        for (var namespace : cluster.namespaces.values()) {
            namespace.bindings.forEach(binding -> bind(targets, binding));
            var identities = new HashMap<String, String>();
            namespace.accounts.forEach(account -> account.identity().ifPresent(identity -> {
                identities.put(account.name(), identity);
                if (!account.given()) {
                    add(targets, new Subject.Identity(identity), Property.CLIENT_ID,
                        new Target("ServiceAccount", account.name(), account.namespace(), "metadata.annotations.[azure.workload.identity/client-id]"));
                }
            }));
            for (var workload : namespace.workloads) {
                var identity = identities.getOrDefault(workload.serviceAccount(), workload.identity());
                SecretMount.volumes(workload).forEach(volume -> add(targets, new Subject.Identity(identity), Property.CLIENT_ID,
                    new Target("SecretProviderClass", volume.secretProviderClass(), workload.namespace(), "spec.parameters.clientID")));
            }
        }
        return cluster.values.stream()
            .map(value -> new Replacement(value.key(), Objects.requireNonNullElse(targets.get(new Need(value.subject(), value.property())), List.of())))
            .filter(replacement -> !replacement.targets().isEmpty()).toList();
    }

    private static void bind(Map<Need, List<Target>> targets, KubernetesBinding binding) {
        switch (binding.subject()) {
            case Subject.Identity subject -> add(targets, subject, Property.PRINCIPAL_ID, target(binding));
            case Subject.ClusterMade subject -> add(targets, subject, Property.PRINCIPAL_ID, target(binding));
            case Subject.Entra _, Subject.Account _ -> {
            }
        }
    }

    private static Target target(KubernetesBinding binding) {
        var meta = Binding.of(binding).meta();
        return new Target(meta.namespace().isEmpty() ? "ClusterRoleBinding" : "RoleBinding", meta.name(), meta.namespace(), "subjects.0.name");
    }

    private static void add(Map<Need, List<Target>> targets, Subject subject, Property property, Target target) {
        targets.computeIfAbsent(new Need(subject, property), _ -> new ArrayList<>()).add(target);
    }
}
