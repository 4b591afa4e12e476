import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts a script with the same options in the place of the Linux launcher of an application image: LaunchScript IMAGE NAME. That launcher asks the package
 * manager each time which package it belongs to, which takes longer than the start of Java.
 */
final class LaunchScript {
    private static final String SCRIPT = """
        #!/bin/sh
        here=$(readlink -f "$0")
        lib=${here%%/bin/*}/lib
        unset JDK_JAVA_OPTIONS
        exec "$lib/runtime/bin/java" %s -cp "%s" %s "$@"
        """;

    public static void main(String[] arguments) throws Exception {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        var image = Path.of(arguments[0]);
        var name = arguments[1];
        var configuration = image.resolve("lib", "app", name + ".cfg");
        var lines = Files.readAllLines(configuration).stream().map(line -> line.replace("$APPDIR", "$lib/app")).toList();
        var options = values(lines, "java-options").stream().map(option -> '"' + option + '"').collect(Collectors.joining(" "));
        var script = SCRIPT.formatted(options, String.join(":", values(lines, "app.classpath")), values(lines, "app.mainclass").getFirst());
        var launcher = image.resolve("bin", name);
        Files.delete(launcher); // it cannot be written to
        Files.writeString(launcher, script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(image.resolve("lib", "libapplauncher.so"));
        Files.delete(configuration);
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream().filter(line -> line.startsWith(key + "=")).map(line -> line.substring(key.length() + 1)).toList();
    }
}
