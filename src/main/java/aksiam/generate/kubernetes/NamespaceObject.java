package aksiam.generate.kubernetes;

import aksiam.generate.Placement;
import aksiam.plan.Decided;
import aksiam.plan.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Namespace with what the API server enforces in it.
 *
 * @param level   of Pod Security; empty: nothing is said
 * @param settled whether the level was decided
 */
public record NamespaceObject(Meta meta, String level, boolean settled, String levelFrom) {
    /** A namespace that the manifests make. Without a decided level it says nothing about Pod Security, so that a living one keeps what it has. */
    static NamespaceObject of(Namespace namespace, ClusterManifests cluster) {
        var pool = namespace.pool().flatMap(name -> cluster.pool(name.value()));
        var decided = namespace.podSecurity();
        var from = new ArrayList<>(List.of(namespace.consideration()));
        decided.map(Decided::consideration).ifPresent(from::add);
        pool.flatMap(_ -> namespace.pool()).map(Decided::consideration).ifPresent(from::add);
        var meta = Meta.of(namespace.name(), "", from).label(Meta.TEAM, namespace.team().map(team -> team.name()).orElse(""))
            .annotate("aks-iam/cost-code", namespace.costCode())
            .annotate(pool.map(Placement::on).orElse(Placement.ANYWHERE).annotations());
        return new NamespaceObject(meta, decided.map(Decided::value).orElse(""), decided.isPresent(), decided.map(Decided::consideration).orElse(""));
    }

    /** A namespace that stands there before the manifests are applied. AKS labels those that it makes by this plan. */
    static NamespaceObject given(Namespace namespace) {
        var level = namespace.maker() == Namespace.Maker.AKS ? namespace.podSecurity() : Optional.<Decided<String>>empty();
        return new NamespaceObject(Meta.of(namespace.name(), "", List.of(namespace.consideration())), level.map(Decided::value).orElse(""), level.isPresent(),
            level.map(Decided::consideration).orElse(""));
    }
}
