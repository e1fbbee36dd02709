package press.gazette.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.newsroom.TestTags;
import press.gazette.webhook.DeliveryState;
import press.gazette.webhook.TestReceiver;
import press.gazette.webhook.TestWebhook;

/** Changes reach receivers: signed, filtered, retried, whatever other receivers do. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class DispatchTest {

    private final TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS);

    @AfterEach
    void tidyUp() {
        TestWebhook.removeAll();
        receiver.close();
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void lifeOfAnArticleIsSent() throws WebhookVerificationException, EmptyWebhookSecretException {
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient article = DeskClient.published("Desk: webhook life");
        TestReceiver.Received published = webhook.awaitEvent("article.published", article.id());
        webhook.verify(published);
        JsonObject data = published.json().getJsonObject("data");
        assertThat(data.getString("slug")).isEqualTo("desk-webhook-life");
        assertThat(data.getString("href")).isEqualTo("/v1/articles/" + article.id());
        assertThat(data.getLong("seq")).isPositive();
        assertThat(data.getInteger("version")).isNotNull();
        assertThat(data.getJsonArray("groups")).contains("article:" + article.id(), "articles");
        assertThat(published.json().getInstant("timestamp")).isNotNull();
        assertThat(published.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(published.body()).doesNotContain("webhook life");

        article.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        TestReceiver.Received withdrawn = webhook.awaitEvent("article.withdrawn", article.id());
        webhook.verify(withdrawn);
        assertThat(withdrawn.json().getJsonObject("data").getString("reason")).isEqualTo("legal");
        assertThat(withdrawn.json().getJsonObject("data").getString("slug")).isNull();
        assertThat(withdrawn.id()).isNotEqualTo(published.id());
        await().until(() -> webhook.deliveries(DeliveryState.PENDING).isEmpty());
        webhook.read().then().body("failingSince", nullValue());
    }

    @Test
    void draftsAreNotSent() {
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient draft = DeskClient.write("Desk: not for webhooks");
        DeskClient article = DeskClient.published("Desk: for webhooks");
        webhook.awaitEvent("article.published", article.id());
        assertThat(receiver.received).noneMatch(request -> request.body().contains(draft.id()));
    }

    @Test
    void hiddenTagsAreNotSent() {
        String hidden = TestTags.keyword("trial-unsent", "active");
        DeskClient article = DeskClient.published("Desk: unsent tag", "tags", List.of("world", "trial-unsent"));
        TestTags.patch("trial-unsent", "{\"state\": \"hidden\"}").then().statusCode(200);
        TestWebhook webhook = TestWebhook.to(receiver);
        article.patch(Map.of("title", "Desk: unsent tag that is hidden")).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        TestReceiver.Received updated = webhook.awaitEvent("article.updated", article.id());
        assertThat(updated.body()).contains("\"tag:").doesNotContain(hidden);
    }

    @Test
    void filtersDecide() {
        TestWebhook averil = TestWebhook.to(receiver, "tags", "averil,-opinion", "kinds", List.of("published"));
        try (TestReceiver others = new TestReceiver(TestReceiver.ACCEPTS)) {
            TestWebhook.to(others, "tags", "opinion|(world,-averil)");
            TestWebhook.to(others, "types", List.of("list", "site"));
            TestWebhook.to(others, "kinds", List.of("moved"));
            TestWebhook.to(others, "enabled", false);
            DeskClient article = DeskClient.published("Desk: filtered");
            averil.awaitEvent("article.published", article.id());
            article.patch(Map.of("standfirst", "More")).then().statusCode(200);
            article.put("publication", Map.of()).then().statusCode(200);
            DeskClient next = DeskClient.published("Desk: filtered next");
            averil.awaitEvent("article.published", next.id());
            assertThat(receiver.received)
                    .noneMatch(request -> TestWebhook.is(request, "article.updated", article.id()));
            assertThat(others.received).isEmpty();
        }
    }

    @Test
    void failedRequestIsRetriedWithTheSameId() throws WebhookVerificationException, EmptyWebhookSecretException {
        receiver.behave(TestReceiver.status(500));
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient article = DeskClient.published("Desk: retried");
        TestReceiver.Received first = webhook.awaitEvent("article.published", article.id());
        webhook.awaitState(DeliveryState.PENDING, 1);
        await().until(() -> webhook.deliveries(DeliveryState.PENDING).get(0).attempts() == 1);
        webhook.read().then().body("failingSince", notNullValue()).body("enabled", equalTo(true));
        receiver.behave(TestReceiver.ACCEPTS);
        webhook.hurry();
        webhook.awaitState(DeliveryState.DELIVERED, 1);
        TestReceiver.Received second = receiver.received.get(1);
        webhook.verify(second);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        webhook.read().then().body("failingSince", nullValue());
    }

    @Test
    void otherReceiverIsToldThatAWebhookWasDisabled() throws WebhookVerificationException, EmptyWebhookSecretException {
        try (TestReceiver gone = new TestReceiver(TestReceiver.status(410));
                TestReceiver third = new TestReceiver(TestReceiver.ACCEPTS)) {
            TestWebhook watcher = TestWebhook.to(receiver, "types", List.of("site"), "notices", true);
            TestWebhook.to(third, "types", List.of("site"));
            TestWebhook disabled = TestWebhook.to(gone, "notices", true);
            DeskClient.published("Desk: watched");
            TestReceiver.Received notice = watcher.awaitRequest(
                    request -> request.json().getString("type").equals("webhook.disabled"));
            watcher.verify(notice);
            assertThat(notice.json().getJsonObject("data").getString("webhook")).isEqualTo(disabled.id.toString());
            assertThat(notice.json().getJsonObject("data").getString("reason")).isEqualTo("gone");
            assertThat(notice.body()).doesNotContain(gone.url());
            watcher.awaitState(DeliveryState.DELIVERED, 1);
            assertThat(third.received).isEmpty();
            watcher.read().then().body("notices", equalTo(true));
        }
    }

    @Test
    void receiverThatIsGoneIsDisabled() {
        receiver.behave(TestReceiver.status(410));
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient.published("Desk: gone");
        webhook.awaitState(DeliveryState.CANCELLED, 1);
        webhook.read()
                .then()
                .body("enabled", equalTo(false))
                .body("disabledReason", equalTo("gone"))
                .body("disabledAt", notNullValue());
        Keys.asAdmin()
                .when()
                .get("/v1/desk/audit?subject=webhook:" + webhook.id)
                .then()
                .body("items.actor", hasItems("webhooks", "bootstrap"))
                .body("items[0].path", equalTo(webhook.path()));
        int requests = receiver.received.size();
        DeskClient.published("Desk: after it was gone");
        Response enabled = Keys.asAdmin()
                .header("If-Match", webhook.read().header("ETag"))
                .contentType("application/merge-patch+json")
                .body(Map.of("enabled", true))
                .when()
                .patch(webhook.path());
        enabled.then().statusCode(200).body("disabledReason", nullValue());
        receiver.behave(TestReceiver.ACCEPTS);
        DeskClient next = DeskClient.published("Desk: enabled again");
        webhook.awaitEvent("article.published", next.id());
        assertThat(receiver.received).hasSize(requests + 1);
    }

    @Test
    void receiverThatFailsForFiveDaysIsDisabled() {
        receiver.behave(TestReceiver.status(503));
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient.published("Desk: five days");
        await().until(() ->
                webhook.deliveries(DeliveryState.PENDING).stream().anyMatch(delivery -> delivery.attempts() == 1));
        webhook.failingFor(Duration.ofHours(121));
        webhook.hurry();
        webhook.awaitState(DeliveryState.CANCELLED, 1);
        webhook.read().then().body("enabled", equalTo(false)).body("disabledReason", equalTo("failing"));
    }

    @Test
    void receiverMayAskForALongerPause() {
        receiver.behave(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            exchange.sendResponseHeaders(429, -1);
        });
        TestWebhook webhook = TestWebhook.to(receiver);
        DeskClient.published("Desk: later, please");
        await().until(() -> webhook.deliveries(DeliveryState.PENDING).stream()
                .anyMatch(delivery -> delivery.attempts() == 1
                        && delivery.dueAt() != null
                        && delivery.dueAt().isAfter(Instant.now().plusSeconds(3_500))));
    }

    @Test
    void replacedSecretSignsToo() throws WebhookVerificationException, EmptyWebhookSecretException {
        TestWebhook webhook = TestWebhook.to(receiver);
        Response replaced = Keys.asAdmin()
                .header("If-Match", webhook.read().header("ETag"))
                .when()
                .post(webhook.path() + "/secrets");
        DeskClient article = DeskClient.published("Desk: two secrets");
        TestReceiver.Received received = webhook.awaitEvent("article.published", article.id());
        webhook.verify(received);
        TestWebhook.verify(received, replaced.path("secret"));
        assertThat(received.headers()
                        .firstValue("webhook-signature")
                        .orElseThrow()
                        .split(" ", -1))
                .hasSize(2);
    }

    /** Nothing is locked while a request is under way, and no receiver waits for another. */
    @Test
    void badReceiversDelayNoOthers() throws InterruptedException {
        try (TestReceiver hangs = new TestReceiver(exchange -> Thread.sleep(60_000));
                TestReceiver resets = new TestReceiver(exchange -> {});
                TestReceiver drips = new TestReceiver(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write('.');
                        exchange.getResponseBody().flush();
                        Thread.sleep(50);
                    }
                });
                TestReceiver redirects = new TestReceiver(exchange -> {
                    exchange.getResponseHeaders().add("Location", receiver.url());
                    exchange.sendResponseHeaders(301, -1);
                })) {
            TestWebhook hanging = TestWebhook.to(hangs);
            TestWebhook resetting = TestWebhook.to(resets);
            TestWebhook dripping = TestWebhook.to(drips);
            TestWebhook redirecting = TestWebhook.to(redirects);
            TestWebhook good = TestWebhook.to(receiver);
            DeskClient first = DeskClient.published("Desk: hung");
            hanging.awaitEvent("article.published", first.id());
            DeskClient article = DeskClient.published("Desk: not delayed");
            good.awaitEvent("article.published", article.id());
            Keys.asAdmin()
                    .header("If-Match", hanging.read().header("ETag"))
                    .contentType("application/merge-patch+json")
                    .body(Map.of("description", "Hangs"))
                    .when()
                    .patch(hanging.path())
                    .then()
                    .statusCode(200);
            dripping.awaitState(DeliveryState.DELIVERED, 2);
            for (TestWebhook failing : List.of(hanging, resetting, redirecting)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> failing.deliveries(DeliveryState.PENDING).stream()
                                .anyMatch(delivery -> delivery.attempts() > 0));
            }
            assertThat(receiver.received).hasSize(2);
        }
    }

    @Test
    void manyChangesAreSentOnceEach() {
        TestWebhook webhook = TestWebhook.to(receiver, "types", List.of("article"));
        for (int i = 0; i < 30; i++) {
            DeskClient.published("Desk: many " + i);
        }
        webhook.awaitState(DeliveryState.DELIVERED, 30);
        Set<String> ids =
                receiver.received.stream().map(TestReceiver.Received::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(30);
        assertThat(receiver.received).hasSize(30);
    }
}
