package press.gazette.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of attempts. */
class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void tenAttemptsAreMadeInThreeDays() {
        List<Duration> pauses = new ArrayList<>();
        Instant at = NOW;
        int failures = 1;
        for (Instant next = next(failures, null, at); next != null; next = next(failures, null, at)) {
            pauses.add(Duration.between(at, next));
            at = next;
            failures++;
        }
        assertThat(failures).as("attempts").isEqualTo(10);
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(Duration.between(NOW, at)).isGreaterThan(Duration.ofDays(3));
    }

    @Test
    void jitterOnlyLengthensThePause() {
        assertThat(RetrySchedule.next(1, null, NOW, 1)).isEqualTo(NOW.plusMillis(5_500));
        assertThat(RetrySchedule.next(9, null, NOW, 0.5)).isEqualTo(NOW.plus(Duration.ofMinutes(24 * 63)));
    }

    @Test
    void receiverMayAskForALongerPause() {
        assertThat(next(1, "120", NOW)).isEqualTo(NOW.plusSeconds(120));
        assertThat(next(1, " 120 ", NOW)).isEqualTo(NOW.plusSeconds(120));
        assertThat(next(1, "1", NOW)).isEqualTo(NOW.plusSeconds(5));
        assertThat(next(1, "999999999", NOW)).isEqualTo(NOW.plus(Duration.ofHours(24)));
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plusSeconds(90).atZone(ZoneOffset.UTC));
        assertThat(next(1, date, NOW)).isEqualTo(NOW.plusSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Mon, 99 Nov 2026 10:00:00 GMT"})
    void unreadableRetryAfterIsIgnored(String retryAfter) {
        assertThat(next(1, retryAfter, NOW)).isEqualTo(NOW.plusSeconds(5));
    }

    private static Instant next(int failures, String retryAfter, Instant now) {
        return RetrySchedule.next(failures, retryAfter, now, 0);
    }
}
