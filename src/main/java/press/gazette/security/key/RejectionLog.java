package press.gazette.security.key;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/** Counts rejected keys and tokens, and logs at most one line a minute; never the key or token itself. */
@Singleton
final class RejectionLog {

    private static final Logger LOG = Logger.getLogger(RejectionLog.class);

    /** Guessing must not fill the disk. */
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final Counter rejected;
    private final AtomicLong unlogged = new AtomicLong();
    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

    RejectionLog(MeterRegistry metrics) {
        rejected = metrics.counter("gazette.keys.rejected");
    }

    void record(String address) {
        rejected.increment();
        unlogged.incrementAndGet();
        long due = nextLine.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + PAUSE)) {
            LOG.warnf(
                    "Keys or tokens have been rejected; rejectedSinceLastLine=%d lastAddress=%s",
                    unlogged.getAndSet(0), address);
        }
    }
}
