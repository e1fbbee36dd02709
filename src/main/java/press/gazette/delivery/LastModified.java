package press.gazette.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /** {@link DateTimeFormatter#RFC_1123_DATE_TIME} writes days without a leading zero, which HTTP does not allow. */
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int PIVOT_YEARS = 50;

    /** The value of the header Last-Modified. */
    @Override
    public String toString() {
        Instant settled = now.minus(SETTLED);
        return IMF_FIXDATE.format(lastChange.isBefore(settled) ? lastChange : settled);
    }

    /** Whether nothing has changed after the date that a client sent in If-Modified-Since; a date unread says nothing. */
    boolean isNoLaterThan(String ifModifiedSince) {
        return parse(ifModifiedSince, now)
                .map(since -> !lastChange.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .orElse(false);
    }

    /** Reads one of the three forms of a date in HTTP (RFC 9110 §5.6.7); anything else is to be ignored, so: empty. */
    static Optional<Instant> parse(String date, Instant now) {
        int century = now.atZone(ZoneOffset.UTC).getYear() - PIVOT_YEARS;
        DateTimeFormatter rfc850 = new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, century)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        DateTimeFormatter asctime = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        for (DateTimeFormatter form : List.of(IMF_FIXDATE, rfc850, asctime)) {
            try {
                return Optional.of(Instant.from(form.parse(date)));
            } catch (DateTimeParseException e) {
                // Then it is one of the other forms, or none.
            }
        }
        return Optional.empty();
    }
}
