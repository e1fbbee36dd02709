package press.gazette.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.follower.LedgerCursor;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.webhook.TestReceiver;
import press.gazette.webhook.TestWebhook;
import press.gazette.webhook.WebhookImport;

/** A node of an earlier release moves the cursor past the end of an import without its event. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class MissedImportsTest {

    @Inject
    Events events;

    private final TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS);

    @AfterEach
    void tidyUp() {
        TestWebhook.removeAll();
        receiver.close();
        DeskClient.tidyUp();
    }

    @Test
    void missedEndOfAnImportIsSentLater() {
        TestWebhook webhook = TestWebhook.to(receiver, "types", List.of("article"));
        UUID id = UUID.randomUUID();
        long seq = passedEnd(id);
        QuarkusTransaction.requiringNew().run(() -> WebhookImport.keep(id, Map.of(webhook.id, seq - 1)));
        new EventQueue(events).catchUp();
        DeskClient.published("Desk: behind a missed import");
        JsonObject data =
                webhook.awaitEvent("import.published", id.toString()).json().getJsonObject("data");
        assertThat(data.getLong("seq")).isEqualTo(seq);
        assertThat(data.getLong("after")).isEqualTo(seq - 2);
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void webhookWaitsForTheEndOfAReversal() {
        TestWebhook webhook = TestWebhook.to(receiver, "types", List.of("article"));
        UUID id = UUID.randomUUID();
        long seq = passedEnd(id);
        QuarkusTransaction.requiringNew().run(() -> WebhookImport.keep(id, Map.of(webhook.id, seq + 1)));
        new EventQueue(events).catchUp();
        assertThat(waiting(id)).containsExactly(webhook.id);
    }

    /** An end in the ledger, which the cursor has passed. Returns its number. */
    private static long passedEnd(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Ledger.record(Change.of(Change.Kind.UPDATED, Subject.imported(id), List.of(), Instant.now())));
        long seq = QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
        await().until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> LedgerCursor.open("webhooks", LedgerCursor.Start.FIRST_CHANGE))
                >= seq);
        return seq;
    }

    private static List<UUID> waiting(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> WebhookImport.webhooks(id));
    }
}
