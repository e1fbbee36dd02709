package press.gazette.delivery.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long clients may keep the server waiting.
 *
 * @param head for a complete head
 * @param grace for content, however little comes
 * @param bytesPerSecond what content has to bring on average, the grace not counted
 */
record Patience(Duration head, Duration grace, long bytesPerSecond) {

    boolean isOverForHead(long nanos) {
        return nanos > head.toNanos();
    }

    boolean isOverForContent(long nanos, long bytes) {
        long counted = nanos - grace.toNanos();
        return counted > 0 && bytes < counted * (double) bytesPerSecond / TimeUnit.SECONDS.toNanos(1);
    }

    /** How often to look whether it is over: late by a twentieth at most. */
    Duration check() {
        Duration shorter = head.compareTo(grace) < 0 ? head : grace;
        Duration least = Duration.ofMillis(10);
        Duration check = shorter.dividedBy(20);
        return check.compareTo(least) < 0 ? least : check;
    }
}
