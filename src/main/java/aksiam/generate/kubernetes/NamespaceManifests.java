package aksiam.generate.kubernetes;

import aksiam.plan.KubernetesBinding;
import aksiam.plan.Namespace;
import aksiam.plan.ServiceAccount;
import aksiam.plan.TrafficRule;
import aksiam.plan.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the plan puts into one namespace of one cluster. The fact is missing when something else than a team's plan speaks of the namespace. */
final class NamespaceManifests {
    final String name;
    Optional<Namespace> fact = Optional.empty();
    final List<KubernetesBinding> bindings = new ArrayList<>();
    final List<TrafficRule> rules = new ArrayList<>();
    final List<ServiceAccount> accounts = new ArrayList<>();
    final List<Workload> workloads = new ArrayList<>();

    NamespaceManifests(String name) {
        this.name = name;
    }

    boolean isOurs() {
        return fact.filter(namespace -> namespace.maker() == Namespace.Maker.MANIFEST).isPresent();
    }
}
