package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

import org.junit.jupiter.api.Assertions;

/** The effort that one document may cost. */
final class Effort {

    /** Ends a test that hangs. Build machines share their processors, so the promise is measured in processor time. */
    private static final Duration REASONABLE = Duration.ofSeconds(10);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The promise for every input that a body may have. */
    private static final Duration PROCESSOR = Duration.ofSeconds(1);

    private Effort() {}

    /** The work is done, or rejects its input, within the promised time. */
    static void answers(Runnable work) {
        Assertions.assertTimeoutPreemptively(REASONABLE, () -> {
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                work.run();
            } catch (IllegalArgumentException refusal) {
                assertThat(refusal).hasMessageContaining("must");
            }
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                    .isLessThan(PROCESSOR);
        });
    }
}
