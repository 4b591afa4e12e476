package aksiam.testkit;

import aksiam.generate.Bundle;
import aksiam.generate.BundleWriter;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import aksiam.store.DesignFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes bundles for tests, as the command line does. */
public final class Bundles {
    private Bundles() {
    }

    /** Writes everything that a design generates into a folder and gives the folder back. */
    public static Path write(Design design, Path folder) {
        try {
            BundleWriter.write(BundleWriter.plan(of(design), folder), false, BundleWriter.Progress.NONE);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Bundle of(Design design) {
        return Bundle.of(Source.of(design), DesignFile.print(design), "test", Templates.embedded());
    }
}
