package press.gazette.webhook;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.persistence.LockModeType;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;

import press.gazette.newsroom.Keys;

/** A webhook that a test has created for a receiver. */
public final class TestWebhook {

    public static final String WEBHOOKS = "/v1/desk/webhooks";

    public final UUID id;
    private final String secret;
    private final TestReceiver receiver;

    private TestWebhook(Response created, TestReceiver receiver) {
        created.then().statusCode(201);
        id = UUID.fromString(created.path("id"));
        secret = created.path("secret");
        this.receiver = receiver;
    }

    /** Creates a webhook with further members of the draft in pairs. */
    public static TestWebhook to(TestReceiver receiver, Object... more) {
        Map<String, Object> draft = new HashMap<>(Map.of("url", receiver.url()));
        for (int i = 0; i < more.length; i += 2) {
            draft.put(more[i].toString(), more[i + 1]);
        }
        return new TestWebhook(
                Keys.asAdmin()
                        .contentType("application/json")
                        .body(draft)
                        .when()
                        .post(WEBHOOKS),
                receiver);
    }

    /** Removes all webhooks. The dispatcher locks queues first too. */
    public static void removeAll() {
        QuarkusTransaction.requiringNew().run(() -> {
            WebhookQueue.find("order by webhookId")
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
            Webhook.deleteAll();
        });
    }

    public String path() {
        return WEBHOOKS + "/" + id;
    }

    public Response read() {
        return Keys.asAdmin().when().get(path());
    }

    /** Awaits the first request that matches. */
    public TestReceiver.Received awaitRequest(Predicate<TestReceiver.Received> wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> receiver.received.stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    /** Awaits the first event of a type about a subject. */
    public TestReceiver.Received awaitEvent(String type, String subject) {
        return awaitRequest(request -> is(request, type, subject));
    }

    public static boolean is(TestReceiver.Received request, String type, String subject) {
        JsonObject data = request.json().getJsonObject("data");
        return request.json().getString("type").equals(type)
                && (subject.equals(data.getString("id")) || subject.equals(data.getString("key")));
    }

    /** Awaits deliveries in a state. */
    public void awaitState(DeliveryState state, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> deliveries(state).size() == count);
    }

    public List<WebhookDelivery> deliveries(DeliveryState state) {
        return QuarkusTransaction.requiringNew()
                .call(() -> WebhookDelivery.list("webhookId = ?1 and state = ?2", id, state));
    }

    /** Makes all pending deliveries due now, as if their time had come. */
    public void hurry() {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant past = Instant.now().minusSeconds(1);
            WebhookDelivery.update("dueAt = ?1 where webhookId = ?2 and dueAt is not null", past, id);
            WebhookQueue.locked(id).orElseThrow().add(past);
        });
    }

    /** Moves the first failed attempt back. */
    public void failingFor(Duration time) {
        QuarkusTransaction.requiringNew()
                .run(() -> WebhookQueue.update(
                        "failingSince = ?1 where webhookId = ?2", Instant.now().minus(time), id));
    }

    /** Verifies a request with a library that is not ours. */
    public void verify(TestReceiver.Received request) throws WebhookVerificationException, EmptyWebhookSecretException {
        verify(request, secret);
    }

    public static void verify(TestReceiver.Received request, String secret)
            throws WebhookVerificationException, EmptyWebhookSecretException {
        new com.standardwebhooks.Webhook(secret)
                .verify(request.body(), HttpHeaders.of(request.headers().map(), (name, value) -> true));
    }

    public String secret() {
        return secret;
    }
}
