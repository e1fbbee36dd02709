package press.gazette.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.webhook.DeliveryState;
import press.gazette.webhook.TestReceiver;
import press.gazette.webhook.TestWebhook;

/** Deliveries at the desk: their listing, tests, replays. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class DeliveriesTest {

    private final TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS);

    @AfterEach
    void tidyUp() {
        TestWebhook.removeAll();
        receiver.close();
        DeskClient.tidyUp();
    }

    @Test
    void testEventIsSent() throws WebhookVerificationException, EmptyWebhookSecretException {
        TestWebhook webhook = TestWebhook.to(receiver, "types", List.of("site"));
        Response sent = post(webhook, "/tests", null);
        sent.then()
                .statusCode(201)
                .body("type", equalTo("webhook.test"))
                .body("state", equalTo("pending"))
                .body("seq", nullValue())
                .body("attempts", equalTo(0));
        TestReceiver.Received received =
                webhook.awaitRequest(request -> request.id().equals(sent.path("id")));
        webhook.verify(received);
        assertThat(received.json().getString("type")).isEqualTo("webhook.test");
        assertThat(received.json().getJsonObject("data").getString("webhook")).isEqualTo(webhook.id.toString());
    }

    @Test
    void deliveriesAreListedWithTheirLastResponses() {
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient.published("Desk: delivered");
        webhook.awaitState(DeliveryState.DELIVERED, 1);
        receiver.behave(exchange -> {
            byte[] text = "no\u0000 such <b>hook</b>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, text.length);
            exchange.getResponseBody().write(text);
        });
        DeskClient.published("Desk: rejected");
        await().until(() ->
                webhook.deliveries(DeliveryState.PENDING).stream().anyMatch(delivery -> delivery.attempts() == 1));
        list(webhook, "")
                .then()
                .statusCode(200)
                .body("items.type", everyItem(equalTo("article.published")))
                .body("items.state", equalTo(List.of("pending", "delivered")))
                .body("items[0].status", equalTo(500))
                .body("items[0].response", equalTo("no  such <b>hook</b>"))
                .body("items[0].nextAttemptAt", notNullValue())
                .body("items[1].status", equalTo(204))
                .body("items[1].nextAttemptAt", nullValue())
                .body("items[1].attempts", equalTo(1));
        list(webhook, "?state=delivered").then().body("items.state", equalTo(List.of("delivered")));
        list(webhook, "?state=failed").then().body("items", equalTo(List.of()));
        assertThat(Listings.walk(webhook.path() + "/deliveries?limit=1", Keys::asAdmin))
                .hasSize(2);
        assertThat(list(webhook, "").asString()).doesNotContain(webhook.secret().substring(6));
        list(webhook, "?state=lost").then().statusCode(400).body("errors[0].parameter", equalTo("state"));
        Keys.as(Keys.with("desk:read", "desk:write", "desk:publish"))
                .when()
                .get(webhook.path() + "/deliveries")
                .then()
                .statusCode(403);
    }

    @Test
    void oneDeliveryIsSentAgain() {
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient article = DeskClient.published("Desk: again");
        TestReceiver.Received first = webhook.awaitEvent("article.published", article.id());
        webhook.awaitState(DeliveryState.DELIVERED, 1);
        post(webhook, "/replays", Map.of("delivery", first.id())).then().statusCode(201);
        await().until(() -> receiver.received.size() == 2);
        assertThat(receiver.received.get(1).id()).isEqualTo(first.id());
        assertThat(receiver.received.get(1).body()).isEqualTo(first.body());
    }

    @Test
    void changesBehindAPositionAreSentAgain() {
        TestWebhook before = TestWebhook.to(receiver, "types", List.of("article"));
        DeskClient first = DeskClient.published("Desk: replayed one");
        DeskClient second = DeskClient.published("Desk: replayed two");
        before.awaitEvent("article.published", second.id());
        TestReceiver.Received one = before.awaitEvent("article.published", first.id());
        before.awaitState(DeliveryState.DELIVERED, 2);
        long seq = one.json().getJsonObject("data").getLong("seq");
        post(before, "/replays", Map.of("after", seq - 1)).then().statusCode(201);
        await().until(() -> receiver.received.size() == 4);
        assertThat(receiver.received.stream()
                        .map(TestReceiver.Received::id)
                        .distinct()
                        .toList())
                .hasSize(2);
        try (TestReceiver late = new TestReceiver(TestReceiver.ACCEPTS)) {
            TestWebhook after = TestWebhook.to(late, "types", List.of("article"));
            post(after, "/replays", Map.of("after", seq - 1)).then().statusCode(201);
            after.awaitEvent("article.published", first.id());
            after.awaitEvent("article.published", second.id());
        }
    }

    @Test
    void badReplaysAreRejected() {
        TestWebhook webhook = TestWebhook.to(receiver);
        post(webhook, "/replays", Map.of()).then().statusCode(400);
        post(webhook, "/replays", Map.of("after", -1))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/after"));
        post(webhook, "/replays", Map.of("after", 1, "delivery", "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4"))
                .then()
                .statusCode(400);
        post(webhook, "/replays", Map.of("delivery", "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/delivery"));
        Keys.asAdmin().when().post(webhook.path() + "/tests").then().statusCode(428);
        TestWebhook disabled = TestWebhook.to(receiver, "enabled", false);
        post(disabled, "/tests", null).then().statusCode(409).body("detail", containsString("disabled"));
        Keys.asAdmin()
                .when()
                .get("/v1/desk/audit?subject=webhook:" + webhook.id)
                .then()
                .body("items.path", hasItem(TestWebhook.WEBHOOKS));
    }

    private static Response list(TestWebhook webhook, String query) {
        return Keys.asAdmin().when().get(webhook.path() + "/deliveries" + query);
    }

    private static Response post(TestWebhook webhook, String below, Object content) {
        RequestSpecification request =
                Keys.asAdmin().header("If-Match", webhook.read().header("ETag"));
        return content == null
                ? request.when().post(webhook.path() + below)
                : request.contentType("application/json").body(content).when().post(webhook.path() + below);
    }
}
