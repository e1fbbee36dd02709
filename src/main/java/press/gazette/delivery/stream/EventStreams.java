package press.gazette.delivery.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.NoResponse;

/** The open streams of this node: opens them within the bounds, and ends them when the node stops. */
@Singleton
public class EventStreams {

    /** The part of the age that is taken off at random, so that streams opened together do not end together. */
    private static final int JITTER = 5;

    private final StreamConfig config;
    private final CurrentVertxRequest current;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    /** The number of streams by the key of their readers. */
    private final ConcurrentHashMap<String, Integer> byKey = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    EventStreams(StreamConfig config, CurrentVertxRequest current) {
        this.config = config;
        this.current = current;
    }

    /** The gauge is there from the start, not from the first stream on. */
    void start(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.gauge("gazette.streams.open", count);
    }

    /**
     * Opens a stream as the response to the running request. Its head is written by {@link EventStream#begin}. Empty: the node
     * stops, and has closed the connection.
     *
     * @throws Problem {@code too-many-requests} if the key has too many streams, {@code unavailable} if the node has
     */
    public Optional<EventStream> open() {
        RoutingContext request = current.getCurrent();
        // The key has been checked before.
        @Nullable String key = request.request().getHeader("Authorization");
        if (stopping) {
            // As by a closed port: browsers do not repeat a rejected stream, and proxies ask the next node.
            NoResponse.to(request.request());
            return Optional.empty();
        }
        if (count.incrementAndGet() > config.streams()) {
            count.decrementAndGet();
            throw Problem.of(ProblemType.UNAVAILABLE, "This node takes no further streams.");
        }
        if (key != null && byKey.merge(key, 1, Integer::sum) > config.streamsPerKey()) {
            leave(key);
            throw Problem.of(
                    ProblemType.TOO_MANY_REQUESTS,
                    "More than " + config.streamsPerKey() + " streams of this key. Close one of them.");
        }
        long age = config.streamAge().toMillis();
        EventStream.Limits limits = new EventStream.Limits(
                Duration.ofMillis(age - ThreadLocalRandom.current().nextLong(1 + age / JITTER)),
                config.streamHeartbeat(),
                (int) config.streamBuffer().asLongValue());
        EventStream stream = new EventStream(request, limits, over -> {
            open.remove(over);
            leave(key);
        });
        open.add(stream);
        if (stopping) {
            // The node began to stop after the check above, and may have missed this stream.
            stream.run(() -> stream.end(EventStream.End.SHUTDOWN));
        }
        return Optional.of(stream);
    }

    private void leave(@Nullable String key) {
        count.decrementAndGet();
        if (key != null) {
            byKey.computeIfPresent(key, (same, streams) -> streams > 1 ? streams - 1 : null);
        }
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
    }

    private void endAll() {
        stopping = true;
        open.forEach(stream -> stream.run(() -> stream.end(EventStream.End.SHUTDOWN)));
    }
}
