package press.gazette.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.NotifyingServerOnPostgresql;
import press.gazette.webhook.TestReceiver;
import press.gazette.webhook.TestWebhook;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookQueue;

@QuarkusTest
@TestProfile(NotifyingServerOnPostgresql.class)
class PgDispatchTest extends DispatchTest {

    @Inject
    Recorder recorder;

    @Inject
    Events events;

    /** Two nodes disable a webhook each, and each webhook watches the other: both transactions end, whatever their order. */
    @Test
    void webhooksThatWatchEachOtherAreDisabledAtTheSameTime() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try (TestReceiver gone = new TestReceiver(TestReceiver.ACCEPTS)) {
            List<TestWebhook> both = List.of(
                    TestWebhook.to(gone, "types", List.of("site"), "notices", true),
                    TestWebhook.to(gone, "types", List.of("site"), "notices", true));
            both.forEach(webhook -> webhook.failingFor(Duration.ofHours(121)));
            List<Future<?>> records = new ArrayList<>();
            QuarkusTransaction.requiringNew().run(() -> {
                // Each node locks a queue, then waits for the webhook.
                both.forEach(webhook -> Webhook.locked(webhook.id));
                both.forEach(webhook -> records.add(nodes.submit(() -> recorder.record(failed(webhook.id)))));
                await().until(() -> waiting() == both.size());
            });
            for (Future<?> each : records) {
                each.get();
            }
            both.forEach(webhook ->
                    webhook.read().then().body("enabled", equalTo(false)).body("disabledReason", equalTo("failing")));
        } finally {
            nodes.shutdown();
        }
    }

    /** A replay holds the queue, and stores the event of a change that is being queued for the first time. */
    @Test
    void replayDoesNotWaitForAQueueingThatWaitsForIt() {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS)) {
            TestWebhook webhook = TestWebhook.to(receiver);
            String[] article = new String[1];
            QuarkusTransaction.requiringNew().run(() -> {
                // This transaction would notice a deadlock first, and end.
                Sql.of("select set_config('deadlock_timeout', '1ms', true)").first(Row::text);
                assertThat(WebhookQueue.locked(webhook.id)).isPresent();
                article[0] = DeskClient.published("Desk: webhook replay").id();
                await().until(() -> waiting() > 0);
                Change change = Change.<Change>find("subject = ?1", "article:" + article[0])
                        .firstResult();
                events.store(change, Set.of(), Instant.now());
            });
            webhook.awaitEvent("article.published", article[0]);
        }
    }

    /** A batch without an accepted request. */
    private static Batch.Sent failed(UUID webhook) {
        Batch.Sending sending = new Batch.Sending(UUID.randomUUID(), 1, "");
        return new Batch.Sent(
                new Batch(webhook, Instant.EPOCH, "", List.of(), List.of(sending)),
                List.of(new Batch.Outcome(sending, null, "no response")));
    }

    /** The number of connections that wait for the lock of another connection. */
    private static int waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Sql.of("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .first(Row::integer)
                        .orElseThrow());
    }
}
