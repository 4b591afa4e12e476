package aksiam.store;

import aksiam.rules.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What went wrong, in one sentence for a person. The exceptions of file systems have only a path as their message. */
public final class Trouble {
    private static final int LONGEST = 300;

    private Trouble() {
    }

    /** Without what was typed, and without a full stop. */
    public static String sentence(Throwable trouble) {
        return switch (trouble) {
            case UncheckedIOException wrapped -> sentence(wrapped.getCause());
            case CompletionException wrapped when wrapped.getCause() != null -> sentence(wrapped.getCause());
            case ExecutionException wrapped when wrapped.getCause() != null -> sentence(wrapped.getCause());
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written by this user";
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            case DirectoryNotEmptyException folder -> folder.getFile() + " is a folder with something in it";
            case FileSystemLoopException loop -> loop.getFile() + " is a link that leads back to itself";
            case FileSystemException failure -> failure.getFile() + " cannot be used: " + (failure.getReason() == null ? words(failure) : failure.getReason());
            case InvalidPathException path -> unusable(path);
            case IOException failure -> isOnlyAPath(failure) ? failure.getMessage() + " cannot be used: " + words(failure) : said(failure);
            case OutOfMemoryError _ -> "there is not enough memory for it";
            case StackOverflowError _ -> "something in it is nested too deeply, or refers to itself";
            default -> "something unexpected happened inside of the application: " + words(trouble) + at(trouble);
        };
    }

    private static String unusable(InvalidPathException path) {
        boolean charset = String.valueOf(path.getReason()).contains("unmappable");
        return "\"" + Secrets.hide(path.getInput()) + "\" cannot be the name of a file here: "
            + (charset ? "the locale of this system has no such letters; LC_ALL=C.UTF-8 has them" : path.getReason());
    }

    private static boolean isOnlyAPath(IOException failure) {
        var message = failure.getMessage();
        return message != null && !message.isBlank() && !message.contains(" ");
    }

    private static String said(IOException failure) {
        var message = failure.getMessage();
        var line = message == null || message.isBlank() ? words(failure) : Secrets.hide(message);
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** NoSuchElementException: no such element. */
    private static String words(Throwable trouble) {
        var name = trouble.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
        return name.isEmpty() ? "unknown" : name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String at(Throwable trouble) {
        for (var frame : trouble.getStackTrace()) {
            if (frame.getClassName().startsWith("aksiam.")) {
                return " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }
}
