package press.gazette.article.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.PausedServer;
import press.gazette.newsroom.TestTags;

/** Contributors have their picture with them, for as long as readers may see it. */
@QuarkusTest
class ContributorsTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String ARTICLE = "/v1/articles/desk-by-someone";

    @Inject
    Clock clock;

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
        TestTags.clear();
        QuarkusTransaction.requiringNew().run(() -> Media.delete("alt like 'Portrait%'"));
    }

    @Test
    void contributorHasItsPictureOnArticlesAndCards() {
        byAContributorWith(picture(Map.of()));
        Map<String, String> portrait =
                Map.of("url", "https://pictures.example/p.jpg", "alt", "Portrait", "credit", "Jo");
        when().get(ARTICLE)
                .then()
                .body("contributors[0].name", equalTo("Trial"))
                .body("contributors[0].type", equalTo("contributor"))
                .body("contributors[0].image", equalTo(portrait))
                .body("contributors[0].url", nullValue())
                .body("url", nullValue());
        when().get("/v1/articles?contributor=trial-someone")
                .then()
                .body("items[0].contributors[0].image", equalTo(portrait));
        when().get(ARTICLE + "?fields=contributors.name,contributors.image.url,url")
                .then()
                .body(
                        "contributors",
                        equalTo(List.of(
                                Map.of("name", "Trial", "image", Map.of("url", "https://pictures.example/p.jpg")))))
                .body("$", not(org.hamcrest.Matchers.hasKey("slug")));
        when().get(ARTICLE + "?include=tags.parents")
                .then()
                .body("contributors[0].parents", equalTo(List.of()))
                .body("contributors[0].image", equalTo(portrait));
    }

    @Test
    void changedPictureIsSeenAtOnce() {
        String picture = picture(Map.of());
        byAContributorWith(picture);
        assertThat(alt()).isEqualTo("Portrait");
        change(picture, Map.of("alt", "Portrait, newer"));
        assertThat(alt()).isEqualTo("Portrait, newer");
        change(picture, Map.of("rightsExpireAt", "2026-01-01T00:00:00Z"));
        assertThat(alt()).isNull();
        change(picture, Map.of("rightsExpireAt", "2090-01-01T00:00:00Z"));
        assertThat(alt()).isEqualTo("Portrait, newer");
        TestTags.patch("trial-someone", "{\"image\": null}").then().statusCode(200);
        assertThat(alt()).isNull();
    }

    /** The end is not recorded in the ledger, as during a loss of the database. */
    @Test
    void pictureLeavesWithItsRights() {
        Instant end = clock.instant().plus(SOON);
        byAContributorWith(picture(Map.of("rightsExpireAt", end.toString())));
        assertThat(alt()).isEqualTo("Portrait");
        PausedServer.stop();
        await().until(() -> !clock.instant().isBefore(end));
        assertThat(alt()).isNull();
    }

    /** An end that is put off is in no ledger either. */
    @Test
    void pictureStaysWhenItsRightsAreProlonged() {
        Instant end = clock.instant().plus(SOON);
        String picture = picture(Map.of("rightsExpireAt", end.toString()));
        byAContributorWith(picture);
        assertThat(alt()).isEqualTo("Portrait");
        PausedServer.stop();
        change(picture, Map.of("rightsExpireAt", end.plus(Duration.ofDays(1)).toString()));
        await().until(() -> !clock.instant().isBefore(end));
        assertThat(alt()).isEqualTo("Portrait");
    }

    private static void byAContributorWith(String picture) {
        TestTags.create("""
                        {"slug": "trial-someone", "name": "Trial", "type": "contributor", "state": "active", "image": "%s"}""".formatted(picture)).then().statusCode(201);
        DeskClient.write("Desk: by someone", "tags", List.of("averil", "trial-someone"))
                .put("publication", Map.of())
                .then()
                .statusCode(201);
    }

    private static String alt() {
        return when().get(ARTICLE).path("contributors[0].image.alt");
    }

    private static String picture(Map<String, String> more) {
        Map<String, Object> picture = new java.util.HashMap<>(Map.of(
                "url", "https://pictures.example/p.jpg", "alt", "Portrait", "credit", "Jo", "width", 16, "height", 9));
        picture.putAll(more);
        return Keys.asAdmin()
                .contentType("application/json")
                .body(picture)
                .post("/v1/desk/media")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void change(String picture, Map<String, String> patch) {
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/desk/media/" + picture)
                .then()
                .statusCode(200);
    }
}
