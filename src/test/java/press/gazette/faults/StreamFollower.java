package press.gazette.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import press.gazette.sync.StreamClient;

/** A reader of a stream that connects again whenever it ends, as a browser's EventSource does, but at once. */
final class StreamFollower implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Endpoint address;
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final List<String> farewells = new CopyOnWriteArrayList<>();
    private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
    private final AtomicInteger streams = new AtomicInteger();
    private final Thread reader;
    private volatile String last = "";
    private volatile boolean stopped;

    /** Follows the articles from now on. */
    StreamFollower(Endpoint address) {
        this.address = address;
        reader = new Thread(this::follow, "follower of a stream");
        reader.setDaemon(true);
        reader.start();
        await().atMost(PATIENCE).until(() -> !last.isEmpty());
    }

    private void follow() {
        while (!stopped) {
            try (StreamClient stream = open()) {
                streams.incrementAndGet();
                statuses.add(stream.response().statusCode());
                read(stream);
            } catch (IOException e) {
                // Nobody listens. The next attempt may find another node.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private StreamClient open() throws IOException, InterruptedException {
        URI url = address.at("/v1/changes/stream?types=article");
        return last.isEmpty() ? new StreamClient(url) : new StreamClient(url, "Last-Event-ID", last);
    }

    private void read(StreamClient stream) throws InterruptedException {
        StreamClient.Event event = stream.next();
        while (!event.name().equals("end")) {
            switch (event.name()) {
                case "change" -> changes.add(event.data().getString("id"));
                case "goaway" -> farewells.add(event.data().getString("reason"));
                case "restart" -> farewells.add("restart");
                default -> {}
            }
            // The goaway has no id: the last one stays.
            last = event.name().equals("goaway") ? last : event.id();
            event = stream.next();
        }
    }

    /** The ids of the articles whose changes it was told of, in the order of arrival. */
    List<String> changes() {
        return changes;
    }

    /** The reasons for which the server has ended streams, and restarts. */
    List<String> farewells() {
        return farewells;
    }

    /** The statuses of the responses that it got. */
    Set<Integer> statuses() {
        return statuses;
    }

    /** The number of streams that it has opened. */
    int streams() {
        return streams.get();
    }

    @Override
    public void close() {
        stopped = true;
        reader.interrupt();
    }
}
