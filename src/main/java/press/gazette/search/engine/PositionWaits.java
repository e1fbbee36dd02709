package press.gazette.search.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Requests that wait until the index knows of a change. Each holds a thread: beyond a few nobody waits. */
public final class PositionWaits {

    private static final int MOST = 16;

    private final LongSupplier seq;
    private final Object moved = new Object();
    private final Semaphore waiting = new Semaphore(MOST);

    /** @param seq the number of the last change that the index knows of; negative: there is no index */
    public PositionWaits(LongSupplier seq) {
        this.seq = seq;
    }

    /** Waits for a change; false if the index does not know it in that time, or there is none. */
    public boolean reaches(long wanted, Duration patience) {
        long known = seq.getAsLong();
        if (known >= wanted) {
            return true;
        }
        if (known < 0 || !waiting.tryAcquire()) {
            return false;
        }
        try {
            return reachesBefore(wanted, System.nanoTime() + patience.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    private boolean reachesBefore(long wanted, long deadline) throws InterruptedException {
        synchronized (moved) {
            while (seq.getAsLong() < wanted) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || seq.getAsLong() < 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(moved, left);
            }
        }
        return true;
    }

    /** Ends the waits for changes that the index knows by now. */
    public void moved() {
        synchronized (moved) {
            moved.notifyAll();
        }
    }
}
