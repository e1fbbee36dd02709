package press.gazette.delivery.stream;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

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

    /** Shorter than the idle time of any proxy that we know. */
    private static final long HEARTBEAT_MILLIS = 15_000;

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
    private final long endsAt;
    private final long mostWaiting;
    private long timer = -1;
    private Supplier<String> heartbeat = () -> "";

    /**
     * Makes a stream whose head is not written yet.
     *
     * @param endsAt by {@link System#nanoTime}
     * @param mostWaiting the bytes that may wait for the reader
     * @param closed called once, when the stream is over
     */
    EventStream(RoutingContext request, long endsAt, long mostWaiting, Consumer<EventStream> closed) {
        this.request = request;
        this.loop = request.vertx().getOrCreateContext();
        this.endsAt = endsAt;
        this.mostWaiting = mostWaiting;
        this.closed = closed;
        request.addEndHandler(over -> close());
    }

    /**
     * Writes the head and the first events.
     *
     * @param heartbeat returns an event that is due, or an empty text; called on the event loop every 15 seconds
     */
    public void begin(String first, Supplier<String> heartbeat) {
        this.heartbeat = heartbeat;
        run(() -> {
            HttpServerResponse response = request.response();
            if (!isOpen() || response.closed()) {
                close();
                return;
            }
            response.headers()
                    .set("Content-Type", "text/event-stream;charset=UTF-8")
                    .set("Cache-Control", "no-store")
                    .set("X-Accel-Buffering", "no");
            if (request.request().method().equals(HttpMethod.HEAD)) {
                close();
                response.end();
                return;
            }
            response.setChunked(true).setWriteQueueMaxSize((int) mostWaiting);
            response.write(StreamText.retry(RETRY_MILLIS) + first);
            timer = request.vertx().setPeriodic(HEARTBEAT_MILLIS, tick -> beat());
        });
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
        if (request.response().writeQueueFull()) {
            end(End.SLOW);
        } else {
            request.response().write(events);
        }
    }

    public boolean isOpen() {
        return !ended.get();
    }

    private void beat() {
        if (System.nanoTime() - endsAt >= 0) {
            end(End.AGE);
        } else {
            String due = heartbeat.get();
            send(due.isEmpty() ? StreamText.COMMENT : due);
        }
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
        response.end(StreamText.retry(retry) + StreamText.event("goaway", "{\"reason\":\"" + reason.word + "\"}"));
        if (reason == End.SLOW) {
            request.vertx()
                    .setTimer(
                            LAST_WORD_MILLIS,
                            late -> request.request().connection().close());
        }
    }

    /** Gives up a stream whose head is not written: the request gets a problem instead. */
    public void abandon() {
        close();
    }

    private void close() {
        if (ended.compareAndSet(false, true)) {
            if (timer >= 0) {
                request.vertx().cancelTimer(timer);
            }
            closed.accept(this);
        }
    }
}
