package aksiam.generate;

import java.util.Map;
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

    private AzureOutputs() {
    }

    /** Whether a path of the bundle is such a file. */
    public static boolean isOne(String path) {
        return path.endsWith("/" + NAME);
    }

    /** The generated text with the values of the text that was found. */
    public static String keep(String generated, String found) {
        Map<String, String> known = LINE.matcher(found).results().collect(Collectors.toMap(line -> line.group(1), line -> line.group(2).strip(), (_, last) -> last));
        return LINE.matcher(generated).replaceAll(line -> {
            var value = known.getOrDefault(line.group(1), "");
            return java.util.regex.Matcher.quoteReplacement(line.group(1) + "=" + (value.isEmpty() ? line.group(2) : value));
        });
    }
}
