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
import press.gazette.newsroom.CrossedLocks;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.NotifyingServerOnPostgresql;
import press.gazette.webhook.DeliveryState;
import press.gazette.webhook.Replays;
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
                await().until(() -> CrossedLocks.waiting() == both.size());
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
    void replayDoesNotWaitForAQueueingThatWaitsForIt() throws Exception {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS)) {
            TestWebhook webhook = TestWebhook.to(receiver);
            String[] article = new String[1];
            CrossedLocks.cross(
                    () -> {
                        assertThat(WebhookQueue.locked(webhook.id)).isPresent();
                        article[0] =
                                DeskClient.published("Desk: webhook replay").id();
                    },
                    () -> await().until(() -> CrossedLocks.waiting() > 0),
                    () -> events.store(change(article[0]), Set.of(), Instant.now()));
            webhook.awaitEvent("article.published", article[0]);
        }
    }

    /** Another node replays later changes first: of two replays on this one, none waits with a lock on a later event. */
    @Test
    void replaysOfTwoWebhooksDoNotWaitForThoseOfAnotherNode() throws Exception {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS)) {
            List<TestWebhook> both = List.of(TestWebhook.to(receiver), TestWebhook.to(receiver));
            Change earlier = change(DeskClient.published("Desk: earlier").id());
            Change later = change(DeskClient.published("Desk: later").id());
            both.forEach(webhook -> webhook.awaitState(DeliveryState.DELIVERED, 2));
            Instant now = Instant.now();
            CrossedLocks.cross(
                    () -> events.store(earlier, Set.of(), now),
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        Replays.after(Webhook.findById(both.get(0).id), later.seq() - 1, now.minusSeconds(1));
                        Replays.after(Webhook.findById(both.get(1).id), earlier.seq() - 1, now);
                    }),
                    () -> {
                        await().until(() -> CrossedLocks.waiting() > 0);
                        events.store(later, Set.of(), now);
                    });
            await().until(() -> receiver.received.size() == 2 * both.size() + 3);
        }
    }

    private static Change change(String article) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Change.<Change>find("subject = ?1", "article:" + article)
                        .firstResult());
    }

    /** A batch without an accepted request. */
    private static Batch.Sent failed(UUID webhook) {
        Batch.Sending sending = new Batch.Sending(UUID.randomUUID(), 1, "");
        return new Batch.Sent(
                new Batch(webhook, Instant.EPOCH, "", List.of(), List.of(sending)),
                List.of(new Batch.Outcome(sending, null, "no response")));
    }
}
