package press.gazette.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static press.gazette.newsroom.Receivers.CDN;

import java.time.Duration;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.newsroom.Receivers.Manner;

/** A CDN gets each change, even after failures. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class PurgeTest {

    @AfterEach
    void tidyUp() {
        CDN.behave(Manner.ACCEPTS);
        CDN.refusals.set(0);
        DeskClient.tidyUp();
    }

    @Test
    void slowResponseBodyDoesNotDelayTheNextChange() {
        CDN.behave(Manner.DRIPS);
        awaitTold(DeskClient.published("Desk: first for the CDN"));
        awaitTold(DeskClient.published("Desk: second for the CDN"));
        await().atMost(Duration.ofSeconds(30)).untilAtomic(CDN.cutOff, greaterThan(0));
    }

    @Test
    void invalidationIsRetriedAfterATimeoutOrReset() {
        for (Manner bad : new Manner[] {Manner.HANGS, Manner.RESETS}) {
            CDN.behave(bad);
            DeskClient article = DeskClient.published("Desk: " + bad);
            awaitTold(article);
            CDN.received.clear();
            CDN.behave(Manner.ACCEPTS);
            awaitTold(article);
        }
    }

    @Test
    void rejectedInvalidationIsRetried() {
        CDN.received.clear();
        CDN.refusals.set(2);
        DeskClient article = DeskClient.published("Desk: refused");
        awaitTold(article);
        assertThat(CDN.refusals).hasValue(0);
    }

    private static void awaitTold(DeskClient article) {
        String group = "article:" + article.id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> CDN.received.stream()
                        .anyMatch(groups -> List.of(groups.split(" ", -1)).contains(group)));
    }
}
