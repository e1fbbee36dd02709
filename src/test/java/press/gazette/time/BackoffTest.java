package press.gazette.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "31, 60", "1000000, 60"})
    void pauseIsBetweenHalfOfTheDoubledPauseAndAllOfIt(int failures, int seconds) {
        for (int i = 0; i < 100; i++) {
            assertThat(BACKOFF.after(failures))
                    .isBetween(Duration.ofMillis(500L * seconds), Duration.ofSeconds(seconds));
        }
    }

    @Property
    void pauseNeverOverflows(@ForAll @IntRange(min = 1) int failures) {
        assertThat(new Backoff(Duration.ofMinutes(1), Duration.ofHours(1)).after(failures))
                .isBetween(Duration.ofSeconds(30), Duration.ofHours(1));
    }
}
