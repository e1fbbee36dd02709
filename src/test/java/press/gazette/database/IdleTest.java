package press.gazette.database;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** An idle server runs no statements on its embedded database. */
@QuarkusTest
class IdleTest {

    /** Longer than the interval of any useful poll. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** The sample newsroom has planned work: lists that change every minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource database;

    private long seen;

    @Test
    void idleServerRunsNoStatements() {
        await().atMost(PATIENCE).during(QUIET).until(() -> {
            long before = seen;
            seen = borrowed();
            return seen == before;
        });
        when().get("/v1/articles").then().statusCode(200);
        assertThat(borrowed()).as("the count after a request").isGreaterThan(seen);
    }

    /** The number of borrowed connections; every statement needs one. */
    private long borrowed() {
        return database.getMetrics().acquireCount();
    }
}
