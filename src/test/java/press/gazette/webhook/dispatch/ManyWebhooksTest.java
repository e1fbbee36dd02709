package press.gazette.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.newsroom.Slow;
import press.gazette.time.DatabaseTime;
import press.gazette.webhook.DeliveryState;
import press.gazette.webhook.TestReceiver;
import press.gazette.webhook.TestWebhook;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookEvent;

/** Many changes for many receivers; the profile {@code long} has a hundred for a thousand. */
@Slow
@QuarkusTest
@TestProfile(NotifyingServer.class)
class ManyWebhooksTest {

    private static final int ENDPOINTS = Integer.getInteger("webhooks.endpoints", 40);
    private static final int CHANGES = Integer.getInteger("webhooks.changes", 20);

    /** Statements for the events of some changes and their deliveries, whatever the number of webhooks. */
    private static final int MOST_STATEMENTS = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Inject
    EntityManagerFactory factory;

    private final TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS);

    @AfterEach
    void tidyUp() {
        TestWebhook.removeAll();
        receiver.close();
        DeskClient.tidyUp();
    }

    @Test
    void everyReceiverGetsEveryChangeOnce() {
        List<TestWebhook> webhooks = webhooks();
        long start = System.nanoTime();
        try (TestReceiver other = new TestReceiver(TestReceiver.ACCEPTS)) {
            TestWebhook apart = TestWebhook.to(other, "types", List.of("article"));
            record(CHANGES);
            await().atMost(PATIENCE).until(() -> receiver.received.size() >= ENDPOINTS);
            DeskClient article = DeskClient.published("Desk: in the middle of many");
            apart.awaitEvent("article.published", article.id());
        }
        int all = ENDPOINTS * CHANGES;
        await().atMost(PATIENCE).until(() -> delivered() == all);
        System.out.printf(
                "%d changes for %d webhooks: delivered after %d s%n",
                CHANGES, ENDPOINTS, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        Set<String> ids =
                receiver.received.stream().map(TestReceiver.Received::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(all);
        int attempts = webhooks.stream()
                .flatMap(webhook -> webhook.deliveries(DeliveryState.DELIVERED).stream())
                .mapToInt(WebhookDelivery::attempts)
                .sum();
        assertThat(receiver.received.size()).as("no request without an attempt").isLessThanOrEqualTo(attempts);
        assertThat(webhooks)
                .allSatisfy(webhook ->
                        assertThat(webhook.deliveries(DeliveryState.DELIVERED)).hasSize(CHANGES));
    }

    /** Queues deliveries as the follower of the ledger does, without its other work. */
    @Test
    void statementsDoNotGrowWithTheReceivers() {
        List<UUID> ids = webhooks().stream().map(webhook -> webhook.id).toList();
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        long before = QuarkusTransaction.requiringNew().call(() -> {
            UUID event =
                    WebhookEvent.other("webhook.test", "{}", DatabaseTime.now()).id();
            WebhookEvent.flush();
            long statements = statistics.getPrepareStatementCount();
            Fanout.queue(Map.of(event, ids), DatabaseTime.now());
            return statistics.getPrepareStatementCount() - statements;
        });
        assertThat(before).isLessThan(MOST_STATEMENTS);
        assertThat(QuarkusTransaction.requiringNew().call(() -> WebhookDelivery.count()))
                .isEqualTo(ENDPOINTS);
    }

    private List<TestWebhook> webhooks() {
        List<TestWebhook> all = new ArrayList<>();
        for (int i = 0; i < ENDPOINTS; i++) {
            all.add(TestWebhook.to(receiver, "types", List.of("media")));
        }
        return all;
    }

    /** Changes to pictures, which need no pictures: events are made of the ledger. */
    private static void record(int changes) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < changes; i++) {
                Ledger.record(Change.of(
                        Change.Kind.UPDATED, Subject.media(UUID.randomUUID()), List.of(), DatabaseTime.now()));
            }
        });
    }

    private static long delivered() {
        return QuarkusTransaction.requiringNew()
                .call(() -> WebhookDelivery.count("state = ?1", DeliveryState.DELIVERED) - 1);
    }
}
