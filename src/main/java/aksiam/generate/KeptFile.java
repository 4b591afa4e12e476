package aksiam.generate;

import aksiam.generate.bicep.AssignedNames;
import aksiam.generate.removal.Removals;
import java.util.List;
import java.util.Optional;

/** A file that the deployment or an earlier generation fills: generating again keeps what stands in it, and it never counts as edited. */
public interface KeptFile {
    List<KeptFile> ALL = List.of(new AzureOutputs.Kept(), new AssignedNames.Kept(), new Removals());

    /** Whether a path of the bundle is such a file. */
    boolean isAt(String path);

    /** Whether what was found can be read to its end. Nothing is generated over a file that cannot, because what it kept would be lost. */
    default boolean isWhole(String found) {
        return true;
    }

    /** The text to write: the generated one with what has to be kept of the text that was found. */
    String keep(String generated, String found);

    static Optional<KeptFile> of(String path) {
        return ALL.stream().filter(file -> file.isAt(path)).findFirst();
    }
}
