package press.gazette.database;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A server that nobody asks for anything asks its embedded database for nothing. */
@QuarkusTest
class IdleTest {

    /** No poll that is worth its while comes so rarely. */
    private static final Duration LONG = Duration.ofSeconds(5);

    /** In it are moments at which something is planned: there are lists that change with each minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource database;

    private long seen;

    @Test
    void nothingIsAskedOfTheDatabaseWhileNothingIsPlanned() {
        await().atMost(PATIENCE).during(LONG).until(() -> {
            long before = seen;
            seen = borrowed();
            return seen == before;
        });
        when().get("/v1/articles").then().statusCode(200);
        assertThat(borrowed()).as("the count of a server that was asked").isGreaterThan(seen);
    }

    /** How often anybody has borrowed a connection, without which no statement is executed. */
    private long borrowed() {
        return database.getMetrics().acquireCount();
    }
}
