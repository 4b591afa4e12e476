package aksiam.generate.bicep;

import aksiam.model.PortableName;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** File names made of names that people type: one folder deep, and none twice, also where upper and lower case are the same. */
final class PathNames {
    private final Set<String> used = new HashSet<>();

    /** A name as one segment of a path. */
    static String segment(String name) {
        return PortableName.of(name);
    }

    /** The path of a parameter file, numbered when it is taken. */
    String unique(String base) {
        var path = base;
        for (int number = 2; !used.add(path.toLowerCase(Locale.ROOT)); number++) {
            path = base + "-" + number;
        }
        return path + ".bicepparam";
    }
}
