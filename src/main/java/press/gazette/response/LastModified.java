package press.gazette.response;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The date of a response: that of the last change in the ledger, so that it counts removals and never goes back.
 *
 * <p>HTTP dates have whole seconds, and a transaction is dated shortly before its commit is visible. A recent date is therefore
 * sent as earlier than it is: a client that revalidates with it gets the response once too often, and never a 304 for content
 * that has changed within the same second.
 *
 * @param lastChange time of the last change in the ledger before the response was made
 * @param now time of the response
 */
public record LastModified(Instant lastChange, Instant now) {

    /** Longer than the time from the date of a transaction until its commit is visible. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** The value of the header Last-Modified. */
    @Override
    public String toString() {
        return HttpDate.format(isSettled() ? lastChange : now.minus(SETTLED));
    }

    /**
     * The header Last-Modified.
     *
     * @param settled the header for a date that is no longer recent
     */
    public PreparedHeaders header(PreparedHeaders settled) {
        return isSettled() ? settled : PreparedHeaders.of("Last-Modified", toString());
    }

    private boolean isSettled() {
        return lastChange.isBefore(now.minus(SETTLED));
    }

    /** True if nothing has changed after the date in If-Modified-Since; false if that is not a date. */
    boolean isNoLaterThan(String ifModifiedSince) {
        return HttpDate.parse(ifModifiedSince, now)
                .map(since -> !lastChange.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .orElse(false);
    }
}
