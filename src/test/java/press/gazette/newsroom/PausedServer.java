package press.gazette.newsroom;

import static io.restassured.RestAssured.given;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.awaitility.Awaitility;

import press.gazette.change.Ledger;
import press.gazette.time.Clockwork;

/** Pauses the background work of the server, for tests that count the work of a request. */
public final class PausedServer {

    /** Longer than the time for which Last-Modified is held back after a change. */
    private static final Duration SETTLED = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private PausedServer() {}

    /**
     * No round runs, and none begins. All wake-ups have had theirs: what follows the ledger has read all of it. The server knows all
     * tags and the logo then, which spares statements.
     */
    public static void stop() {
        while (!clockwork().isPaused()) {
            await("each wake-up has its round", () -> !clockwork().isWoken());
            clockwork().pause();
            await("no round runs", () -> !clockwork().isInRound());
            if (clockwork().isWoken()) {
                go();
            }
        }
        given().get("/v1/pages/home");
        given().get("/feeds.opml");
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    /** Waits until Last-Modified is that of the last change and no longer follows the clock. */
    public static void awaitSettledDates() {
        Clock clock = Arc.container().instance(Clock.class).get();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
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
