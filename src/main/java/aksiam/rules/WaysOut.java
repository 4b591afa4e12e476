package aksiam.rules;

import aksiam.domain.Places;
import aksiam.model.AddressRange;
import aksiam.model.Place;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import aksiam.rules.Finding.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Pods that have to reach something to be of use and live in namespaces whose default lets nothing out. */
final class WaysOut {
    private static final String FLOWS = "flows";
    /** Labels that pods of workloads with an identity carry. */
    private static final String USES_IDENTITY = "azure.workload.identity/use=true";
    private static final String NAME = "app.kubernetes.io/name=";

    private final Plan plan;
    private final Set<String> closed;
    private final Map<String, List<TrafficRule>> out;

    private WaysOut(Plan plan) {
        this.plan = plan;
        this.closed = plan.namespaces().stream().filter(namespace -> namespace.stance().filter(stance -> stance.value().deniesEgress()).isPresent())
            .map(namespace -> namespace.cluster() + "/" + namespace.name()).collect(Collectors.toSet());
        this.out = plan.trafficRules().stream().filter(rule -> rule.direction() == Direction.EGRESS)
            .collect(Collectors.groupingBy(rule -> rule.cluster() + "/" + rule.namespace()));
    }

    static void look(Plan plan, List<Finding> findings) {
        var ways = new WaysOut(plan);
        if (!ways.closed.isEmpty()) {
            ways.entra(findings);
            ways.apiServer(findings);
        }
    }

    private void entra(List<Finding> findings) {
        var place = Places.find(Places.ENTRA).orElseThrow();
        for (var workload : plan.workloads()) {
            // With an identity binding the cluster asks Entra for the pod.
            if (workload.identity().isEmpty() || workload.usesBinding() || !closed.contains(workload.cluster() + "/" + workload.namespace())) {
                continue;
            }
            var labels = Set.of(USES_IDENTITY, NAME + workload.name());
            boolean open = rules(workload.cluster(), workload.namespace()).stream().filter(rule -> labels.containsAll(rule.pods()))
                .anyMatch(rule -> reaches(rule, place));
            if (!open) {
                findings.add(new Finding(Kind.NO_WAY_TO_ENTRA, FLOWS, Place.answer(FLOWS), "workload " + workload.name() + " in " + workload.cluster() + "/"
                    + workload.namespace() + " signs in as " + workload.identity() + ", and no flow lets it reach " + place.name()));
            }
        }
    }

    private void apiServer(List<Finding> findings) {
        var place = Places.find(Places.API_SERVER).orElseThrow();
        var said = new HashSet<String>();
        for (var binding : plan.kubernetesBindings()) {
            if (binding.subject() instanceof Subject.Account(var namespace, var name) && closed.contains(binding.cluster() + "/" + namespace)
                && said.add(binding.cluster() + "/" + namespace + "/" + name)
                && rules(binding.cluster(), namespace).stream().noneMatch(rule -> reaches(rule, place))) {
                findings.add(new Finding(Kind.NO_WAY_TO_API_SERVER, FLOWS, Place.answer(FLOWS), "service account " + name + " in " + binding.cluster() + "/"
                    + namespace + " has rights there, and no flow lets it reach " + place.name()));
            }
        }
    }

    private List<TrafficRule> rules(String cluster, String namespace) {
        return out.getOrDefault(cluster + "/" + namespace, List.of());
    }

    /** Where its addresses are not published, any range may hold them but one that is published for something else. */
    private static boolean reaches(TrafficRule rule, Places.Known place) {
        boolean port = rule.port().isEmpty() || rule.port().getAsInt() == place.port();
        return port && (rule.protocol().isEmpty() || rule.protocol().equals("TCP")) && switch (rule.peer()) {
            case Peer.Entities(var names) -> names.containsAll(place.entities()) && !place.entities().isEmpty();
            case Peer.DnsName(var name) ->
                place.dnsNames().stream().anyMatch(own -> own.equals(name) || name.startsWith("*") && own.endsWith(name.substring(1)));
            case Peer.Addresses(var range, var _) -> place.ranges().isEmpty()
                ? !isPublished(AddressRange.of(range))
                : place.ranges().stream().map(AddressRange::of).anyMatch(own -> AddressRange.of(range).contains(own));
            case Peer.Pods _, Peer.AnyNamespace _ -> false;
        };
    }

    private static boolean isPublished(AddressRange range) {
        return Places.all().stream().flatMap(place -> place.ranges().stream()).anyMatch(own -> AddressRange.of(own).contains(range));
    }
}
