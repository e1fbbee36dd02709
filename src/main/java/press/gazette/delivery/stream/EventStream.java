package press.gazette.delivery.stream;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.response.Negotiation;
import press.gazette.response.NoResponse;

/**
 * The stream of one reader. It writes on the event loop of its connection, takes no thread while it is open, and ends by
 * itself when it is old, when its reader is too slow, or when the node stops; an event tells why.
 */
public final class EventStream {

    /** The reason why the server ends a stream. */
    public enum End {
        AGE("age"),
        SHUTDOWN("shutdown"),
        SLOW("slow"),
        RESTART("restart");

        private final String word;

        End(String word) {
            this.word = word;
        }
    }

    private static final long RETRY_MILLIS = 3_000;

    /** Readers of a node that stops come back over this time, not all at once. */
    private static final long SPREAD_MILLIS = 9_000;

    private static final long LEAST_SPREAD_MILLIS = 1_000;

    /** A reader that does not even read the last event is cut off then. */
    private static final long LAST_WORD_MILLIS = 5_000;

    private final RoutingContext request;
    private final Context loop;
    private final Consumer<EventStream> closed;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Limits limits;

    /** Null: the reader takes no gzip. */
    private @Nullable GzipParts gzip;

    private long heartbeats = -1;
    private long aging = -1;
    private Supplier<String> heartbeat = () -> "";

    /**
     * The bounds of one stream.
     *
     * @param mostWaiting the bytes that may wait for the reader
     */
    record Limits(Duration age, Duration heartbeat, int mostWaiting) {}

    /**
     * Makes a stream whose head is not written yet.
     *
     * @param closed called once, when the stream is over
     */
    EventStream(RoutingContext request, Limits limits, Consumer<EventStream> closed) {
        this.request = request;
        this.loop = request.vertx().getOrCreateContext();
        this.limits = limits;
        this.closed = closed;
        request.addEndHandler(over -> close());
    }

    /**
     * Writes the head and the first events.
     *
     * @param heartbeat returns an event that is due, or an empty text; called on the event loop with each {@link #heartbeat}
     */
    public void begin(String first, Supplier<String> heartbeat) {
        this.heartbeat = heartbeat;
        run(() -> {
            HttpServerResponse response = request.response();
            if (!isOpen() || response.closed()) {
                close();
                return;
            }
            head(response);
            if (request.request().method().equals(HttpMethod.HEAD)) {
                close();
                response.end();
                return;
            }
            if (Negotiation.of(request.request()).acceptsGzip()) {
                gzip = new GzipParts();
                response.headers().set("Content-Encoding", "gzip").set("Vary", "Accept-Encoding");
            }
            response.setChunked(true).setWriteQueueMaxSize(limits.mostWaiting());
            write(StreamText.retry(RETRY_MILLIS) + first);
            heartbeats = request.vertx().setPeriodic(limits.heartbeat().toMillis(), tick -> beat());
            aging = request.vertx().setTimer(limits.age().toMillis(), over -> end(End.AGE));
        });
    }

    private static void head(HttpServerResponse response) {
        response.headers()
                .set("Content-Type", "text/event-stream;charset=UTF-8")
                .set("Cache-Control", "no-store")
                .set("X-Accel-Buffering", "no");
    }

    /** Runs work on the event loop of the connection, one after the other. */
    public void run(Runnable work) {
        loop.runOnContext(now -> work.run());
    }

    /** Writes events; on the event loop only. A reader that is too slow is told so, and the stream ends. */
    public void send(String events) {
        if (!isOpen()) {
            return;
        }
        if (isFull()) {
            end(End.SLOW);
        } else {
            write(events);
        }
    }

    private void write(String events) {
        GzipParts parts = gzip;
        if (parts == null) {
            request.response().write(events);
        } else {
            request.response().write(Buffer.buffer(parts.part(events)));
        }
    }

    /** True if the reader has to take what is written before more is. */
    public boolean isFull() {
        return request.response().writeQueueFull();
    }

    /** Does work once the reader has taken most of what is written; on the event loop only. */
    public void onceDrained(Runnable work) {
        request.response().drainHandler(drained -> work.run());
    }

    public boolean isOpen() {
        return !ended.get();
    }

    /** The time between two heartbeats. */
    public Duration heartbeat() {
        return limits.heartbeat();
    }

    private void beat() {
        String due = heartbeat.get();
        send(due.isEmpty() ? StreamText.COMMENT : due);
    }

    /** Writes the last event and ends the stream; on the event loop only. */
    public void end(End reason) {
        if (!isOpen()) {
            return;
        }
        HttpServerResponse response = request.response();
        long retry = reason == End.SHUTDOWN
                ? LEAST_SPREAD_MILLIS + ThreadLocalRandom.current().nextLong(SPREAD_MILLIS)
                : RETRY_MILLIS;
        close();
        if (!response.headWritten()) {
            // The node stops while the stream begins. Browsers do not repeat a response of another type.
            head(response);
        }
        String last = StreamText.retry(retry) + StreamText.event("goaway", "{\"reason\":\"" + reason.word + "\"}");
        GzipParts parts = gzip;
        if (parts == null) {
            response.end(last);
        } else {
            response.end(Buffer.buffer(parts.end(last)));
        }
        if (reason == End.SLOW) {
            request.vertx().setTimer(LAST_WORD_MILLIS, late -> NoResponse.to(request.request()));
        }
    }

    /** Gives up a stream whose head is not written: the request gets a problem instead. */
    public void abandon() {
        close();
    }

    private void close() {
        if (ended.compareAndSet(false, true)) {
            if (heartbeats >= 0) {
                request.vertx().cancelTimer(heartbeats);
                request.vertx().cancelTimer(aging);
            }
            closed.accept(this);
        }
    }
}
