package press.gazette.article.translation;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Translations in the ledger, in previews, feeds and sitemaps, and on the reader site. */
@QuarkusTest
class ShownTranslationsTest {

    private static final String LOCK = "desk-lock";
    private static final String SCHLEUSE = "desk-schleuse";

    @Inject
    Clock clock;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void translationAppearsWithTheEndOfItsEmbargo() {
        DeskClient.published("Desk: lock");
        DeskClient german = translation("Desk: Schleuse", "de");
        german.put(
                        "embargo",
                        Map.of(
                                "until",
                                clock.instant().plus(Duration.ofSeconds(5)).toString()))
                .then()
                .statusCode(201);
        german.put("publication", Map.of()).then().statusCode(201);
        long before = head();
        await().untilAsserted(() -> assertThat(recorded(before)).containsKey("article:" + german.id()));
        DeskClient.asReader(LOCK).then().body("translations.slug", equalTo(List.of(SCHLEUSE)));
    }

    @Test
    void previewShowsThePublicTranslations() {
        DeskClient.published("Desk: lock");
        DeskClient german = translation("Desk: Schleuse", "de");
        String url = Keys.as(Keys.BOOTSTRAP)
                .contentType("application/json")
                .body(Map.of("article", german.id()))
                .post("/v1/desk/previews")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        get(url).then().statusCode(200).body("translations.slug", equalTo(List.of(LOCK)));
    }

    @Test
    void ledgerRecordsTheTranslationsThatChangeForReaders() {
        DeskClient lock = DeskClient.published("Desk: lock");
        DeskClient german = translation("Desk: Schleuse", "de");
        translation("Desk: écluse", "fr");
        long before = head();
        german.put("publication", Map.of()).then().statusCode(201);
        Map<String, Change.Kind> both =
                Map.of("article:" + german.id(), Change.Kind.CREATED, "article:" + lock.id(), Change.Kind.UPDATED);
        assertThat(recorded(before)).isEqualTo(both);
        long appeared = head();
        german.patch(Map.of("title", "Desk: Schleusen")).then().statusCode(200);
        german.put("publication", Map.of()).then().statusCode(200);
        assertThat(recorded(appeared)).containsOnlyKeys("article:" + german.id());
        long edited = head();
        german.patch(Map.of("slug", "desk-die-schleuse")).then().statusCode(200);
        german.put("publication", Map.of()).then().statusCode(200);
        assertThat(recorded(edited)).containsOnlyKeys("article:" + german.id(), "article:" + lock.id());
        long moved = head();
        german.delete("/publication").then().statusCode(200);
        assertThat(recorded(moved))
                .isEqualTo(Map.of(
                        "article:" + german.id(), Change.Kind.DELETED, "article:" + lock.id(), Change.Kind.UPDATED));
    }

    @Test
    void feedsAndSitemapsLinkTheTranslations() {
        DeskClient.published("Desk: lock");
        String sitemap = "/sitemaps/articles-1.xml";
        get("/feeds/articles.atom?limit=3").then().body(not(containsString("hreflang")));
        translation("Desk: Schleuse", "de").put("publication", Map.of()).then().statusCode(201);
        String atom = get("/feeds/articles.atom?limit=3").asString();
        assertThat(atom)
                .containsPattern("rel=\"related\" type=\"text/html\" hreflang=\"de\" href=\"[^\"]*/desk-schleuse\"")
                .containsPattern(
                        "hreflang=\"de\"[^>]*></link><link [^>]*rel=\"alternate\"[^>]* href=\"[^\"]*/desk-lock\"");
        String map = get(sitemap).asString();
        assertThat(map)
                .contains("xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
                .containsPattern("/desk-lock</loc><lastmod>[^<]*</lastmod>"
                        + "<xhtml:link rel=\"alternate\" hreflang=\"de\" href=\"[^\"]*/desk-schleuse\"></xhtml:link>"
                        + "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"[^\"]*/desk-lock\"></xhtml:link>");
        get("/feeds/articles.ninjs?limit=3")
                .then()
                .body(
                        "associations.find { it.slugline == 'desk-lock' }.associations.find { it.name == 'translation' }.language",
                        equalTo("de"));
        get("/reader/articles/" + LOCK)
                .then()
                .body(containsString("hreflang=\"en\" href=\"http://localhost:8080/reader/articles/desk-lock\""))
                .body(containsString("hreflang=\"de\" href=\"http://localhost:8080/reader/articles/desk-schleuse\""));
    }

    private static DeskClient translation(String title, String language) {
        return DeskClient.write(title, "language", language, "translationOf", LOCK);
    }

    private static long head() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Ledger.head().position().seq());
    }

    private static Map<String, Change.Kind> recorded(long after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Ledger.after(after, 100).stream()
                        .collect(Collectors.toMap(
                                change -> change.subject().name(), Change::kind, (one, other) -> other)));
    }
}
