package aksiam.workshop;

import aksiam.model.Design;
import aksiam.store.AtomicFiles.Stamp;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A design and the file it came from.
 *
 * @param file  empty while it has none
 * @param stamp what the file held when it was read or written last
 */
public record Document(Design design, Optional<Path> file, Stamp stamp) {
    static Document fresh(Design design) {
        return new Document(design, Optional.empty(), Stamp.ABSENT);
    }
}
