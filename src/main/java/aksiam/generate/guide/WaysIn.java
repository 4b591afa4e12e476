package aksiam.generate.guide;

import aksiam.catalogue.EmergencyAccess;
import aksiam.catalogue.Kubeconfigs;
import aksiam.generate.Escaping;
import aksiam.generate.Source;
import aksiam.plan.Administrators;
import aksiam.plan.PlannedCluster;
import java.util.List;
import java.util.stream.Stream;

/** Who gets into the clusters, in the words of the README. */
final class WaysIn {
    /**
     * Who may apply the manifests of a cluster.
     *
     * @param ways          by sign-in to the cluster
     * @param localAccounts by the admin kubeconfig, while local accounts are on
     */
    public record Applier(Administrators administrators, List<String> ways, List<String> localAccounts) {
    }

    private WaysIn() {
    }

    static List<Applier> appliers(Source source) {
        var kubeconfigs = new Kubeconfigs(source.design(), source.plan());
        return source.plan().administrators().stream().map(own -> new Applier(own, own.ways().stream().map(way -> way.text()
            + (way.who().filter(who -> kubeconfigs.isLackedBy(who, own.cluster())).isPresent() ? " with a kubeconfig that somebody else hands out" : ""))
            .toList(), kubeconfigs.ofLocalAccounts(own.cluster()))).toList();
    }

    /** What happened on the day for which the chosen procedure is. */
    static String breakGlassDay(Source source) {
        var access = EmergencyAccess.of(source.design(), source.plan());
        var byPim = access.stream().filter(EmergencyAccess::dependsOnPim).map(own -> own.cluster().name()).toList();
        return byPim.isEmpty()
            ? "sign-in to a cluster or PIM fails"
            : "sign-in to a cluster fails and PIM works (in " + String.join(", ", byPim) + " everybody who can run them activates the right first)";
    }

    /** Clusters in which nobody can run the commands of the chosen procedure. */
    static List<String> withoutAnybody(Source source) {
        return EmergencyAccess.of(source.design(), source.plan()).stream().filter(own -> own.able().isEmpty()).map(own -> own.cluster().name()).toList();
    }

    /** One line for each cluster that is entered past the sign-in of the design. */
    static Stream<String> warnings(Source source) {
        var kubeconfigs = new Kubeconfigs(source.design(), source.plan());
        return source.plan().clusters().stream().flatMap(cluster -> {
            var who = kubeconfigs.ofLocalAccounts(cluster);
            return who.isEmpty()
                ? Stream.empty()
                : Stream.of("**Local accounts.** " + localAccounts(cluster)
                    + " While they are on, the admin kubeconfig makes whoever may fetch it cluster-admin, "
                    + "past Entra ID and the bindings of this bundle: " + Escaping.md(String.join(", ", who)) + ".");
        });
    }

    private static String localAccounts(PlannedCluster cluster) {
        var name = Escaping.md(cluster.name());
        if (cluster.settings().disableLocalAccounts().isPresent()) {
            return "The design keeps those of " + name + ".";
        }
        return "Nothing is decided about those of " + name + (cluster.existing() ? ", which stay as they are." : ", and Azure leaves them on.");
    }
}
