package press.gazette.webhook.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.sending.GuardedClient;
import press.gazette.sending.GuardedClients;
import press.gazette.sending.Reply;
import press.gazette.webhook.Signature;
import press.gazette.webhook.WebhookConfig;
import press.gazette.webhook.Webhooks;

/** Signs and sends batches, without a thread and without a transaction. */
@Singleton
class Sender {

    private static final String UNREADABLE =
            "The secret cannot be read: gazette.secret-key has changed. Replace the secret of the webhook.";

    private final GuardedClients clients;
    private final Webhooks webhooks;
    private final WebhookConfig config;
    private final Clock clock;

    /** Made for the first request: most newsrooms send none. */
    private volatile @Nullable GuardedClient client;

    Sender(GuardedClients clients, Webhooks webhooks, WebhookConfig config, Clock clock) {
        this.clients = clients;
        this.webhooks = webhooks;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Sends all deliveries of a batch at once.
     *
     * @param sent is called after the last attempt has ended, on any thread
     */
    void send(Batch batch, Consumer<Batch.Sent> sent) {
        Queue<Batch.Outcome> outcomes = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] all = batch.sendings().stream()
                .map(sending -> attempted(batch, sending)
                        .handle((reply, failure) -> outcomes.add(new Batch.Outcome(
                                sending,
                                reply,
                                failure == null
                                        ? null
                                        : String.valueOf(cause(failure).getMessage())))))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> unused = CompletableFuture.allOf(all)
                .whenComplete((done, failure) -> sent.accept(new Batch.Sent(batch, List.copyOf(outcomes))));
    }

    /** A batch is recorded whatever becomes of its attempts: one that fails in place is a failed one. */
    private CompletableFuture<Reply> attempted(Batch batch, Batch.Sending sending) {
        try {
            return attempt(batch, sending);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Reply> attempt(Batch batch, Batch.Sending sending) {
        if (batch.secrets().isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException(UNREADABLE));
        }
        byte[] body = sending.body().getBytes(UTF_8);
        Map<String, String> headers =
                new HashMap<>(Signature.headers(sending.delivery().toString(), clock.instant(), body, batch.secrets()));
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Gazette");
        return client().post(URI.create(batch.url()), headers, body, sending.attempt());
    }

    private GuardedClient client() {
        GuardedClient known = client;
        if (known == null) {
            known = clients.of(webhooks.targets(), config.webhookDeadline());
            client = known;
        }
        return known;
    }

    private static Throwable cause(Throwable failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }
}
