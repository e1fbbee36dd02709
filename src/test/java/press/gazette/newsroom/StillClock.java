package press.gazette.newsroom;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduler;

/** Stops what the server does by itself, for tests that count what it does for a request. */
public final class StillClock {

    private StillClock() {}

    /** Nothing begins by itself any more; what has begun ends before the request here is answered, or soon after. */
    public static void stop() {
        Scheduler scheduler = scheduler();
        if (scheduler.isRunning()) {
            scheduler.pause();
            given().get("/v1/pages/home");
        }
    }

    public static void go() {
        scheduler().resume();
    }

    private static Scheduler scheduler() {
        return Arc.container().instance(Scheduler.class).get();
    }
}
