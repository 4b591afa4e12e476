package aksiam;

import aksiam.cli.Cli;
import aksiam.cli.Window;
import aksiam.ui.App;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Start of the window and of the commands. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) throws IOException {
        if (Boolean.getBoolean("aksiam.train")) {
            System.exit(Training.run(Main::open));
        }
        System.exit(Cli.run(writer(FileDescriptor.out), writer(FileDescriptor.err), Main::open, arguments));
    }

    private static void open(Optional<Path> file) throws Window.NoDisplay {
        try {
            App.open(file);
        } catch (UnsupportedOperationException e) {
            throw new Window.NoDisplay("the window needs a display, and there is none: " + e.getMessage());
        }
    }

    /** UTF-8 whatever the terminal says, because what is printed is often redirected into a file. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
