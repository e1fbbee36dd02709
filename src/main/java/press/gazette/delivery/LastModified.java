package press.gazette.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import press.gazette.delivery.cache.Head;

/**
 * The date of an answer: that of the last change in the ledger, so that it counts removals and never goes back.
 *
 * <p>HTTP dates have whole seconds only, and a transaction is dated shortly before its commit is seen. A date that is
 * still warm is therefore given as earlier than it is: whoever asks again with it gets the answer once too often rather
 * than a 304 for something that has changed within the same second.
 *
 * @param lastChange when the ledger was last written before the answer was made
 * @param now when the answer is made
 */
record LastModified(Instant lastChange, Instant now) {

    /** Longer than a commit takes to be seen after it was dated. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** The value of the header Last-Modified. */
    @Override
    public String toString() {
        return HttpDate.format(isSettled() ? lastChange : now.minus(SETTLED));
    }

    /** The header itself, given what it is once it is the same from then on. */
    Head header(Head settled) {
        return isSettled() ? settled : Head.of("Last-Modified", toString());
    }

    private boolean isSettled() {
        return lastChange.isBefore(now.minus(SETTLED));
    }

    /** Whether nothing has changed after the date that a client sent in If-Modified-Since; a date unread says nothing. */
    boolean isNoLaterThan(String ifModifiedSince) {
        return HttpDate.parse(ifModifiedSince, now)
                .map(since -> !lastChange.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .orElse(false);
    }
}
