package press.gazette.media.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work of which there is one of each name at a time on this node. Of simultaneous requests one does it on its thread; the others
 * wait for the result without a thread.
 */
public final class SingleFlight<T> {

    /** Within the deadline of a read, so that the response says why. */
    private static final long LONGEST_WAIT_SECONDS = 4;

    private final ConcurrentMap<String, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();
    private final Supplier<? extends RuntimeException> late;

    /** @param late the failure of requests that have waited too long */
    public SingleFlight(Supplier<? extends RuntimeException> late) {
        this.late = late;
    }

    /** The result of the work; its failure if it has failed. */
    public CompletionStage<T> once(String name, Supplier<T> work) {
        CompletableFuture<T> own = new CompletableFuture<>();
        CompletableFuture<T> other = underWay.putIfAbsent(name, own);
        if (other != null) {
            return inTime(other);
        }
        try {
            own.complete(work.get());
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
        } finally {
            // An error of the machine leaves nobody waiting.
            own.completeExceptionally(late.get());
            underWay.remove(name);
        }
        return own;
    }

    private CompletionStage<T> inTime(CompletableFuture<T> other) {
        return other.copy().orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS).exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof TimeoutException) {
                throw late.get();
            }
            throw cause instanceof RuntimeException known ? known : new CompletionException(cause);
        });
    }
}
