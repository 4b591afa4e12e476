package aksiam.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformNamespacesTest {
    @Test
    void eachSaysWhatMakesItAndWhereThatWasRead() {
        for (var known : PlatformNamespaces.all()) {
            assertTrue(Format.DNS_LABEL.fits(known.name()) && !known.of().isBlank() && !known.source().isBlank(), known.name());
        }
        for (var name : List.of("default", "kube-system", "gatekeeper-system", "app-routing-system", "flux-system")) {
            assertTrue(PlatformNamespaces.contains(name), name);
        }
        assertFalse(PlatformNamespaces.contains("shop"));
    }
}
