package aksiam.generate.kubernetes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Who an object is and where it came from.
 *
 * @param namespace      empty for what stands outside of namespaces
 * @param labels         besides the one that names this product
 * @param annotations    besides the one that names the considerations
 * @param considerations what shaped the object
 */
public record Meta(String name, String namespace, SequencedMap<String, String> labels, SequencedMap<String, String> annotations, List<String> considerations) {
    public static final String REASON = "aks-iam/reason";
    public static final String PRINCIPAL = "aks-iam/principal";
    public static final String TEAM = "aks-iam/team";

    static Meta of(String name, String namespace, List<String> considerations) {
        return new Meta(name, namespace, new LinkedHashMap<>(), new LinkedHashMap<>(), considerations.stream().filter(id -> !id.isEmpty()).distinct().toList());
    }

    /** In another namespace; an empty name leaves it to kustomize. */
    Meta in(String another) {
        return new Meta(name, another, labels, annotations, considerations);
    }

    /** With a label, unless its value is empty. */
    Meta label(String key, String value) {
        return new Meta(name, namespace, with(labels, key, value), annotations, considerations);
    }

    /** With an annotation, unless its value is empty. */
    Meta annotate(String key, String value) {
        return new Meta(name, namespace, labels, with(annotations, key, value), considerations);
    }

    Meta annotate(SequencedMap<String, String> more) {
        var meta = this;
        for (var annotation : more.entrySet()) {
            meta = meta.annotate(annotation.getKey(), annotation.getValue());
        }
        return meta;
    }

    private static SequencedMap<String, String> with(Map<String, String> map, String key, String value) {
        var copy = new TreeMap<>(map);
        if (!value.isEmpty()) {
            copy.put(key, value);
        }
        return Collections.unmodifiableSequencedMap(copy);
    }
}
