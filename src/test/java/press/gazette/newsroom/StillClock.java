package press.gazette.newsroom;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.change.Ledger;
import press.gazette.time.Clockwork;

/** Stops what the server does by itself, for tests that count what it does for a request. */
public final class StillClock {

    /** Longer than Last-Modified holds back after a change. */
    private static final Duration SETTLED = Duration.ofSeconds(6);

    private StillClock() {}

    /** Nothing begins by itself any more; what has begun ends before the request here is answered, or soon after. */
    public static void stop() {
        clockwork().pause();
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

    /** Has the server look for what a test has written behind its back. Other than a server, a test is no writer it knows of. */
    public static void look() {
        go();
    }

    public static void go() {
        clockwork().resume();
    }

    private static Clockwork clockwork() {
        return Arc.container().instance(Clockwork.class).get();
    }
}
