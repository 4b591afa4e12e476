package aksiam.generate;

import aksiam.model.rows.Pool;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What keeps pods on a node pool: a selector for its labels and answers to its taints.
 *
 * @param selector    labels of the nodes: those of the pool, or the one that AKS puts on every node
 * @param tolerations one for each taint
 */
public record Placement(SequencedMap<String, String> selector, List<Toleration> tolerations) {
    public static final Placement ANYWHERE = new Placement(new LinkedHashMap<>(), List.of());
    private static final String NODE_SELECTOR = "scheduler.alpha.kubernetes.io/node-selector";
    private static final String TOLERATIONS = "scheduler.alpha.kubernetes.io/defaultTolerations";

    /** @param value empty: the taint has none */
    public record Toleration(String key, String value, String effect) {
        /** Answers a taint written key=value:Effect or key:Effect. */
        static Toleration of(String taint) {
            int colon = taint.lastIndexOf(':');
            var pair = taint.substring(0, Math.max(colon, 0));
            int equals = pair.indexOf('=');
            return new Toleration(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1), taint.substring(colon + 1));
        }

        private String json() {
            var answer = value.isEmpty() ? "\"operator\":\"Exists\"" : "\"operator\":\"Equal\",\"value\":" + Escaping.json(value);
            return "{\"key\":" + Escaping.json(key) + "," + answer + ",\"effect\":" + Escaping.json(effect) + "}";
        }
    }

    public static Placement on(Pool pool) {
        var labels = labels(pool.labels());
        if (labels.isEmpty()) {
            labels.put("kubernetes.azure.com/agentpool", pool.name());
        }
        return new Placement(labels, pool.taints().stream().map(Toleration::of).toList());
    }

    /** Labels written key=value, in their order. */
    public static SequencedMap<String, String> labels(List<String> typed) {
        var labels = new LinkedHashMap<String, String>();
        for (var label : typed) {
            int equals = label.indexOf('=');
            labels.put(equals < 0 ? label : label.substring(0, equals), equals < 0 ? "" : label.substring(equals + 1));
        }
        return labels;
    }

    /** By which a namespace keeps all its pods there; AKS enables both admission plugins. */
    public SequencedMap<String, String> annotations() {
        Map<String, String> annotations = new TreeMap<>();
        if (!tolerations.isEmpty()) {
            annotations.put(TOLERATIONS, tolerations.stream().map(Toleration::json).collect(Collectors.joining(",", "[", "]")));
        }
        if (!selector.isEmpty()) {
            annotations.put(NODE_SELECTOR, selector.entrySet().stream().map(label -> label.getKey() + "=" + label.getValue()).collect(Collectors.joining(",")));
        }
        return Collections.unmodifiableSequencedMap((TreeMap<String, String>) annotations);
    }
}
