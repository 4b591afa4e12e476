package aksiam.testkit;

import aksiam.generate.Artefact;
import aksiam.generate.Bundle;
import aksiam.generate.BundleWriter;
import aksiam.generate.Escaping;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.WritePlan;
import aksiam.model.Design;
import aksiam.store.DesignFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes bundles for tests, as the command line does. */
public final class Bundles {
    private Bundles() {
    }

    /** Writes everything that a design generates into a folder and gives the folder back. */
    public static Path write(Design design, Path folder) {
        try {
            BundleWriter.write(WritePlan.of(of(design), folder), BundleWriter.Progress.NONE);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Bundle of(Design design) {
        var source = Source.of(design);
        return Bundle.of(source, DesignFile.print(source.design()), "test", Templates.embedded());
    }

    /** Writes some files, and a manifest that says where each parameter file is deployed, for the checker of the Azure outputs. */
    public static Path write(List<Artefact> files, Path folder) {
        try {
            for (var file : files) {
                var path = folder.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text());
            }
            Files.writeString(folder.resolve("manifest.json"),
                files.stream()
                    .map(
                        file -> "{\"path\": " + Escaping.json(file.path()) + file.scope().map(scope -> ", \"scope\": " + Escaping.json(scope)).orElse("") + "}")
                    .collect(Collectors.joining(",\n", "{\"files\": [\n", "\n]}\n")));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
