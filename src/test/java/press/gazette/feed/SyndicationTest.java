package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.media.Media;
import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Feeds with whole articles, and pictures that only this newsroom may show. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class SyndicationTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        QuarkusTransaction.requiringNew().run(() -> Media.delete("alt", "A trial"));
    }

    /** Such a picture stays on the newsroom's own pages. */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void mediaThatMustNotBePassedOnAreLeftOut(FeedFormat format) {
        String own = picture("https://pictures.test/own.jpg");
        String free = picture("https://pictures.test/free.jpg");
        DeskClient desk = DeskClient.published(
                "Desk: passed on",
                "image",
                own,
                "body",
                Map.of(
                        "blocks",
                        List.of(
                                Map.of(
                                        "type",
                                        "image",
                                        "url",
                                        "https://pictures.test/own.jpg",
                                        "alt",
                                        "",
                                        "media",
                                        own),
                                Map.of(
                                        "type",
                                        "gallery",
                                        "images",
                                        List.of(
                                                Map.of(
                                                        "type",
                                                        "image",
                                                        "url",
                                                        "https://pictures.test/o.jpg",
                                                        "alt",
                                                        "",
                                                        "media",
                                                        own),
                                                Map.of(
                                                        "type",
                                                        "image",
                                                        "url",
                                                        "https://pictures.test/free.jpg",
                                                        "alt",
                                                        "",
                                                        "media",
                                                        free))))));
        // As in a database of a release that kept no record of uses.
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("delete from article_media")
                        .executeUpdate());
        String url = "/feeds/tags/averil." + format.extension;
        assertThat(when().get(url).asString()).contains("own.jpg", "o.jpg", "free.jpg");
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("syndicated", false))
                .patch("/v1/desk/media/" + own)
                .then()
                .statusCode(200)
                .body("syndicated", Matchers.equalTo(false));
        assertThat(when().get(url).asString()).contains("free.jpg").doesNotContain("own.jpg", "o.jpg");
        when().get("/v1/articles/" + desk.id()).then().body("image.url", Matchers.endsWith("own.jpg"));
    }

    private static String picture(String url) {
        return Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("url", url, "alt", "A trial", "width", 16, "height", 9))
                .post("/v1/desk/media")
                .path("id");
    }
}
