package aksiam.testkit;

import aksiam.model.Design;
import aksiam.store.DesignFile;
import aksiam.store.UnreadableDesign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The designs that tests read: the presets of the product and the published designs of the cases. */
public final class Designs {
    public static final List<String> PRESETS = List.of("small-team", "shared-platform", "regulated", "fleet");
    public static final List<String> CASES = List.of("aks-baseline", "lza-private-cluster", "lza-cosmos", "aks-regulated", "aks-multi-region",
        "cluster-in-use", "aks-dronedelivery", "flux-multi-tenancy", "aks-tenants", "aks-pim");

    private Designs() {
    }

    /** Presets and cases by name. */
    public static List<String> all() {
        return Stream.concat(PRESETS.stream(), CASES.stream()).toList();
    }

    /** The design of a preset or case. */
    public static Design read(String name) {
        var resource = (PRESETS.contains(name) ? "/aksiam/presets/" : "/designs/") + name + DesignFile.ENDING;
        try {
            return DesignFile.parse(text(resource), resource);
        } catch (UnreadableDesign e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The text of a resource of the tests or of the product. */
    public static String text(String resource) {
        try (var stream = Designs.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
