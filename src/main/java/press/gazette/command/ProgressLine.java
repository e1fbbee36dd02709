package press.gazette.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The progress of an import in one line: items, rate, time left, losses. In a terminal the line is written over. */
final class ProgressLine {

    private static final Duration APART_IN_A_FILE = Duration.ofSeconds(10);
    private static final int SECONDS = 60;

    private final PrintStream out;
    private final long total;
    private final boolean inTerminal;
    private final long begun;
    private long written;
    private int width;

    /**
     * Begins.
     *
     * @param total the number of items; 0: not known
     * @param now in nanoseconds, as the other moments
     */
    ProgressLine(PrintStream out, long total, boolean inTerminal, long now) {
        this.out = out;
        this.total = total;
        this.inTerminal = inTerminal;
        this.begun = now;
        this.written = now - APART_IN_A_FILE.toNanos();
    }

    void at(long done, long lost, long now) {
        if (inTerminal) {
            String line = line(done, lost, now);
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        } else if (now - written >= APART_IN_A_FILE.toNanos()) {
            out.println(line(done, lost, now));
            written = now;
        }
    }

    /** Ends the line. */
    void end() {
        if (inTerminal && width > 0) {
            out.println();
        }
    }

    String line(long done, long lost, long now) {
        double seconds = Math.max(1e-3, (now - begun) / 1e9);
        double rate = done / seconds;
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%,d", done));
        if (total > 0) {
            line.append(String.format(Locale.ROOT, " of %,d items", total));
        } else {
            line.append(" items");
        }
        line.append(String.format(Locale.ROOT, ", %,.0f/s", rate));
        if (total > done && done > 0) {
            line.append(", ").append(time((long) ((total - done) / rate))).append(" left");
        }
        return line.append(String.format(Locale.ROOT, ", %,d left out or failed", lost))
                .toString();
    }

    private static String time(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / SECONDS, seconds % SECONDS);
    }
}
