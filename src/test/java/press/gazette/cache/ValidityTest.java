package press.gazette.cache;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Invalidation;
import press.gazette.media.Media;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;
import press.gazette.newsroom.TestTags;
import press.gazette.site.SiteClient;
import press.gazette.time.DatabaseClock;

/** A cached response is served only within the time for which it is right. */
@QuarkusTest
@TestProfile(CachingServer.class)
class ValidityTest {

    /** Long enough to request everything that ends then twice. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private static final String SEARCH = "/v1/search?q=desk+expires";

    private static final String PICTURE = "https://pictures.test/ending.jpg";

    @Inject
    DatabaseClock clock;

    @Inject
    RenderedCache cache;

    @Inject
    EntityManagerFactory factory;

    @BeforeEach
    void anew() {
        cache.apply(List.of(new Invalidation(0, List.of(), false)));
    }

    @AfterEach
    void tidyUp() {
        tell(Instant.now());
        PausedServer.go();
        SiteClient.tidyUp();
        ListClient.tidyUp();
        DeskClient.tidyUp();
        TestTags.clear();
        QuarkusTransaction.requiringNew().run(() -> Media.delete("alt", "A trial"));
        anew();
    }

    /** The ends are not recorded in the ledger, as during a loss of the database. */
    @Test
    void noResponseIsServedPastTheEndOfItsContent() {
        List<Shown> all = worldThatEndsSoon();
        all.forEach(shown -> assertThat(shown.response()).as(shown.path).contains(shown.text));
        assertThat(all).filteredOn(this::needsTheDatabase).as("not cached").isEmpty();
        await().until(() -> !clock.instant().isBefore(end));
        all.forEach(shown -> assertThat(shown.response()).as(shown.path).doesNotContain(shown.text));
    }

    /** Nothing tells the caches of the plan but its own transaction: the ledger must not, and the work is paused. */
    @Test
    void endsPlannedAfterAResponseWasCachedAreKnown() {
        List<Shown> all = world();
        all.forEach(shown -> assertThat(shown.response()).as(shown.path).contains(shown.text));
        planEnds();
        all.forEach(shown -> assertThat(shown.response()).as(shown.path).contains(shown.text));
        assertThat(all).filteredOn(this::needsTheDatabase).as("not cached").isEmpty();
        await().until(() -> !clock.instant().isBefore(end));
        all.forEach(shown -> assertThat(shown.response()).as(shown.path).doesNotContain(shown.text));
    }

    private Instant end;
    private DeskClient expiring;
    private String picture;
    private ListClient list;
    private String ending;

    /** A text in the response of an address until its end. */
    private record Shown(String path, String text) {

        String response() {
            return when().get(path).asString();
        }
    }

    private List<Shown> worldThatEndsSoon() {
        List<Shown> shown = world();
        planEnds();
        return shown;
    }

