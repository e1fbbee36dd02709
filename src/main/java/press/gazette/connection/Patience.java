package press.gazette.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The longest times in which the server waits for a client.
 *
 * @param head for a complete head
 * @param grace for content of any rate
 * @param bytesPerSecond the lowest average rate of content, without the grace
 */
record Patience(Duration head, Duration grace, long bytesPerSecond) {

    boolean isOverForHead(long nanos) {
        return nanos > head.toNanos();
    }

    boolean isOverForContent(long nanos, long bytes) {
        long counted = nanos - grace.toNanos();
        return counted > 0 && bytes < counted * (double) bytesPerSecond / TimeUnit.SECONDS.toNanos(1);
    }

    /** The interval of checks: an end is noticed at most a twentieth too late. */
    Duration check() {
        Duration shorter = head.compareTo(grace) < 0 ? head : grace;
        Duration least = Duration.ofMillis(10);
        Duration check = shorter.dividedBy(20);
        return check.compareTo(least) < 0 ? least : check;
    }
}
