package press.gazette.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.LedgerPosition;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.webhook.DeliveryState;
import press.gazette.webhook.TestReceiver;
import press.gazette.webhook.TestWebhook;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookEvent;

/** Deliveries and their events are removed once they are old. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class DeliverySweeperTest {

    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    /** No change has these numbers. */
    static final List<Long> NUMBERS = List.of(1_000_000_001L, 1_000_000_002L);

    @Inject
    DeliverySweeper sweeper;

    UUID webhook;
    private final TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS);

    @BeforeEach
    void register() {
        webhook = TestWebhook.to(receiver, "types", List.of("site")).id;
    }

    @AfterEach
    void tidyUp() {
        TestWebhook.removeAll();
        receiver.close();
        sweeper.sweep();
    }

    @Test
    void oldDeliveriesAreRemovedWithTheirEvents() {
        deliverLongAgo();
        sweeper.sweep();
        assertThat(deliveries()).isZero();
        assertThat(events()).isZero();
    }

    @Test
    void pendingDeliveriesStayWithTheirEvents() {
        deliverLongAgo();
        QuarkusTransaction.requiringNew().run(() -> replay(NUMBERS.get(0)));
        sweeper.sweep();
        assertThat(deliveries()).isOne();
        assertThat(events()).isOne();
    }

    void deliverLongAgo() {
        QuarkusTransaction.requiringNew().run(() -> {
            NUMBERS.forEach(this::replay);
            WebhookDelivery.update(
                    "state = ?1, dueAt = null, createdAt = ?2 where webhookId = ?3",
                    DeliveryState.DELIVERED,
                    LONG_AGO,
                    webhook);
        });
    }

    /** Stores the event as a replay does, and locks it if it is there. */
    static void store(long number) {
        WebhookEvent.store(new LedgerPosition(number, LONG_AGO), "site.updated", "{}", LONG_AGO);
    }

    /** Queues the event again, but does not make its queue due: nothing is sent. */
    void replay(long number) {
        store(number);
        WebhookDelivery.replay(webhook, id(number), Instant.now());
    }

    long deliveries() {
        return QuarkusTransaction.requiringNew().call(() -> WebhookDelivery.count("webhookId", webhook));
    }

    static long events() {
        return QuarkusTransaction.requiringNew()
                .call(() -> WebhookEvent.count(
                        "id in ?1",
                        NUMBERS.stream().map(DeliverySweeperTest::id).toList()));
    }

    private static UUID id(long number) {
        return WebhookEvent.idOf(new LedgerPosition(number, LONG_AGO));
    }
}
