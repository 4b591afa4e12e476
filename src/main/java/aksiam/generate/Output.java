package aksiam.generate;

import java.util.List;

/** A group of files of the bundle that belongs together and can be asked for with {@code --only}. */
public interface Output {
    /** Name for {@code --only}: infra, roles, policy, entra, pim, kubernetes, checks, records. */
    String id();

    /** What it holds, in two or three words. */
    String title();

    /** What it is, in one sentence for {@code explain}. */
    String description();

    /** The files that the design asks for. Pure: the same source gives the same files. */
    List<Artefact> render(Source source, Templates templates);
}
