package press.gazette.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests that users ask for, to the targets that a {@link TargetPolicy} permits. Each request looks the host up
 * once and connects to an address that was checked; the certificate is still that of the host. It follows no redirects
 * and reads only the beginning of a response. Requests hold no thread while they wait, so slow receivers delay no
 * others; looking up a host does, in a pool of its own.
 */
public final class GuardedClient {

    /** More than the hosts whose name servers hang at one time. */
    private static final int LOOK_UPS = 64;

    private static final Duration IDLE = Duration.ofSeconds(10);

    /** The part of a body that is read. */
    static final int BEGINNING = 1_000;

    /** The longest wait for that part: the status has decided already. */
    private static final Duration BODY = Duration.ofSeconds(1);

    /** To one address of a host. Senders bound their requests themselves; the pool of the client must not delay any. */
    private static final int MOST_CONNECTIONS = 10_000;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Vertx vertx;
    private final TargetPolicy targets;
    private final Duration deadline;
    private final ExecutorService lookUps;
    private final HttpClient client;

    /** The target is not permitted. */
    public static final class Forbidden extends IOException {

        Forbidden(String message) {
            super(message);
        }
    }

    GuardedClient(Vertx vertx, TargetPolicy targets, Duration deadline) {
        this.vertx = vertx;
        this.targets = targets;
        this.deadline = deadline;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                LOOK_UPS, LOOK_UPS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "look-up of a host");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        lookUps = pool;
        // Connections are not reused: an idle one may have been closed, which would look like a failing receiver.
        client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout((int) deadline.toMillis()));
    }

    /**
     * Sends a POST.
     *
     * @param attempt from 1; successive attempts take successive addresses of the host
     * @return completes before the deadline; a failure is an {@link IOException} whose message has neither path nor query of the URL
     */
    public CompletableFuture<Reply> post(URI url, Map<String, String> headers, byte[] body, int attempt) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        long timer = vertx.setTimer(deadline.toMillis(), id -> reply.completeExceptionally(late()));
        CompletableFuture<Reply> unused = reply.whenComplete((done, failure) -> vertx.cancelTimer(timer));
        lookUps.execute(() -> {
            try {
                List<InetAddress> addresses = targets.addresses(url);
                send(url, addresses.get(Math.floorMod(attempt - 1, addresses.size())), headers, body, reply);
            } catch (IOException | RuntimeException failure) {
                reply.completeExceptionally(named(failure));
            }
        });
        return reply;
    }

    /**
     * Gets a file. A redirect is not followed: its target must be asked for like the first.
     *
     * @param target takes the content of a response with 200
     * @param mostBytes a longer content is a failure
     * @param attempt from 1; successive attempts take successive addresses of the host
     * @return completes before the deadline; a failure is an {@link IOException}, {@link Forbidden} for one that no
     *     further attempt would mend
     */
    public CompletableFuture<Download> download(URI url, Path target, long mostBytes, int attempt) {
        CompletableFuture<Download> done = new CompletableFuture<>();
        long timer = vertx.setTimer(deadline.toMillis(), id -> done.completeExceptionally(late()));
        CompletableFuture<Download> unused = done.whenComplete((end, failure) -> vertx.cancelTimer(timer));
        lookUps.execute(() -> {
            try {
                if (!targets.allows(url.toString())) {
                    throw new Forbidden("Requests to this URL are not allowed");
                }
                List<InetAddress> addresses = targets.addresses(url);
                InetAddress address = addresses.get(Math.floorMod(attempt - 1, addresses.size()));
                client.request(options(HttpMethod.GET, url, address))
                        .onFailure(failure -> done.completeExceptionally(named(failure)))
                        .onSuccess(request -> new FileTransfer(vertx, request, target, mostBytes, done).begin());
            } catch (IOException | RuntimeException failure) {
                done.completeExceptionally(named(failure));
            }
        });
        return done;
    }

    private void send(
            URI url, InetAddress address, Map<String, String> headers, byte[] body, CompletableFuture<Reply> reply) {
        RequestOptions options = options(HttpMethod.POST, url, address);
        headers.forEach(options::putHeader);
        client.request(options)
                .onFailure(failure -> reply.completeExceptionally(named(failure)))
                .onSuccess(request -> exchange(request, body, reply));
    }

    private static RequestOptions options(HttpMethod method, URI url, InetAddress address) {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : secure ? HTTPS : HTTP;
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(TargetPolicy.host(url))
                .setPort(port)
                .setSsl(secure)
                .setFollowRedirects(false)
                .setURI(path(url));
    }

    private void exchange(HttpClientRequest request, byte[] body, CompletableFuture<Reply> reply) {
        // A reset is a failure of the request, which the log would have as an error without a listener.
        request.exceptionHandler(failure -> reply.completeExceptionally(named(failure)));
        CompletableFuture<Reply> unused = reply.whenComplete((done, failure) -> request.reset());
        request.response()
                .onFailure(failure -> reply.completeExceptionally(named(failure)))
                .onSuccess(response -> read(response, reply));
        request.send(Buffer.buffer(body)).onFailure(failure -> reply.completeExceptionally(named(failure)));
    }

    /** Reads the beginning of the body. */
    private void read(HttpClientResponse response, CompletableFuture<Reply> reply) {
        Buffer beginning = Buffer.buffer();
        Runnable complete = () -> reply.complete(new Reply(
                response.statusCode(),
                response.getHeader("Retry-After"),
                beginning.getString(0, Math.min(beginning.length(), BEGINNING), StandardCharsets.UTF_8.name())));
        response.handler(part -> {
            beginning.appendBuffer(part);
            if (beginning.length() >= BEGINNING) {
                complete.run();
            }
        });
        response.exceptionHandler(failure -> complete.run());
        response.endHandler(end -> complete.run());
        vertx.setTimer(BODY.toMillis(), id -> complete.run());
    }

    private static String path(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private IOException late() {
        return new HttpTimeoutException("No response within " + deadline.toMillis() + " ms");
    }

    static IOException named(@Nullable Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return Objects.requireNonNull(unchecked.getCause());
        }
        return failure instanceof IOException io ? io : new IOException(String.valueOf(failure), failure);
    }
}
