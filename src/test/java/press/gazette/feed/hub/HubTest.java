package press.gazette.feed.hub;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.newsroom.Receivers.HUB;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.newsroom.Receivers.Manner;
import press.gazette.site.SiteClient;

/** WebSub: feeds name the hub, and the hub is notified of each change until it has accepted. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class HubTest {

    private static final int MANY = 400;

    /** A feed that no change affects. */
    private static final String FEED = "/feeds/tags/hub-test";

    @BeforeEach
    void silence() {
        await().atMost(Duration.ofSeconds(30)).until(() -> isCaughtUp() && waiting() == 0);
        HUB.received.clear();
    }

    @AfterEach
    void tidyUp() {
        HUB.behave(Manner.ACCEPTS);
        HUB.refusals.set(0);
        inTransaction(() -> HubPing.delete("feed", FEED));
        SiteClient.tidyUp();
        DeskClient.tidyUp();
    }

    @Test
    void feedsNameTheHubInHeaderAndDocument() {
        for (String extension : List.of("rss", "atom", "json", "ninjs")) {
            when().get("/feeds/articles." + extension)
                    .then()
                    .header("Link", containsString("rel=\"hub\""))
                    .header("Link", containsString("rel=\"self\""));
        }
        when().get("/feeds/tags/" + Newsroom.PUTIN + ".rss")
                .then()
                .body(containsString("<atom:link rel=\"hub\" href=\"http://127.0.0.1"));
        when().get("/feeds/tags/" + Newsroom.PUTIN + ".atom")
                .then()
                .body(containsString("<link rel=\"hub\" href=\"http://127.0.0.1"));
        when().get("/feeds/tags/" + Newsroom.PUTIN + ".json").then().body("hubs[0].type", equalTo("WebSub"));
    }

    @Test
    void hubIsNotifiedOfEachFeedThatMayHaveChanged() {
        DeskClient.published("Desk: told");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(heard("/feeds/articles.rss")).isEqualTo(1);
            assertThat(heard("/feeds/tags/" + Newsroom.AVERIL + ".atom")).isEqualTo(1);
            assertThat(heard("/feeds/tags/" + Newsroom.WORLD + ".json")).isEqualTo(1);
            assertThat(heard("/feeds/lists/" + Newsroom.LATEST_POSTS + ".ninjs"))
                    .isEqualTo(1);
        });
        assertThat(heard("/feeds/tags/" + Newsroom.PUTIN + ".rss")).isZero();
        assertThat(HUB.received).allMatch(said -> said.startsWith("hub.mode=publish&hub.url="));
    }

    @Test
    void hubIsNotifiedOfFeedsThatNameTheSite() {
        SiteClient desk = SiteClient.reading();
        desk.patch("title", "Second").then().statusCode(200);
        desk.publish().then().statusCode(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(heard("/feeds/articles.rss")).isEqualTo(1);
            assertThat(heard("/feeds/lists/" + Newsroom.LATEST_POSTS + ".atom")).isEqualTo(1);
        });
        assertThat(heard("/feeds/tags/" + Newsroom.PUTIN + ".rss")).isZero();
    }

    @Test
    void rejectedNotificationIsRetried() {
        HUB.refusals.set(2);
        DeskClient.published("Desk: told again");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heard("/feeds/tags/" + Newsroom.AVERIL + ".rss"))
                        .isEqualTo(1));
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
        assertThat(heard("/feeds/articles.rss")).isEqualTo(1);
    }

    @Test
    void hubWithASlowResponseBodyHasAccepted() {
        HUB.behave(Manner.DRIPS);
        DeskClient.published("Desk: dripped");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> heard("/feeds/lists/" + Newsroom.LATEST_POSTS + ".rss") > 0 && waiting() == 0);
    }

    @Test
    void hangingHubHoldsNoLocks() {
        HUB.behave(Manner.HANGS);
        DeskClient.published("Desk: hung");
        await().atMost(Duration.ofSeconds(30)).until(() -> !HUB.received.isEmpty());
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Panache.getSession(HubPing.class)
                                .createNativeQuery("select feed from hub_ping for update skip locked", String.class)
                                .getResultList()))
                .hasSize((int) waiting());
        isNotifiedOnceItAccepts();
    }

    @Test
    void notificationIsRetriedAfterAConnectionReset() {
        HUB.behave(Manner.RESETS);
        DeskClient.published("Desk: reset");
        await().atMost(Duration.ofSeconds(30)).until(() -> !HUB.received.isEmpty());
        isNotifiedOnceItAccepts();
    }

    private static void isNotifiedOnceItAccepts() {
        HUB.received.clear();
        HUB.behave(Manner.ACCEPTS);
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
        assertThat(heard("/feeds/articles.rss")).isPositive();
        assertThat(heard("/feeds/tags/" + Newsroom.AVERIL + ".rss")).isPositive();
    }

    /** A database with much news is new to the hub's follower. */
    @Test
    void manyChangesToAFeedNeedOneNotification() {
        Statistics statistics =
                Panache.getSession(HubPing.class).getSessionFactory().getStatistics();
        long before = statistics.getPrepareStatementCount();
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = Instant.now();
            for (int i = 0; i < MANY; i++) {
                Ledger.record(Change.of(
                        Change.Kind.UPDATED, Subject.article(UUID.randomUUID()), List.of(Subject.ARTICLES), now));
            }
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> isCaughtUp() && waiting() == 0);
        assertThat(statistics.getPrepareStatementCount() - before).isLessThan(2L * MANY);
    }

    @Test
    void pingThatWaitsIsNotPutOffByAnImport() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant due = now.plus(Duration.ofMinutes(10));
        inTransaction(() -> {
            HubPing.scheduleLater(FEED, due);
            HubPing.update("attempts = 3 where feed = ?1", FEED);
        });
        inTransaction(() -> HubPing.scheduleLater(FEED, now.plus(Duration.ofMinutes(20))));
        inTransaction(() -> {
            HubPing ping = HubPing.findById(FEED);
            assertThat(ping.dueAt()).isBetween(due, due.plusMillis(1));
            assertThat(ping.attempts()).isEqualTo(3);
            ping.delete();
        });
    }

    @Test
    void importDuringTheSendingGetsANotificationOfItsOwn() {
        Instant until = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(Duration.ofMinutes(10));
        Instant later = until.plus(Duration.ofMinutes(10));
        inTransaction(() -> HubPing.schedule(FEED, until));
        inTransaction(() -> HubPing.scheduleLater(FEED, later));
        inTransaction(() -> HubPing.leased(FEED, until).orElseThrow().accepted(until, later));
        inTransaction(() -> assertThat(HubPing.<HubPing>findById(FEED).dueAt())
                .as("not lost")
                .isEqualTo(later));
        inTransaction(() -> HubPing.leased(FEED, later).orElseThrow().accepted(later, later));
        inTransaction(() -> assertThat(HubPing.count("feed", FEED)).isZero());
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static long heard(String path) {
        return HUB.received.stream()
                .filter(said -> List.of(said.split("&", -1)).contains("hub.url=http://localhost:8080" + path))
                .count();
    }

    /** At the start the whole newsroom has to be notified. */
    private static boolean isCaughtUp() {
        return QuarkusTransaction.requiringNew()
                .call(() -> !HubPing.getEntityManager()
                        .createNativeQuery(
                                "select f.seq from follower f join ledger_head h on h.seq = f.seq where f.name = 'websub'")
                        .getResultList()
                        .isEmpty());
    }

    private static long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number) HubPing.getEntityManager()
                        .createNativeQuery("select count(*) from hub_ping")
                        .getSingleResult())
                .longValue();
    }
}
