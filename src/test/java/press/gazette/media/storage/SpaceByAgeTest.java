package press.gazette.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SpaceByAgeTest {

    @Test
    void stepsAreOrderedAndShort() {
        Random ages = new Random(7);
        long last = 0;
        for (int i = 0; i < 10_000; i++) {
            long seconds = ages.nextInt((int) Duration.ofDays(4_000).toSeconds());
            int step = step(seconds);
            assertThat(step(seconds + 1)).isBetween(step, step + 1);
            assertThat(step(seconds + seconds / 64 + 1)).as("%d s", seconds).isGreaterThan(step);
            assertThat(Integer.signum(step - step(last))).isIn(0, Long.signum(seconds - last));
            last = seconds;
        }
        assertThat(step(-5)).isZero();
        assertThat(step(Long.MAX_VALUE)).isPositive();
    }

    @Test
    void oldestSpaceIsCutWithinAStep() {
        SpaceByAge space = new SpaceByAge();
        space.add(Duration.ofSeconds(Long.MAX_VALUE), 10);
        space.add(Duration.ofHours(5), 10);
        space.add(Duration.ofHours(5), 20);
        space.add(Duration.ofHours(1), 40);
        assertThat(space.oldest(10)).isEqualTo(new SpaceByAge.Cut(step(Long.MAX_VALUE), 10));
        assertThat(space.oldest(15)).isEqualTo(new SpaceByAge.Cut(step(5 * 3_600), 5));
        assertThat(space.oldest(41).step()).isEqualTo(step(3_600));
        assertThat(space.oldest(1_000).step()).as("all").isZero();
    }

    private static int step(long seconds) {
        return SpaceByAge.step(Duration.ofSeconds(seconds));
    }
}
