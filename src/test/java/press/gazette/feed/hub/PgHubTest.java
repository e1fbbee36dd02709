package press.gazette.feed.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CrossedLocks;
import press.gazette.newsroom.NotifyingServerOnPostgresql;

@QuarkusTest
@TestProfile(NotifyingServerOnPostgresql.class)
class PgHubTest extends HubTest {

    /** A node releases pings while a second node follows the ledger. Neither waits for the other for ever. */
    @Test
    void releasedPingsAreScheduledAtTheSameTime() throws Exception {
        Instant until = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        Instant next = until.plus(Duration.ofDays(1));
        List<String> feeds = List.of("/feeds/one", "/feeds/two");
        try {
            for (List<String> order : List.of(feeds, List.of("/feeds/two", "/feeds/one"))) {
                QuarkusTransaction.requiringNew().run(() -> feeds.forEach(feed -> HubPing.schedule(feed, until)));
                CrossedLocks.cross(
                        () -> HubPing.schedule(order.get(0), next),
                        () -> QuarkusTransaction.requiringNew().run(() -> HubPing.release(feeds, until, until)),
                        () -> HubPing.schedule(order.get(1), next));
                assertThat(QuarkusTransaction.requiringNew()
                                .call(() -> HubPing.count("feed in ?1 and dueAt = ?2", feeds, next)))
                        .isEqualTo(feeds.size());
            }
        } finally {
            QuarkusTransaction.requiringNew().run(() -> HubPing.delete("feed in ?1", feeds));
        }
    }
}
