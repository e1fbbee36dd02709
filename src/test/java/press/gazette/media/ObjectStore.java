package press.gazette.media;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;

/** An object store with one bucket, in memory. It speaks as much of S3 as a store of files needs, and fails as a test sets. */
public final class ObjectStore implements QuarkusTestResourceLifecycleManager {

    public static final String ACCESS_KEY = "AKIDTEST";

    /** A word that must not be in any log. */
    public static final String SECRET_KEY = "not-for-logs-9f2c";

    private static final String BUCKET = "/newsroom-files";

    private static final byte[] LONG_REASON =
            "<Error>SlowDown</Error>".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    /** The behaviour after a request was read. */
    public enum Manner {
        WORKS,
        /** Never responds. */
        HANGS,
        /** Responds with a head and a part of the body, and no more. */
        STALLS,
        /** Responds with a byte of the body now and then. */
        TRICKLES,
        /** Closes the connection. */
        RESETS,
        /** Responds with 503. */
        REFUSES,
        /** Responds with 507. */
        IS_FULL,
        /** Stores and sends one byte more than it should. */
        CHANGES_BYTES
    }

    /** An object. */
    @SuppressWarnings("ArrayRecordComponent") // items are not compared
    private record Item(byte[] content, String hash, Instant stored) {}

    private static final ConcurrentSkipListMap<String, Item> OBJECTS = new ConcurrentSkipListMap<>();

    /** The requests, as method and name. */
    public static final List<String> REQUESTS = new CopyOnWriteArrayList<>();

    /** The number of further requests, among the affected ones, that are refused whatever the manner. */
    public static final AtomicInteger REFUSALS = new AtomicInteger();

    private static volatile Set<String> affected = Set.of();
    private static volatile Manner manner = Manner.WORKS;
    private static volatile CountDownLatch changed = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private @Nullable HttpServer server;

    /** Sets its behaviour towards requests with these methods, or such as {@code GET ab/1}; none: all. Hanging ones are ended. */
    public static void behave(Manner next, String... requests) {
        CountDownLatch before = changed;
        changed = new CountDownLatch(1);
        affected = Set.of(requests);
        manner = next;
        before.countDown();
    }

    /** The names of objects that begin so. */
    public static List<String> names(String prefix) {
        return OBJECTS.tailMap(prefix).keySet().stream()
                .takeWhile(name -> name.startsWith(prefix))
                .toList();
    }

    public static void put(String name, String content, Instant stored) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        OBJECTS.put(name, new Item(bytes, sha256(bytes), stored));
    }

    /** Changes a byte of an object behind its hash. */
    public static void damage(String name) {
        OBJECTS.computeIfPresent(name, (key, item) -> new Item(changed(item.content()), item.hash(), item.stored()));
    }

    /** Removes the hash from an object, as a copy by other programs does. */
    public static void strip(String name) {
        OBJECTS.computeIfPresent(name, (key, item) -> new Item(item.content(), "", item.stored()));
    }

    public static String text(String name) {
        return new String(item(name).content(), StandardCharsets.UTF_8);
    }

    private static Item item(String name) {
        return Objects.requireNonNull(OBJECTS.get(name), name);
    }

    public static void remove(String name) {
        OBJECTS.remove(name);
    }

    @Override
    public Map<String, String> start() {
        HttpServer started;
        try {
            started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.createContext("/", ObjectStore::take);
        started.setExecutor(threads);
        started.start();
        server = started;
        String unique = UUID.randomUUID().toString();
        return Map.of(
                "gazette.media-s3-bucket",
                BUCKET.replace("/", ""),
                "gazette.media-s3-endpoint",
                "http://127.0.0.1:" + started.getAddress().getPort(),
                "%test.gazette.media-folder",
                "target/media/" + unique,
                // The database of other servers has the mark of their folder.
                "%test.quarkus.datasource.jdbc.url",
                "jdbc:h2:mem:" + unique + ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1;NON_KEYWORDS=KEY");
    }

    @Override
    public void stop() {
        behave(Manner.WORKS);
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
        OBJECTS.clear();
    }

    private static void take(HttpExchange exchange) throws IOException {
        CountDownLatch until = changed;
        String name = exchange.getRequestURI().getPath().replaceFirst(BUCKET + "/?", "");
        String request = exchange.getRequestMethod() + " " + name;
        Manner now = manner(exchange.getRequestMethod(), request);
        byte[] content = exchange.getRequestBody().readAllBytes();
        REQUESTS.add(request);
        try {
            switch (now) {
                case WORKS, CHANGES_BYTES, STALLS, TRICKLES -> respond(exchange, name, content, now, until);
                case HANGS -> until.await();
                case RESETS -> {}
                case REFUSES -> refuse(exchange);
                case IS_FULL -> exchange.sendResponseHeaders(507, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static Manner manner(String method, String request) {
        if (!affected.isEmpty() && !affected.contains(method) && !affected.contains(request)) {
            return Manner.WORKS;
        }
        return REFUSALS.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? Manner.REFUSES : manner;
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        exchange.sendResponseHeaders(503, LONG_REASON.length);
        exchange.getResponseBody().write(LONG_REASON);
    }

    private static void respond(HttpExchange exchange, String name, byte[] content, Manner now, CountDownLatch until)
            throws IOException, InterruptedException {
        String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!sha256(content).equals(hash)
                || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/")
                || !authorization.contains("/eu-central-7/s3/aws4_request, SignedHeaders=")
                || !authorization.contains(";host;x-amz-content-sha256;x-amz-date")) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        if (exchange.getRequestHeaders().keySet().stream().anyMatch(ObjectStore::isOfAmazonOnly)) {
            exchange.sendResponseHeaders(501, -1);
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                String known = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-meta-sha256"));
                byte[] kept = now == Manner.CHANGES_BYTES ? Arrays.copyOf(content, content.length + 1) : content;
                OBJECTS.put(name, new Item(kept, known, Instant.now()));
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                OBJECTS.remove(name);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> send(exchange, name, now, until);
        }
    }

    /** Other stores ignore these headers, store the trailer with the content, or reject the request. */
    private static boolean isOfAmazonOnly(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("x-amz-trailer")
                || name.equals("content-encoding")
                || name.equals("expect")
                || name.contains("checksum");
    }

    private static void send(HttpExchange exchange, String name, Manner now, CountDownLatch until)
            throws IOException, InterruptedException {
        if (name.isEmpty()) {
            String query = exchange.getRequestURI().getRawQuery();
            byte[] page = ObjectPage.of(OBJECTS.keySet(), each -> item(each).stored(), query);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            return;
        }
        Item item = OBJECTS.get(name);
        if (item == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        if (!item.hash().isEmpty()) {
            exchange.getResponseHeaders().set("x-amz-meta-sha256", item.hash());
        }
        byte[] content = now == Manner.CHANGES_BYTES ? changed(item.content()) : item.content();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, content.length);
        if (now == Manner.STALLS) {
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
            until.await();
        } else if (now == Manner.TRICKLES) {
            trickle(exchange.getResponseBody(), content, until);
        } else {
            exchange.getResponseBody().write(content);
        }
    }

    /** No pause is as long as the deadline. */
    private static void trickle(OutputStream body, byte[] content, CountDownLatch until)
            throws IOException, InterruptedException {
        for (byte each : content) {
            if (until.await(200, TimeUnit.MILLISECONDS)) {
                return;
            }
            body.write(each);
            body.flush();
        }
    }

    /** The same number of bytes, so that their length does not tell. */
    private static byte[] changed(byte[] content) {
        byte[] other = content.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
