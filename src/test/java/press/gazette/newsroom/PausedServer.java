package press.gazette.newsroom;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.change.Ledger;
import press.gazette.time.Clockwork;

/** Pauses the background work of the server, for tests that count the work of a request. */
public final class PausedServer {

    /** Longer than the time for which Last-Modified is held back after a change. */
    private static final Duration SETTLED = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private PausedServer() {}

    /**
     * All work that is due is done, and none begins: what follows the ledger has read all of it. The server knows all tags and the
     * logo then, which spares statements.
     */
    public static void stop() {
        while (!clockwork().isPaused()) {
            awaitRest();
            clockwork().pause();
            if (!clockwork().rests()) {
                go();
            }
        }
        given().get("/v1/pages/home");
        given().get("/feeds.opml");
    }

    private static void awaitRest() {
        await("all background work rests")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(clockwork()::rests);
    }

    /** Waits until Last-Modified is that of the last change and no longer follows the clock. */
    public static void awaitSettledDates() {
        Clock clock = Arc.container().instance(Clock.class).get();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> Ledger.head().at())
                        .isBefore(clock.instant().minus(SETTLED)));
    }

    /** Makes the server poll the database, since it does not notice the writes of a test. */
    public static void poll() {
        go();
    }

    public static void go() {
        clockwork().resume();
    }

    private static Clockwork clockwork() {
        return Arc.container().instance(Clockwork.class).get();
    }
}
