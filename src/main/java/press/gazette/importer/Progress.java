package press.gazette.importer;

import java.time.Duration;

import org.jboss.logging.Logger;

/** Says in the log how far a load has come, now and then. */
final class Progress {

    private static final Logger LOG = Logger.getLogger(Progress.class);

    /** Often enough that nobody takes a slow load for one that hangs. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final String what;
    private final int of;
    private long next = System.nanoTime() + EVERY.toNanos();

    /**
     * Begins to count the time.
     *
     * @param what is loaded, in the log's words
     * @param of how many steps or articles there are
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
