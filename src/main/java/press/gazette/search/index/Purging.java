package press.gazette.search.index;

import java.time.Duration;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.time.Backoff;
import press.gazette.time.Work;

/** Passes {@link Purge}s from the thread that moves the index on to the one that rewrites files. */
final class Purging {

    private static final Logger LOG = Logger.getLogger(Purging.class);

    private final Backoff backoff;

    /** Used by the rewriting thread only. */
    private int failures;

    private volatile @Nullable Purge purge;
    private volatile Runnable atPurge = () -> {};

    Purging(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Registers what runs when {@link #round} has work. */
    void atPurge(Runnable wake) {
        atPurge = wake;
    }

    /** Asks for the purge that the index needs. True: one is done, and a commit has to follow, which removes the old files. */
    boolean follow(LedgerIndex index) throws IndexFailure {
        Purge asked = purge;
        boolean isDone = false;
        if (asked != null && asked.isOf(index.generation())) {
            if (!asked.isDone()) {
                return false;
            }
            index.purged(asked.seq());
            isDone = true;
        }
        purge = null;
        if (index.purge() > 0) {
            purge = new Purge(index.generation(), index.purge());
            atPurge.run();
        }
        return isDone;
    }

    /** Rewrites the files. Returns the time until the retry. */
    Duration round() {
        Purge asked = purge;
        if (asked == null || asked.isDone()) {
            return Work.UNTIL_WOKEN;
        }
        try {
            asked.run();
            failures = 0;
            return Work.UNTIL_WOKEN;
        } catch (IndexFailure e) {
            failures++;
            LOG.warnf("%s; it is retried", e.getMessage());
            return backoff.after(failures);
        }
    }
}
