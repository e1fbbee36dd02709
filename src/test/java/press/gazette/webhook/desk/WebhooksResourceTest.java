package press.gazette.webhook.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.TestTags;
import press.gazette.webhook.TestWebhook;

/** Creating, changing and removing webhooks, and their secrets. */
@QuarkusTest
class WebhooksResourceTest {

    private static final String WEBHOOKS = "/v1/desk/webhooks";
    private static final String URL = "https://hooks.example/gazette";

    @Inject
    EntityManager entities;

    @AfterEach
    void removeAll() {
        TestWebhook.removeAll();
    }

    @Test
    void webhookIsCreatedAndItsSecretShownOnce() {
        Response created = create(Map.of(
                "url",
                URL,
                "description",
                "Builds the site",
                "types",
                List.of("list", "article"),
                "kinds",
                List.of("withdrawn", "published"),
                "tags",
                "putin,-opinion"));
        created.then()
                .statusCode(201)
                .header("Location", containsString(WEBHOOKS + "/" + created.path("id")))
                .header("ETag", notNullValue())
                .body("url", equalTo(URL))
                .body("description", equalTo("Builds the site"))
                .body("types", equalTo(List.of("article", "list")))
                .body("kinds", equalTo(List.of("published", "withdrawn")))
                .body("tags", equalTo("putin,-opinion"))
                .body("enabled", equalTo(true))
                .body("formerSecretUntil", nullValue())
                .body("createdAt", notNullValue());
        String secret = created.path("secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        String later = Keys.asAdmin().when().get(path(created)).asString()
                + Keys.asAdmin().when().get(WEBHOOKS).asString()
                + Keys.asAdmin()
                        .when()
                        .get("/v1/desk/audit?subject=webhook:" + created.path("id"))
                        .asString();
        assertThat(later).contains(created.<String>path("id")).doesNotContain(secret.substring(6));
        assertThat(stored()).doesNotContain(secret.substring(6));
    }

    @Test
    void everythingIsSentByDefault() {
        Response created = create(Map.of("url", URL));
        created.then()
                .statusCode(201)
                .body("types", nullValue())
                .body("kinds", nullValue())
                .body("tags", nullValue())
                .body("enabled", equalTo(true));
    }

    @Test
    void repeatedRequestDoesNotShowTheSecretAgain() {
        String key = UUID.randomUUID().toString();
        Response first = createWith(key);
        Response second = createWith(key);
        first.then().statusCode(201).body("secret", notNullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")))
                .body("secret", nullValue());
        String secret = first.path("secret");
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(entities.createNativeQuery("select content from idempotency", String.class)
                                .getResultList()
                                .toString())
                        .contains(first.<String>path("id"))
                        .doesNotContain(secret.substring(6)));
    }

    @Test
    void dryRunCreatesNothing() {
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("url", URL))
                .when()
                .post(WEBHOOKS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("url", equalTo(URL))
                .body("secret", nullValue());
        Keys.asAdmin().when().get(WEBHOOKS).then().body("items", equalTo(List.of()));
    }

    @Test
    void webhookIsChangedByMergePatch() {
        Response created = create(Map.of("url", URL, "tags", "putin", "types", List.of("article")));
        Map<String, Object> patch = new HashMap<>(Map.of("enabled", false, "kinds", List.of("deleted")));
        patch.put("tags", null);
        Response changed = patch(created, patch);
        changed.then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("types", equalTo(List.of("article")))
                .body("kinds", equalTo(List.of("deleted")))
                .body("tags", nullValue());
        patch(created, Map.of("enabled", true)).then().statusCode(412);
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .body(Map.of("enabled", true))
                .when()
                .patch(path(created))
                .then()
                .statusCode(428);
        Keys.asAdmin()
                .when()
                .get("/v1/desk/audit?subject=webhook:" + created.path("id"))
                .then()
                .body("items.action", equalTo(List.of("PATCH", "POST")))
                .body("items.actor", hasItem("bootstrap"));
    }

    @Test
    void webhookOfAHiddenTagCanBeDisabled() {
        String tag = TestTags.keyword("trial-hook", "active");
        Response created = create(Map.of("url", URL, "tags", "trial-hook"));
        TestTags.patch("trial-hook", "{\"state\": \"hidden\"}").then().statusCode(200);
        Response disabled = patch(created, Map.of("enabled", false));
        disabled.then().statusCode(200).body("enabled", equalTo(false)).body("tags", equalTo(tag));
        patch(disabled, Map.of("tags", "trial-hook|putin"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/tags"));
        TestTags.clear();
    }

    @Test
    void secretIsReplacedAndTheFormerOneStaysValidForAWhile() {
        Response created = create(Map.of("url", URL));
        Response replaced =
                Keys.asAdmin().header("If-Match", created.header("ETag")).when().post(path(created) + "/secrets");
        replaced.then().statusCode(201).body("secret", notNullValue()).body("formerSecretUntil", notNullValue());
        assertThat(replaced.<String>path("secret")).isNotEqualTo(created.path("secret"));
        Keys.asAdmin()
                .when()
                .get(path(created))
                .then()
                .header("ETag", replaced.header("ETag"))
                .body("formerSecretUntil", notNullValue())
                .body("secret", nullValue());
    }

    @Test
    void removedWebhookIsGone() {
        Response created = create(Map.of("url", URL));
        Keys.asAdmin()
                .header("If-Match", created.header("ETag"))
                .when()
                .delete(path(created))
                .then()
                .statusCode(204);
        Keys.asAdmin().when().get(path(created)).then().statusCode(404);
    }

    @Test
    void listingIsPagedNewestFirst() {
        for (int i = 0; i < 3; i++) {
            create(Map.of("url", URL + "/" + i, "tags", "putin")).then().statusCode(201);
        }
        List<Map<String, Object>> all = Listings.walk(WEBHOOKS + "?limit=2", Keys::asAdmin);
        assertThat(all)
                .extracting(item -> (String) item.get("url"))
                .containsExactly(URL + "/2", URL + "/1", URL + "/0");
        assertThat(all).extracting(item -> item.get("tags")).containsOnly("putin");
    }

    @Test
    void onlyAdminsSeeWebhooks() {
        Response created = create(Map.of("url", URL));
        String key = Keys.with("desk:read", "desk:write", "desk:publish");
        Keys.as(key).when().get(WEBHOOKS).then().statusCode(403);
        Keys.as(key).when().get(path(created)).then().statusCode(403);
        Keys.as(key)
                .header("If-Match", "*")
                .when()
                .post(path(created) + "/secrets")
                .then()
                .statusCode(403);
        Keys.as(key)
                .contentType("application/json")
                .body(Map.of("url", URL))
                .when()
                .post(WEBHOOKS)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                               | /url         | required",
                "{\"url\":\"http://hooks.example/\"}                              | /url         | https",
                "{\"url\":\"https://0x7f.1/\"}                                    | /url         | public internet",
                "{\"url\":\"https://[::ffff:10.0.0.1]/\"}                         | /url         | public internet",
                "{\"url\":\"https://user:pass@hooks.example/\"}                   | /url         | without user",
                "{\"url\":\"https://hooks.example/\",\"types\":[\"user\"]}        | /types/0     | must be one of",
                "{\"url\":\"https://hooks.example/\",\"kinds\":[\"created\"]}     | /kinds/0     | must be one of",
                "{\"url\":\"https://hooks.example/\",\"tags\":\"(putin\"}         | /tags        | is missing",
                "{\"url\":\"https://hooks.example/\",\"tags\":\"no-such-tag\"}    | /tags        | There is no tag",
                "{\"url\":\"https://hooks.example/\",\"description\":\"a\\nb\"}   | /description | line breaks",
                "{\"url\":\"https://hooks.example/\",\"secret\":\"whsec_x\"}      | /secret      | no member",
                "{\"url\":\"https://hooks.example/\",\"enabled\":\"yes\"}         | /enabled     | must be",
            })
    void badContentIsRejectedWithItsPlace(String content, String pointer, String detail) {
        Keys.asAdmin()
                .contentType("application/json")
                .body(content)
                .when()
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
        Keys.asAdmin().when().get(WEBHOOKS).then().body("items", equalTo(List.of()));
    }

    private String stored() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select secret from webhook", String.class)
                        .getResultList()
                        .toString());
    }

    private static Response create(Map<String, Object> draft) {
        return Keys.asAdmin().contentType("application/json").body(draft).when().post(WEBHOOKS);
    }

    private static Response createWith(String key) {
        return Keys.asAdmin()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("url", URL))
                .when()
                .post(WEBHOOKS);
    }

    private static Response patch(Response created, Map<String, Object> patch) {
        return Keys.asAdmin()
                .header("If-Match", created.header("ETag"))
                .contentType("application/merge-patch+json")
                .body(patch)
                .when()
                .patch(path(created));
    }

    private static String path(Response created) {
        return WEBHOOKS + "/" + created.path("id");
    }
}
