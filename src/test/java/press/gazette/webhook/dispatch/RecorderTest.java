package press.gazette.webhook.dispatch;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.sending.Reply;
import press.gazette.webhook.DeliveryState;
import press.gazette.webhook.TestReceiver;
import press.gazette.webhook.TestWebhook;

/** Outcomes that are recorded again, because the first call failed after it had recorded them, or by a node that lost its lease. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class RecorderTest {

    @Inject
    Recorder recorder;

    private final TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS);

    @AfterEach
    void tidyUp() {
        TestWebhook.removeAll();
        receiver.close();
        DeskClient.tidyUp();
    }

    @Test
    void receiverThatIsGoneIsDisabledByTheSecondCall() {
        receiver.behave(TestReceiver.status(410));
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient.published("Desk: gone");
        webhook.awaitState(DeliveryState.CANCELLED, 1);
        enable(webhook);
        recorder.record(first(webhook, DeliveryState.CANCELLED, 410));
        webhook.read().then().body("enabled", equalTo(false)).body("disabledReason", equalTo("gone"));
    }

    @Test
    void acceptedRequestIsNoFailureTheSecondTime() {
        TestWebhook webhook = delivered();
        recorder.record(first(webhook, DeliveryState.DELIVERED, 200));
        webhook.read().then().body("failingSince", nullValue());
    }

    @Test
    void responseThatWasNotRecordedDisablesNothing() {
        TestWebhook webhook = delivered();
        recorder.record(first(webhook, DeliveryState.DELIVERED, 410));
        webhook.read().then().body("enabled", equalTo(true)).body("failingSince", nullValue());
    }

    private TestWebhook delivered() {
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient.published("Desk: delivered");
        webhook.awaitState(DeliveryState.DELIVERED, 1);
        return webhook;
    }

    private static void enable(TestWebhook webhook) {
        Keys.asAdmin()
                .header("If-Match", webhook.read().header("ETag"))
                .contentType("application/merge-patch+json")
                .body(Map.of("enabled", true))
                .when()
                .patch(webhook.path())
                .then()
                .statusCode(200);
    }

    /** The first attempt of the delivery in this state, with a response. */
    private static Batch.Sent first(TestWebhook webhook, DeliveryState state, int status) {
        Batch.Sending sending =
                new Batch.Sending(webhook.deliveries(state).get(0).id(), 1, "");
        return new Batch.Sent(
                new Batch(webhook.id, Instant.EPOCH, "", List.of(), List.of(sending)),
                List.of(new Batch.Outcome(sending, new Reply(status, null, ""), null)));
    }
}
