package aksiam.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** One run of a command in this process. */
record Run(int code, String out, String err) {
    static Run of(Object... arguments) {
        return of(_ -> {
            throw new Window.NoDisplay("the window needs a display, and there is none: Unable to open DISPLAY");
        }, arguments);
    }

    static Run of(Window window, Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Cli.run(new PrintWriter(out), new PrintWriter(err), window, Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    List<String> errors() {
        return err.lines().toList();
    }
}
