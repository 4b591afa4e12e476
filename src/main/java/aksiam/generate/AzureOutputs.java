package aksiam.generate;

import aksiam.plan.Plan;
import aksiam.plan.StableHash;
import aksiam.plan.Subject;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code azure-outputs.env} of a cluster: lines {@code KEY=VALUE} with what only the Azure deployment knows. It belongs to the
 * deployment: generation keeps the values it finds, adds keys with zero GUIDs, and drops those that nothing uses.
 */
public final class AzureOutputs {
    public static final String NAME = "azure-outputs.env";
    /** Value of a key until the deployment fills it. */
    public static final String ZERO_GUID = "00000000-0000-0000-0000-000000000000";
    private static final Pattern LINE = Pattern.compile("(?m)^([A-Za-z_][A-Za-z0-9_.-]*)=(.*)$");

    /** One line: the id of an identity that a cluster's manifests need. */
    public record Value(String key, Subject subject, Property property) {
    }

    /** Which id of an identity. */
    public enum Property {
        /** For what runs as the identity. */
        CLIENT_ID,
        /** For a binding whose subject is the identity. */
        PRINCIPAL_ID
    }

    private AzureOutputs() {
    }

    /** Where the file of a cluster stands in the bundle. */
    public static String path(String cluster) {
        return "kubernetes/clusters/" + cluster + "/" + NAME;
    }

    /** What the manifests of each cluster need, sorted by key; a cluster that needs nothing is not there. */
    public static Map<String, List<Value>> of(Plan plan) {
        var needed = new TreeMap<String, Set<Value>>();
        for (var account : plan.serviceAccounts()) {
            account.identity().ifPresent(identity -> add(needed, account.cluster(), new Subject.Identity(identity), Property.CLIENT_ID));
        }
        for (var binding : plan.identityBindings()) {
            add(needed, binding.cluster(), new Subject.Identity(binding.identity()), Property.CLIENT_ID);
        }
        for (var binding : plan.kubernetesBindings()) {
            switch (binding.subject()) {
                case Subject.Identity subject when plan.peopleBindable() -> add(needed, binding.cluster(), subject, Property.PRINCIPAL_ID);
                case Subject.ClusterMade subject when plan.peopleBindable() -> add(needed, binding.cluster(), subject, Property.PRINCIPAL_ID);
                case Subject.Identity _, Subject.ClusterMade _, Subject.Entra _, Subject.Account _ -> {
                }
            }
        }
        var values = new TreeMap<String, List<Value>>();
        needed.forEach((cluster, set) -> values.put(cluster, withDistinctKeys(set)));
        return values;
    }

    private static void add(Map<String, Set<Value>> needed, String cluster, Subject subject, Property property) {
        needed.computeIfAbsent(cluster, _ -> new LinkedHashSet<>()).add(new Value(key(subject.label(), property), subject, property));
    }

    private static String key(String label, Property property) {
        return label.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "").replaceAll("^(?=\\d)", "ID_").toUpperCase(Locale.ROOT) + "_" + property;
    }

    /** Names that differ only in case or punctuation get a part of their hash as well. */
    private static List<Value> withDistinctKeys(Set<Value> values) {
        var alike = values.stream().collect(Collectors.groupingBy(Value::key, Collectors.counting()));
        return values.stream()
            .map(value -> alike.get(value.key()) == 1
                ? value
                : new Value(key(value.subject().label() + "_" + StableHash.of(value.subject().label()), value.property()), value.subject(), value.property()))
            .sorted(Comparator.comparing(Value::key)).toList();
    }

    /** Keeps the values of the text that was found. */
    static final class Kept implements KeptFile {
        @Override
        public boolean isAt(String path) {
            return path.endsWith("/" + NAME);
        }

        @Override
        public String keep(String generated, String found) {
            return AzureOutputs.keep(generated, found);
        }
    }

    private static String keep(String generated, String found) {
        Map<String, String> known = LINE.matcher(found).results()
            .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2).strip(), (_, last) -> last));
        return LINE.matcher(generated).replaceAll(line -> {
            var value = known.getOrDefault(line.group(1), "");
            return java.util.regex.Matcher.quoteReplacement(line.group(1) + "=" + (value.isEmpty() ? line.group(2) : value));
        });
    }
}
