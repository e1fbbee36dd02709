package press.gazette.search.opensearch.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to a server that is slow, foreign, or refuses. Long, since all tests share this server. */
class ClusterTest {

    private static final String VERSION = "{\"version\":{\"distribution\":\"%s\",\"number\":\"%s\"}}";

    /** Longer than any response takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<String> authorization = new AtomicReference<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private HttpServer server;
    private volatile int status = 200;
    private volatile String content = "{}";
    private volatile boolean isSlow;

    private record Settings(
            Optional<URI> url,
            Optional<String> user,
            Optional<String> password,
            Optional<Path> certificates,
            Duration deadline)
            implements OpenSearchConfig {

        @Override
        public String index() {
            return "gazette";
        }

        @Override
        public int shards() {
            return 1;
        }

        @Override
        public int replicas() {
            return 0;
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server);
    }

    private void serve(HttpServer started) {
        started.createContext("/", exchange -> {
            requests.incrementAndGet();
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            if (isSlow) {
                awaitEnd();
            }
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        started.setExecutor(Executors.newCachedThreadPool());
        started.start();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private Cluster cluster(String scheme, @Nullable Path certificates, Duration deadline) {
        return new Cluster(new Settings(
                Optional.of(URI.create(
                        scheme + "://localhost:" + server.getAddress().getPort() + "/")),
                Optional.of("gazette"),
                Optional.of("opensesame"),
                Optional.ofNullable(certificates),
                deadline));
    }

    private Cluster cluster() {
        return cluster("http", null, PATIENCE);
    }

    private static ClusterFailure failure(ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ClusterFailure.class, call);
    }

    private static ClusterResponse search(Cluster cluster) throws ClusterFailure {
        return cluster.search(
                "/index/_search",
                Map.of(),
                System.nanoTime() + Duration.ofMinutes(1).toNanos());
    }

    @ParameterizedTest
    @CsvSource({
        "opensearch, 2.19.1, true",
        "opensearch, 3.0.0, true",
        "opensearch, 2.18.0, false",
        "elasticsearch, 8.1.0, false",
        "opensearch, x, false"
    })
    void versionIsChecked(String distribution, String number, boolean isFit) {
        content = VERSION.formatted(distribution, number);
        ClusterFailure failure = failure(() -> cluster().checkVersion());
        assertThat(failure == null).isEqualTo(isFit);
    }

    @ParameterizedTest
    @CsvSource({
        "401, security_exception, REFUSED",
        "403, security_exception, REFUSED",
        "403, cluster_block_exception, BLOCKED",
        "404, index_not_found_exception, MISSING",
        "429, circuit_breaking_exception, AWAY",
        "503, unavailable_shards_exception, AWAY",
        "400, parsing_exception, OTHER"
    })
    void failureSaysItsKindAndNoSecret(int code, String type, ClusterFailure.Kind kind) {
        status = code;
        content = "{\"error\":{\"type\":\"" + type + "\",\"reason\":\"words of a reader\"},\"status\":" + code + "}";
        ClusterFailure failure = failure(() -> search(cluster()));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining(type);
        assertThat(failure.toString()).doesNotContain("opensesame", "words of a reader");
    }

    @Test
    void credentialsAreSent() throws ClusterFailure {
        search(cluster());
        assertThat(authorization.get())
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("gazette:opensesame".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void addressWithCredentialsIsRejectedWithoutThem() {
        Cluster cluster = new Cluster(new Settings(
                Optional.of(URI.create("http://gazette:opensesame@localhost:1")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1)));
        assertThat(failure(() -> search(cluster)).toString()).doesNotContain("opensesame");
    }

    @Test
    void slowClusterIsGivenUpAndThenLeftAlone() {
        isSlow = true;
        Cluster cluster = cluster("http", null, Duration.ofMillis(300));
        for (int i = 0; i < 5; i++) {
            assertThat(failure(() -> propose(cluster)).kind()).isEqualTo(ClusterFailure.Kind.AWAY);
        }
        assertThat(cluster.isOpenCircuit()).isTrue();
        int sent = requests.get();
        failure(() -> propose(cluster));
        assertThat(requests.get()).isEqualTo(sent);
    }

    private static void propose(Cluster cluster) throws IOException {
        cluster.propose(() -> search(cluster));
    }

    @Test
    void questionOutOfTimeIsNotSentAndTellsNothingAboutTheCluster() {
        Cluster cluster = cluster();
        for (int i = 0; i < 10; i++) {
            assertThat(failure(() -> cluster.propose(
                                    () -> cluster.search("/index/_search", Map.of(), System.nanoTime() - 1)))
                            .kind())
                    .isEqualTo(ClusterFailure.Kind.SLOW);
        }
        assertThat(requests.get()).isZero();
        content = "{\"timed_out\":true}";
        for (int i = 0; i < 10; i++) {
            assertThat(failure(() -> propose(cluster)).kind()).isEqualTo(ClusterFailure.Kind.SLOW);
        }
        assertThat(cluster.isOpenCircuit()).isFalse();
    }

    /** Nine searches at once: one of them has no place. */
    @Test
    void searchesUnderWayAreBounded() throws Exception {
        Cluster cluster = cluster();
        CountDownLatch begun = new CountDownLatch(8);
        List<Future<Boolean>> under = new ArrayList<>();
        ExecutorService readers = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < 8; i++) {
                under.add(readers.submit(() -> cluster.propose(() -> {
                    begun.countDown();
                    awaitEnd();
                    return true;
                })));
            }
            begun.await();
            assertThat(failure(() -> propose(cluster)).kind()).isEqualTo(ClusterFailure.Kind.SLOW);
            assertThat(requests.get()).isZero();
        } finally {
            end.countDown();
            readers.shutdown();
        }
        assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(under).allMatch(Future::isDone);
        propose(cluster);
        assertThat(requests.get()).isOne();
    }

    @Test
    void oneSuccessClosesTheCircuit() {
        Circuit circuit = new Circuit();
        for (int i = 0; i < 5; i++) {
            circuit.failed(0);
        }
        long later = Circuit.PAUSE.toNanos() + 1;
        assertThat(List.of(circuit.permits(1), circuit.permits(later), circuit.permits(later)))
                .containsExactly(false, true, false);
        circuit.succeeded();
        assertThat(circuit.permits(later)).isTrue();
    }

    @Test
    void partOfAnIndexIsNoResponse() {
        content = "{\"timed_out\":false,\"_shards\":{\"failed\":1}}";
        assertThat(failure(() -> search(cluster())).kind()).isEqualTo(ClusterFailure.Kind.AWAY);
    }

    @Test
    void certificatesOfAnAuthorityOfTheNewsroomAreTrustedIfTheyAreNamed() throws Exception {
        Path store = folder.resolve("keys.p12");
        Path pem = folder.resolve("authority.pem");
        String keys = " -alias a -keystore " + store + " -storepass changeit";
        keytool("-genkeypair -keyalg EC -dname CN=localhost -ext san=dns:localhost" + keys);
        keytool("-exportcert -rfc -file " + pem + keys);
        server.stop(0);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(store.toFile(), "changeit".toCharArray()), "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        server = secure;
        serve(secure);

        search(cluster("https", pem, PATIENCE));
        assertThat(failure(() -> search(cluster("https", null, PATIENCE))).kind())
                .isEqualTo(ClusterFailure.Kind.AWAY);
    }

    private static void keytool(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments.split(" ", -1)));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
