package aksiam.store;

import java.util.List;
import java.util.stream.Collectors;

/** A design file that cannot be opened, with every fault that one pass finds. */
public final class UnreadableDesign extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    UnreadableDesign(List<Fault> faults) {
        super(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
