import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Adds a Java option to the launcher of an application image: AppendJavaOption CFG OPTION. */
final class AppendJavaOption {
    public static void main(String[] arguments) throws Exception {
        Files.writeString(Path.of(arguments[0]), "java-options=" + arguments[1] + System.lineSeparator(), StandardOpenOption.APPEND);
    }
}
