package press.gazette.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import io.vertx.core.json.JsonObject;

/** A reader of a stream over a connection of its own. */
public final class StreamClient implements AutoCloseable {

    /** An event as it was received. */
    public record Event(String name, String id, JsonObject data) {}

    private static final Event END = new Event("end", "", new JsonObject());

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final HttpResponse<java.io.InputStream> response;

    public StreamClient(URI url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        Thread reader = new Thread(this::read, "stream reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(plain(), StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, id, new JsonObject(line.substring(6))));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // The connection was closed.
        }
        events.add(END);
    }

    private InputStream plain() throws IOException {
        if (!response.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"))) {
            return response.body();
        }
        return new GZIPInputStream(response.body()) {

            /** The class says 1, so a reader would wait for more before it returns what has come. */
            @Override
            public int available() {
                return 0;
            }
        };
    }

    public HttpResponse<?> response() {
        return response;
    }

    /** The next event; fails after twenty seconds. */
    public Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("No event came");
        }
        return event;
    }

    /** The next event with this name. */
    public Event next(String name) throws InterruptedException {
        Event event = next();
        while (!event.name().equals(name)) {
            if (event.equals(END)) {
                throw new AssertionError("The stream has ended");
            }
            event = next();
        }
        return event;
    }

    boolean isQuiet(long millis) throws InterruptedException {
        return events.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
