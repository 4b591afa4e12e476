package aksiam.generate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a template may run and how much it may print. A template that somebody changed may loop without end.
 *
 * @param time in a thread of its own, which is left behind when it is over; zero: without a limit, in this thread
 */
record Bounds(Duration time, int characters) {
    /** Far more than any template of the product needs. */
    static final Bounds OF_OWN_TEMPLATES = new Bounds(Duration.ofSeconds(60), 64 * 1024 * 1024);
    static final Bounds OF_THE_PRODUCT = new Bounds(Duration.ZERO, 256 * 1024 * 1024);

    /** Something that prints. */
    interface Printing {
        void into(Writer out) throws Exception;
    }

    /** It went over the bounds; the message says over which. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;

        Exceeded(String message) {
            super(message);
        }
    }

    String print(int typicalLength, Printing printing) throws Exception {
        var out = new StringWriter(typicalLength);
        var bounded = new Bounded(out, characters);
        if (time.isZero()) {
            printing.into(bounded);
            return out.toString();
        }
        var task = new FutureTask<String>(() -> {
            printing.into(bounded);
            return out.toString();
        });
        var thread = Thread.ofPlatform().daemon().name("template").start(task);
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            bounded.close();
            thread.interrupt();
            throw new Exceeded("does not end within " + time.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Exception cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw e;
            }
        }
    }

    /** Takes so many characters and no more. */
    private static final class Bounded extends Writer {
        private final Writer out;
        private final int most;
        private long written;
        private volatile boolean closed;

        Bounded(Writer out, int most) {
            this.out = out;
            this.most = most;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            written += length;
            if (closed || written > most) {
                throw new Exceeded("prints more than " + most + " characters");
            }
            out.write(text, from, length);
        }

        @Override
        public void flush() {
            // All of it stays in memory.
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
