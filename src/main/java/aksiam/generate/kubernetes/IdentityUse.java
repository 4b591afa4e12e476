package aksiam.generate.kubernetes;

import aksiam.plan.IdentityBinding;
import java.util.List;

/**
 * Preview: the right of service accounts to use a managed identity that is bound to their cluster.
 *
 * @param identity name of the managed identity; its client id is the resource of the ClusterRole
 */
public record IdentityUse(Meta meta, String identity, List<Binding.Party> accounts) {
    static IdentityUse of(IdentityBinding binding, ClusterManifests cluster) {
        var accounts = cluster.namespaces.values().stream().flatMap(namespace -> namespace.accounts.stream())
            .filter(account -> account.identity().filter(binding.identity()::equals).isPresent())
            .map(account -> new Binding.Party("ServiceAccount", account.name(), account.namespace(), true, "")).toList();
        return new IdentityUse(Meta.of(name(binding), "", List.of(binding.consideration())).annotate("aks-iam/identity", binding.identity()),
            binding.identity(), accounts);
    }

    static String name(IdentityBinding binding) {
        return Binding.slug("use-" + binding.identity(), binding.identity());
    }
}
