package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

import org.junit.jupiter.api.Assertions;

/**
 * The effort that one document may cost, as a multiple of that of an ordinary document of the greatest length. Build machines differ
 * and share their processors; they slow both alike.
 */
final class Effort {

    /** Ends a test that hangs. */
    private static final Duration REASONABLE = Duration.ofMinutes(1);

    /** The worst inputs known take as long as the ordinary one; with effort that grows with the square of its length, a hundred times. */
    private static final int MOST = 4;

    private static final int ATTEMPTS = 4;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final String ORDINARY =
            "<p>The <em>lock</em> is <a href='https://a.example/'>closed</a> until May, says the port of Averil.</p>\n"
                    .repeat(9_000);

    /** The least effort seen, in nanoseconds of processor time. */
    private static long ordinary = Long.MAX_VALUE;

    private Effort() {}

    /**
     * The work is done, or rejects its input, with reasonable effort at the best of some attempts. The ordinary document is measured
     * anew beside an attempt that was too slow: both have then met the same machine.
     */
    static void answers(Runnable work) {
        if (ordinary == Long.MAX_VALUE) {
            measureOrdinary();
            measureOrdinary();
        }
        long best = measured(work);
        long allowed = ordinary * MOST;
        for (int attempt = 1; attempt < ATTEMPTS && best > allowed; attempt++) {
            allowed = Math.max(allowed, measureOrdinary() * MOST);
            best = Math.min(best, measured(work));
        }
        assertThat(best).as("nanoseconds of processor time").isLessThanOrEqualTo(allowed);
    }

    private static long measureOrdinary() {
        long now = measured(() -> Body.fromHtml(ORDINARY).html());
        ordinary = Math.min(ordinary, now);
        return now;
    }

    private static long measured(Runnable work) {
        return Assertions.assertTimeoutPreemptively(REASONABLE, () -> {
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                work.run();
            } catch (IllegalArgumentException rejection) {
                assertThat(rejection).hasMessageContaining("must");
            }
            return THREADS.getCurrentThreadCpuTime() - start;
        });
    }
}
