package aksiam.model;

import java.util.regex.Pattern;

/** Names that people type, as names of files and folders that every system can have. */
public final class PortableName {
    /** "Naming Files, Paths, and Namespaces" of Microsoft Learn: reserved with any extension, in any case. */
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\\..*)?");
    private static final Pattern UNUSABLE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\s]|^\\.+|[. ]+$");

    private PortableName() {
    }

    /** Whether no file or folder of Windows can have the name. */
    public static boolean isReserved(String name) {
        return RESERVED.matcher(name).matches();
    }

    /** A name as one segment of a path. What Windows reserves gets an underscore, which no name of Kubernetes holds. */
    public static String of(String name) {
        var usable = UNUSABLE.matcher(name).replaceAll("-");
        var reserved = RESERVED.matcher(usable);
        return reserved.matches() ? reserved.group(1) + "_" + usable.substring(reserved.end(1)) : usable;
    }
}
