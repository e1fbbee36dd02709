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

/**
 * Sends requests whose whole exchange ends: connecting, head and body together take no longer than a deadline, and no more of
 * a body is read than asked for. It follows no redirects.
 */
public final class BoundedClient {

    /** Of a body that nobody needs, so much is read to be able to use the connection again. */
    private static final int IGNORED_BYTES = 64 * 1_024;

    private final Duration deadline;

    /** @param deadline for each exchange, from the beginning to the last byte of the body */
    public BoundedClient(Duration deadline) {
        this.deadline = deadline;
    }

    /** Made with the first request: most newsrooms send nothing. */
    private static final class Shared {

        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Sends a request and waits for the status alone. The body is read meanwhile and dropped; it is cut off at the deadline.
     *
     * @throws IOException no status in time, or no connection
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
     * Sends a request and reads the response to its end.
     *
     * @param mostBytes a longer body is a failure
     * @return never later than the deadline; a failure is an {@link IOException}
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
        return Shared.HTTP.sendAsync(request.timeout(deadline).build(), body);
    }

    private IOException late() {
        return new HttpTimeoutException("No complete response within " + deadline.toMillis() + " ms");
    }
}
