package aksiam.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The product itself. */
public final class Product {
    private Product() {
    }

    /** The version that the build wrote, such as 0.1.0. */
    public static String version() {
        try (var stream = Product.class.getResourceAsStream("/aksiam/version.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
