package aksiam.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretsTest {
    /** Put together here, so that no scanner takes this file for a leak. */
    private static final String FILL = "abcDEF0123456789".repeat(4);
    private static final String JSON_PART = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}").replace("=", "");

    @Test
    void findsEveryKind() {
        is(Secrets.Kind.PRIVATE_KEY, "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE");
        is(Secrets.Kind.PRIVATE_KEY, "-----BEGIN " + "PRIVATE KEY-----");
        for (var head : new String[]{"", "RSA ", "EC ", "ENCRYPTED ", "OPENSSH "}) {
            is(Secrets.Kind.PRIVATE_KEY, base64("-----BEGIN " + head + "PRIVATE KEY-----\n" + FILL));
        }
        is(Secrets.Kind.JSON_WEB_TOKEN, "Bearer " + JSON_PART + "." + JSON_PART + "." + FILL);
        is(Secrets.Kind.KUBECONFIG_CREDENTIAL, "users:\n- user:\n    token: " + FILL);
        is(Secrets.Kind.KUBECONFIG_CREDENTIAL, "{\"token\": \"" + FILL + "\"}");
        is(Secrets.Kind.KUBECONFIG_CREDENTIAL, "client-key-data: " + FILL);
        is(Secrets.Kind.ACCOUNT_KEY, "DefaultEndpointsProtocol=https;AccountName=x;Account" + "Key=" + FILL + "==;EndpointSuffix=core.windows.net");
        is(Secrets.Kind.SHARED_ACCESS_KEY, "Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccess" + "Key=" + FILL + "=");
        is(Secrets.Kind.SHARED_ACCESS_SIGNATURE, "https://x.blob.core.windows.net/c?sv=2024-11-04&sig=" + FILL + "%3D");
        is(Secrets.Kind.CLIENT_SECRET, "abc8Q" + "~" + FILL.substring(0, 34));
        is(Secrets.Kind.CLIENT_SECRET, "secret=\"x_Y8Q" + "~" + FILL.substring(0, 31) + "\"");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        for (var text : new String[]{"", "payments", "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11",
            "/subscriptions/3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11/resourceGroups/rg", "secret/payments-db",
            "We never paste an AccountKey= or a sig= here.", "Endpoint=sb://x/;SharedAccessKeyName=RootManageSharedAccessKey", "-----BEGIN CERTIFICATE-----",
            base64("-----BEGIN CERTIFICATE-----\nMIIC"),
            "token: short", "design=10%25 done", "the token: of the workload is projected", "eyJ is how a token starts"}) {
            assertEquals(Optional.empty(), Secrets.find(text), text);
        }
    }

    private static void is(Secrets.Kind kind, String text) {
        assertEquals(Optional.of(kind), Secrets.find(text), text);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
