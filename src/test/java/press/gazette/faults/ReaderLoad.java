package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Readers who send requests on persistent connections until they are stopped, and the results of all requests. */
final class ReaderLoad implements AutoCloseable {

    /**
     * A request, on the clock of {@link System#nanoTime}.
     *
     * @param reply null if there was no response
     */
    record Asked(long at, Duration waited, @Nullable Reply reply, String fault) {

        boolean is(int status) {
            return reply != null && reply.status() == status;
        }

        /** True if the response is the expected one for a lost database. */
        boolean isUnavailable() {
            return reply != null
                    && reply.status() == 503
                    && !reply.header("Retry-After").isEmpty()
                    && reply.header("Content-Type").startsWith("application/problem+json")
                    && reply.content().contains("\"code\":\"unavailable\"");
        }

        @Override
        public String toString() {
            return reply == null ? fault : reply.status() + " " + reply.content();
        }
    }

    /** Leaves CPU time to the nodes. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SHOWN = 5;

    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final String name;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService readers;
    private final Collection<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean stopped;

    /**
     * Starts the readers.
     *
     * @param path of each request, by its number
     */
    ReaderLoad(String name, Endpoint address, int readers, IntFunction<String> path) {
        this.name = name;
        this.readers = Executors.newFixedThreadPool(readers);
        for (int i = 0; i < readers; i++) {
            this.readers.execute(() -> {
                while (!stopped) {
                    asked.add(ask(HttpRequest.newBuilder(address.at(path.apply(number.incrementAndGet())))
                            .timeout(PATIENCE)
                            .build()));
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            });
        }
    }

    private Asked ask(HttpRequest request) {
        long at = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Asked(at, since(at), remembered(response), "");
        } catch (IOException e) {
            return new Asked(at, since(at), null, e.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }

    /** The response to remember: tens of thousands of the same one must fit into memory, so equal contents are one. */
    private Reply remembered(HttpResponse<String> response) {
        String content = contents.computeIfAbsent(response.body(), same -> same);
        return new Reply(
                response.statusCode(), response.statusCode() == 200 ? NO_HEADERS : response.headers(), content);
    }

    private static Duration since(long at) {
        return Duration.ofNanos(System.nanoTime() - at);
    }

    /** Forgets earlier requests, which were for the warm-up. */
    void begin() {
        asked.clear();
    }

    List<Asked> asked() {
        return new ArrayList<>(asked);
    }

    /** Some of the requests with another result. */
    List<Asked> except(Predicate<Asked> right) {
        return asked.stream().filter(right.negate()).limit(SHOWN).toList();
    }

    /** Waits for this many further responses with status 200. */
    void await200(int more) {
        long before = count(200);
        await().atMost(PATIENCE).until(() -> count(200) >= before + more);
    }

    long count(int status) {
        return asked.stream().filter(each -> each.is(status)).count();
    }

    Duration longest() {
        return asked.stream().map(Asked::waited).max(Duration::compareTo).orElseThrow();
    }

    /** The longest time to a 503. */
    Duration longestRefusal() {
        return asked.stream()
                .filter(Asked::isUnavailable)
                .map(Asked::waited)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Stops, and waits for running requests. */
    @Override
    public void close() {
        stopped = true;
        readers.shutdown();
        try {
            assertThat(readers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(name + " end")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }

    /** A summary for people. */
    @Override
    public String toString() {
        return String.format(
                "%s: %d requests, %d got 200, %d got 503, %d failed, longest wait %d ms, of a 503 %d ms",
                name,
                asked.size(),
                count(200),
                count(503),
                asked.stream().filter(each -> each.reply() == null).count(),
                longest().toMillis(),
                longestRefusal().toMillis());
    }
}
