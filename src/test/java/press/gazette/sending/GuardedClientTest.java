package press.gazette.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.webhook.TestReceiver;

/** Requests to checked addresses, against receivers that misbehave. */
class GuardedClientTest {

    /** Longer than any response takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final String HOST = "hooks.test";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger lookUps = new AtomicInteger();

    /** The name leads to this machine, and only for the first look-up. */
    private final TargetPolicy policy = new TargetPolicy(List.of(HOST), host -> {
        lookUps.incrementAndGet();
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    });

    private final GuardedClient client = new GuardedClient(vertx, policy, PATIENCE);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void requestGoesToTheAddressThatWasChecked() throws Exception {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS)) {
            Reply reply = post(receiver).get();
            assertThat(reply.status()).isEqualTo(204);
            assertThat(lookUps).hasValue(1);
            TestReceiver.Received received = receiver.received.get(0);
            assertThat(received.headers().firstValue("Host")).hasValue(HOST + ":" + receiver.port());
            assertThat(received.headers().firstValue("X-Test")).hasValue("yes");
            assertThat(received.body()).isEqualTo("{}");
        }
    }

    @Test
    void privateAddressIsNotConnectedTo() throws Exception {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS)) {
            TargetPolicy strict =
                    new TargetPolicy(List.of(), host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
            CompletableFuture<Reply> reply = new GuardedClient(vertx, strict, PATIENCE)
                    .post(URI.create("https://hooks.example:" + receiver.port() + "/"), Map.of(), BODY, 1);
            assertThatThrownBy(reply::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class)
                    .hasMessageContaining("not public");
            assertThat(receiver.received).isEmpty();
        }
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        try (TestReceiver other = new TestReceiver(TestReceiver.ACCEPTS);
                TestReceiver receiver = new TestReceiver(exchange -> {
                    exchange.getResponseHeaders().add("Location", other.url());
                    exchange.sendResponseHeaders(307, -1);
                })) {
            assertThat(post(receiver).get().status()).isEqualTo(307);
            assertThat(other.received).isEmpty();
        }
    }

    @Test
    void onlyTheBeginningOfABodyIsRead() throws Exception {
        byte[] large = new byte[10_000_000];
        try (TestReceiver receiver = new TestReceiver(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody().write(large);
        })) {
            Reply reply = post(receiver).get();
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.retryAfter()).isEqualTo("7");
            assertThat(reply.beginning()).hasSize(GuardedClient.BEGINNING);
        }
    }

    @Test
    void statusOfASlowBodyCounts() throws Exception {
        try (TestReceiver receiver = new TestReceiver(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        })) {
            Reply reply = post(receiver).get();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.beginning()).startsWith(".");
        }
    }

    @Test
    void hangingAndResettingReceiversFail() throws Exception {
        try (TestReceiver hangs = new TestReceiver(exchange -> Thread.sleep(60_000));
                TestReceiver resets = new TestReceiver(exchange -> {})) {
            assertThatThrownBy(() -> post(resets).get()).hasCauseInstanceOf(IOException.class);
            GuardedClient impatient = new GuardedClient(vertx, policy, Duration.ofSeconds(1));
            assertThatThrownBy(() -> post(impatient, hangs).get()).hasMessageContaining("No response within 1000 ms");
        }
    }

    @Test
    void hangingReceiversDelayNoOthers() throws Exception {
        try (TestReceiver hangs = new TestReceiver(exchange -> Thread.sleep(60_000));
                TestReceiver accepts = new TestReceiver(TestReceiver.ACCEPTS)) {
            List<CompletableFuture<Reply>> hanging = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                hanging.add(post(hangs));
            }
            assertThat(post(accepts).get().status()).isEqualTo(204);
            assertThat(hanging).noneMatch(CompletableFuture::isDone);
        }
    }

    private CompletableFuture<Reply> post(TestReceiver receiver) {
        return post(client, receiver);
    }

    private static CompletableFuture<Reply> post(GuardedClient client, TestReceiver receiver) {
        URI url = URI.create("http://" + HOST + ":" + receiver.port() + "/hook");
        return client.post(url, Map.of("X-Test", "yes"), BODY, 1);
    }
}
