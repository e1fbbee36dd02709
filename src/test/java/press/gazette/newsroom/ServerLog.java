package press.gazette.newsroom;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that the server logs, from the beginning to the end of a test. */
public final class ServerLog extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private ServerLog() {}

    public static ServerLog begin() {
        ServerLog log = new ServerLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    /** Each with its level, its parameters and its exception. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
