package press.gazette.desk;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import io.vertx.ext.web.RoutingContext;

import press.gazette.delivery.admission.ContentBound;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Bounds the bytes of contents that are worked on at once, since each takes many times its size of the heap. Whoever comes
 * when there is no room waits in order, on its worker thread; when many wait, or it takes too long, the request gets 503.
 */
@Singleton
public class ContentBudget {

    /** What ordinary writes bring is not counted; it would be no less than all worker threads can hold. */
    private static final long SMALL = 64 * 1_024;

    /** So that many large contents leave worker threads to all others. */
    private static final int MOST_WAITING = 16;

    /** Less than gazette.write-deadline, by which a request that is let in late has to end. */
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
     * Takes what a content needs, before it is read, and gives it back at the end of the request. A content that is larger
     * than all there is takes all of it.
     */
    void take(RoutingContext request, long size) {
        if (size <= SMALL) {
            return;
        }
        int taken = (int) Math.min(size, bytes);
        if (free.getQueueLength() >= MOST_WAITING || !isTaken(taken)) {
            throw busy();
        }
        AtomicBoolean returned = new AtomicBoolean();
        Runnable giveBack = () -> {
            if (returned.compareAndSet(false, true)) {
                free.release(taken);
            }
        };
        request.addEndHandler(ended -> giveBack.run());
        if (request.response().ended() || request.response().closed()) {
            // Its client has gone meanwhile; then nobody calls the handler any more.
            giveBack.run();
            throw busy();
        }
    }

    private static Problem busy() {
        return Problem.of(ProblemType.UNAVAILABLE, "Too much content is being worked on right now.");
    }

    private boolean isTaken(int needed) {
        try {
            return free.tryAcquire(needed, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
