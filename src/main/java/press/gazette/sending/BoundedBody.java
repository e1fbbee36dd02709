package press.gazette.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** A response body with a limit in bytes and in time; beyond either the connection is closed. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private static final byte[] NOTHING = {};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final boolean collects;
    private final int most;
    private final long end;

    private long count;
    private volatile Flow.@Nullable Subscription subscription;

    private BoundedBody(boolean collects, int most, long end) {
        this.collects = collects;
        this.most = most;
        this.end = end;
        if (!collects) {
            body.complete(NOTHING);
        }
    }

    /** Collects a body of at most this many bytes. The response is complete with its last byte. */
    static BodyHandler<byte[]> read(int most, long end) {
        return head -> new BoundedBody(true, most, end);
    }

    /** Discards the body. The response is complete with its head. */
    static BodyHandler<byte[]> ignored(int most, long end) {
        return head -> new BoundedBody(false, most, end);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // cutting off does not fail
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        ended.completeOnTimeout(null, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                .thenRun(this::cutOff);
        given.request(Long.MAX_VALUE);
    }

    /** Does nothing if the body has ended. */
    private void cutOff() {
        Flow.Subscription open = subscription;
        subscription = null;
        if (open != null) {
            open.cancel();
            body.completeExceptionally(new HttpTimeoutException("The body did not end in time"));
        }
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            count += part.remaining();
            if (count > most) {
                body.completeExceptionally(new IOException("The body has more than " + most + " bytes"));
                ended.complete(null);
                return;
            }
            if (collects) {
                byte[] copy = new byte[part.remaining()];
                part.get(copy);
                bytes.writeBytes(copy);
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        subscription = null;
        body.completeExceptionally(failure);
        ended.complete(null);
    }

    @Override
    public void onComplete() {
        subscription = null;
        body.complete(bytes.toByteArray());
        ended.complete(null);
    }
}
