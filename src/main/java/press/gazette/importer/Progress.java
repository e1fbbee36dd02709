package press.gazette.importer;

import java.time.Duration;

import org.jboss.logging.Logger;

/** Logs the progress of a load periodically. */
final class Progress {

    private static final Logger LOG = Logger.getLogger(Progress.class);

    /** Frequent enough that a slow load does not look like a hanging one. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final String what;
    private final int of;
    private long next = System.nanoTime() + EVERY.toNanos();

    /**
     * Starts the timer.
     *
     * @param what the content, for the log
     * @param of the number of steps or articles
     */
    Progress(String what, int of) {
        this.what = what;
        this.of = of;
    }

    void at(int done) {
        if (System.nanoTime() - next >= 0) {
            next = System.nanoTime() + EVERY.toNanos();
            LOG.infof("Loading %s; done=%d of=%d", what, done, of);
        }
    }
}
