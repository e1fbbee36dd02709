package press.gazette.newsroom;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;

import press.gazette.time.Rounds;

/** Stops what the server does by itself, for tests that count what it does for a request. */
public final class StillClock {

    private StillClock() {}

    /** Nothing begins by itself any more; what has begun ends before the request here is answered, or soon after. */
    public static void stop() {
        rounds().pause();
        given().get("/v1/pages/home");
    }

    public static void go() {
        rounds().resume();
    }

    private static Rounds rounds() {
        return Arc.container().instance(Rounds.class).get();
    }
}