    /** Returns when responses are cached again: those read up to a moment behind a plan are not. */
    private void planEnds() {
        end = clock.instant().plus(SOON);
        expiring.put("expiry", Map.of("at", end.toString())).then().statusCode(201);
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("rightsExpireAt", end.toString()))
                .patch("/v1/desk/media/" + picture)
                .then()
                .statusCode(200);
        list.change(ending, "endsAt", end.toString()).then().statusCode(200);
        list.publish().then().statusCode(200);
        Instant over = clock.instant().plus(RenderedCache.CLOCK_IS_SET);
        await().until(() -> clock.instant().isAfter(over));
    }

    private List<Shown> world() {
        expiring = DeskClient.published("Desk: expires");
        picture = filed("{\"url\": \"" + PICTURE + "\", \"alt\": \"A trial\", \"width\": 16, \"height\": 9}");
        DeskClient pictured = DeskClient.write("Desk: pictured", "image", picture, "related", List.of(expiring.id()));
        pictured.put("publication", Map.of()).then().statusCode(201);
        list = ListClient.create("trial-ending");
        list.placed(Newsroom.NIGHT_TRAMS, "overrides", Map.of("image", picture));
        await().until(() -> when().get(SEARCH + "&limit=1").asString().contains("Desk: expires"));
        ending = list.placed(Newsroom.CLOCK_KEEPER);
        list.publish().then().statusCode(201);
        SiteClient.reading().show(Map.of("article", expiring.id()));
        TestTags.create("""
                        {"slug": "trial-portrayed", "name": "Trial", "type": "contributor", "state": "active", "image": "%s"}""".formatted(picture)).then().statusCode(201);
        DeskClient.write("Desk: portrayed", "tags", List.of("averil", "trial-portrayed"))
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        PausedServer.stop();
        List<Shown> shown = new ArrayList<>(List.of(
                new Shown("/v1/articles/desk-portrayed", PICTURE),
                new Shown("/v1/tags/trial-portrayed", PICTURE),
                new Shown("/sitemaps/articles-1.xml", "desk-expires"),
                new Shown("/v1/articles/desk-pictured", PICTURE),
                new Shown("/v1/articles?limit=2", PICTURE),
                new Shown("/v1/lists/trial-ending", PICTURE),
                new Shown("/v1/lists/trial-ending", Newsroom.CLOCK_KEEPER),
                new Shown("/feeds/lists/trial-ending.rss", Newsroom.CLOCK_KEEPER)));
        List.of(
                        "/v1/articles/desk-expires",
                        "/v1/articles/desk-expires?fields=title",
                        "/v1/articles/desk-expires.jsonld",
                        "/v1/articles/desk-expires.md",
                        "/v1/articles?limit=5",
                        "/v1/articles?ids=" + expiring.id(),
                        "/v1/articles?tags=averil,world",
                        SEARCH,
                        "/v1/articles/desk-pictured?include=related",
                        "/v1/articles/desk-pictured/related",
                        "/v1/tags/averil/articles",
                        "/v1/lists/latest-posts",
                        "/v1/pages/home",
                        "/v1/site",
                        "/feeds/articles.rss",
                        "/feeds/articles.atom",
                        "/feeds/articles.json",
                        "/feeds/articles.ninjs",
                        "/feeds/tags/averil.rss",
                        "/feeds/lists/latest-posts.json")
                .forEach(path -> shown.add(new Shown(path, "Desk: expires")));
        return shown;
    }

    private static String filed(String picture) {
        return Keys.asAdmin()
                .contentType("application/json")
                .body(picture)
                .post("/v1/desk/media")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The database's clock is two hours ahead and then right again. */
    @Test
    void responsesOfAWrongClockAreGoneWhenItIsRight() {
        DeskClient embargoed = DeskClient.write("Desk: embargoed");
        embargoed
                .put("embargo", Map.of("until", Instant.now().plusSeconds(3_600).toString()))
                .then()
                .statusCode(201);
        embargoed.put("publication", Map.of()).then().statusCode(201);
        PausedServer.stop();
        String listing = when().get("/v1/articles?limit=5").asString();
        tell(Instant.now().plusSeconds(7_200));
        DeskClient.asReader("desk-embargoed").then().statusCode(200).body("title", equalTo("Desk: embargoed"));
        assertThat(when().get("/v1/articles?limit=5").asString()).contains("Desk: embargoed");
        tell(Instant.now());
        DeskClient.asReader("desk-embargoed").then().statusCode(404);
        assertThat(when().get("/v1/articles?limit=5").asString()).isEqualTo(listing);
    }

    /** Sets the clock, as a reading of the ledger does. */
    private void tell(Instant databaseTime) {
        long now = System.nanoTime();
        clock.learn(databaseTime, now, now);
    }

    private boolean needsTheDatabase(Shown shown) {
        long before = statements();
        when().get(shown.path).then().statusCode(200);
        return statements() != before;
    }

    private long statements() {
        return factory.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
    }
}
