package press.gazette.webhook.dispatch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The pauses between attempts that Standard Webhooks 1.0.0 recommends: ten attempts within three days and four hours. */
final class RetrySchedule {

    /** By the number of failed attempts. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** A receiver cannot put an attempt off for longer. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Each pause is up to a tenth longer, so that events of one failure do not all return at once. */
    private static final double JITTER = 0.1;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetrySchedule() {}

    /**
     * The time of the next attempt; null if there is none.
     *
     * @param failures the number of failed attempts
     * @param retryAfter the receiver's header of this name; null: none
     * @param random from 0 to 1
     */
    static @Nullable Instant next(int failures, @Nullable String retryAfter, Instant now, double random) {
        if (failures > PAUSES.size()) {
            return null;
        }
        Duration pause = PAUSES.get(failures - 1);
        Duration longer = pause.plusMillis(Math.round(pause.toMillis() * JITTER * random));
        Duration wanted = retryAfter == null ? Duration.ZERO : wanted(retryAfter.strip(), now);
        Duration bounded = wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
        return now.plus(longer.compareTo(bounded) > 0 ? longer : bounded).truncatedTo(ChronoUnit.MICROS);
    }

    /** Seconds or a date (RFC 9110 §10.2.3); anything else is ignored. */
    private static Duration wanted(String retryAfter, Instant now) {
        if (SECONDS.matcher(retryAfter).matches()) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            Instant date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, date);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
