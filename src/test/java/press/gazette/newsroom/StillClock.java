package press.gazette.newsroom;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.change.Ledger;
import press.gazette.time.Rounds;

/** Stops what the server does by itself, for tests that count what it does for a request. */
public final class StillClock {

    /** Longer than Last-Modified holds back after a change. */
    private static final Duration SETTLED = Duration.ofSeconds(6);

    private StillClock() {}

    /** Nothing begins by itself any more; what has begun ends before the request here is answered, or soon after. */
    public static void stop() {
        rounds().pause();
        given().get("/v1/pages/home");
    }

    /** Waits until Last-Modified is that of the last change, and no longer goes on with the clock. */
    public static void awaitSettledDates() {
        Clock clock = Arc.container().instance(Clock.class).get();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> Ledger.head().at())
                        .isBefore(clock.instant().minus(SETTLED)));
    }

    public static void go() {
        rounds().resume();
    }

    private static Rounds rounds() {
        return Arc.container().instance(Rounds.class).get();
    }
}
