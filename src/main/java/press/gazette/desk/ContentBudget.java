package press.gazette.desk;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import io.vertx.ext.web.RoutingContext;

import press.gazette.admission.ContentBound;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Bounds the bytes of request contents that are processed at the same time, since each takes many times its size of the
 * heap. A request without room waits in order, on its worker thread; if too many wait, or it waits too long, it gets
 * 503.
 */
@Singleton
public class ContentBudget {

    /** Smaller contents are not counted; all worker threads together cannot hold much of them. */
    private static final long SMALL = 64 * 1_024;

    /** Leaves worker threads to other requests when many large contents arrive. */
    private static final int MOST_WAITING = 16;

    /** Less than gazette.write-deadline, within which a late request must still end. */
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final int bytes;
    private final Semaphore free;

    ContentBudget(DeskConfig config) {
        long set = config.contentMemory().asLongValue();
        long most = set > 0 ? set : ContentBound.heapShare();
        bytes = (int) Math.min(most, Integer.MAX_VALUE);
        free = new Semaphore(bytes, true);
    }

    /**
     * Reserves the memory of a content before it is read, until the end of the request. A content larger than the
     * budget takes all of it.
     */
    void take(RoutingContext request, long size) {
        if (size <= SMALL) {
            return;
        }
        int taken = (int) Math.min(size, bytes);
        if (free.getQueueLength() >= MOST_WAITING || !acquire(taken)) {
            throw busy();
        }
        AtomicBoolean returned = new AtomicBoolean();
        Runnable release = () -> {
            if (returned.compareAndSet(false, true)) {
                free.release(taken);
            }
        };
        request.addEndHandler(ended -> release.run());
        if (request.response().ended() || request.response().closed()) {
            // The client has gone meanwhile, and the end handler will not be called.
            release.run();
            throw busy();
        }
    }

    private static Problem busy() {
        return Problem.of(ProblemType.UNAVAILABLE, "The server is processing too much content right now.");
    }

    private boolean acquire(int needed) {
        try {
            return free.tryAcquire(needed, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
