package press.gazette.importer.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static press.gazette.newsroom.Receivers.CDN;
import static press.gazette.newsroom.Receivers.HUB;

import java.time.Duration;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.importer.wordpress.Exports;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.webhook.TestReceiver;
import press.gazette.webhook.TestWebhook;

/** Requirement 22: subscribers, hubs and caches learn of an import as a whole. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class ImportNoiseTest extends TidyImports {

    private static final int POSTS = 120;

    private final TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS);

    @AfterEach
    void tidyUp() {
        TestWebhook.removeAll();
        receiver.close();
        DeskClient.tidyUp();
    }

    private static String export(int posts) {
        String[] items = new String[posts];
        for (int i = 0; i < posts; i++) {
            items[i] =
                    Exports.post(String.valueOf(i), "desk-import-" + i, "Text", Exports.term("category", "desk-noise"));
        }
        return Exports.of(items);
    }

    @Test
    void requirement22WebhookGetsOneEventForAnImport() {
        TestWebhook articles = TestWebhook.to(receiver, "types", List.of("article"));
        try (TestReceiver lists = new TestReceiver(TestReceiver.ACCEPTS)) {
            TestWebhook.to(lists, "types", List.of("page"));
            long before = TestImports.ledger();
            JsonPath done = TestImports.imported(export(POSTS), "");
            TestReceiver.Received event = articles.awaitEvent("import.published", done.getString("id"));
            JsonObject data = event.json().getJsonObject("data");
            assertThat(data.getLong("after")).isGreaterThanOrEqualTo(before);
            assertThat(data.getLong("seq")).isGreaterThanOrEqualTo(before + POSTS);
            assertThat(data.getJsonArray("groups")).containsExactly("articles", "tags", "labels", "lists");
            assertThat((long) data.getInteger("moreGroups"))
                    .as("any response may differ")
                    .isEqualTo(data.getLong("seq") - data.getLong("after"));
            DeskClient later = DeskClient.published("Desk: after an import");
            articles.awaitEvent("article.published", later.id());
            assertThat(receiver.received).hasSize(2);
            assertThat(lists.received).isEmpty();
        }
    }

    @Test
    void requirement22OldArticlesDoNotFillFeeds() {
        TestImports.imported(export(POSTS), "");
        for (String feed : List.of("/feeds/articles.json", "/feeds/articles.rss", "/v1/articles?limit=20")) {
            assertThat(when().get(feed).then().statusCode(200).extract().asString())
                    .doesNotContain("desk-import-");
        }
    }

    @Test
    void requirement22RemovalIsAnEventOfItsOwn() {
        TestImports.imported(export(2), "");
        TestWebhook webhook = TestWebhook.to(receiver, "types", List.of("article"));
        long before = TestImports.ledger();
        TestImports.imported(
                Exports.of(
                        Exports.item("0", "desk-import-0", "Text", "private", ""),
                        Exports.item("1", "desk-import-1", "Text", "private", "")),
                "");
        for (Change change : TestImports.changesBehind(before)) {
            if (change.kind() == Change.Kind.DELETED) {
                webhook.awaitEvent("article.deleted", change.subject().key());
            }
        }
        assertThat(receiver.received).hasSize(2);
    }

    @Test
    void requirement22HubIsNotifiedOnceOfEachFeed() {
        HUB.received.clear();
        TestImports.imported(export(POSTS), "");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(pings("/feeds/tags/desk-noise.rss")).isEqualTo(1));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(pings("/feeds/articles.rss")).isEqualTo(1));
    }

    private static long pings(String path) {
        return HUB.received.stream()
                .filter(said -> List.of(said.split("&", -1)).contains("hub.url=http://localhost:8080" + path))
                .count();
    }

    @Test
    void requirement22CachesAreNotPurgedForEachArticle() {
        CDN.received.clear();
        long before = TestImports.ledger();
        TestImports.imported(export(POSTS), "");
        List<Change> changes = TestImports.changesBehind(before);
        String last = changes.get(changes.size() - 2).subject().name();
        await().atMost(Duration.ofSeconds(30)).until(() -> CDN.received.stream().anyMatch(said -> said.contains(last)));
        assertThat(CDN.received).hasSizeLessThan(POSTS / 2);
    }
}
