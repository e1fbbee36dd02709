package press.gazette.connection;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;
import org.jspecify.annotations.Nullable;

/**
 * Throttles the log of connections that cannot be accepted to one line in ten minutes, without a stack trace. While the process
 * has no file descriptor left, Netty retries each second and logs each time.
 */
@LoggingFilter(name = "accept-failures")
public final class AcceptFailures implements Filter {

    private static final String LOGGER = "io.netty.channel.DefaultChannelPipeline";
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private @Nullable Instant last;

    @Override
    public synchronized boolean isLoggable(LogRecord logged) {
        if (!LOGGER.equals(logged.getLoggerName()) || !(logged.getThrown() instanceof IOException failure)) {
            return true;
        }
        Instant now = logged.getInstant();
        if (last != null && now.isBefore(last.plus(PAUSE))) {
            return false;
        }
        last = now;
        logged.setThrown(null);
        logged.setMessage("Connections cannot be accepted; this is logged once in ten minutes. cause=" + failure);
        return true;
    }
}
