package press.gazette.sending;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Sends requests with a limit on the whole exchange: connecting, head and body together end within a deadline, and a
 * body is read up to a limit. It follows no redirects.
 */
public final class BoundedClient {

    /** This much of an ignored body is read, so that the connection can be reused. */
    private static final int IGNORED_BYTES = 64 * 1_024;

    private final Duration deadline;
    private final @Nullable HttpClient own;

    /** @param deadline for each exchange, from the beginning to the last byte of the body */
    public BoundedClient(Duration deadline) {
        this.own = null;
        this.deadline = deadline;
    }

    /**
     * A client with connections of its own, such as for other certificates.
     *
     * @param own follows no redirects
     * @param deadline as above
     */
    public BoundedClient(HttpClient own, Duration deadline) {
        this.own = own;
        this.deadline = deadline;
    }

    /** Created with the first request: most newsrooms send none. */
    private static final class Shared {

        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Sends a request and waits for the status only. The body is read in the background and discarded, until the
     * deadline.
     *
     * @throws IOException if there is no connection or no status in time
     */
    public int status(HttpRequest.Builder request) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        CompletableFuture<HttpResponse<byte[]>> sent = send(request, BoundedBody.ignored(IGNORED_BYTES, end));
        try {
            return sent.get(deadline.toNanos(), TimeUnit.NANOSECONDS).statusCode();
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw late();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The process stops");
        }
    }

    /**
     * Sends a request and reads the whole response.
     *
     * @param mostBytes a longer body is a failure
     * @return completes before the deadline; a failure is an {@link IOException}
     */
    public CompletableFuture<Response> response(HttpRequest.Builder request, int mostBytes) {
        long end = System.nanoTime() + deadline.toNanos();
        CompletableFuture<HttpResponse<byte[]>> sent = send(request, BoundedBody.read(mostBytes, end));
        return sent.thenApply(response ->
                        new Response(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)))
                .orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(failure -> {
                    sent.cancel(true);
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    return CompletableFuture.failedFuture(cause instanceof TimeoutException ? late() : cause);
                });
    }

    private CompletableFuture<HttpResponse<byte[]>> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<byte[]> body) {
        return (own == null ? Shared.HTTP : own)
                .sendAsync(request.timeout(deadline).build(), body);
    }

    private IOException late() {
        return new HttpTimeoutException("No complete response within " + deadline.toMillis() + " ms");
    }
}
