package press.gazette.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that nobody asks for anything asks its embedded database for nothing. */
@QuarkusTest
class IdleTest {

    /** No poll that is worth its while comes so rarely. */
    private static final Duration LONG = Duration.ofSeconds(5);

    /** In it are moments at which something is planned: there are lists that change with each minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    EntityManager entities;

    private Map<String, Long> seen = Map.of();

    @BeforeEach
    void count() {
        sql("set query_statistics_max_entries 1000");
        sql("set query_statistics true");
    }

    @AfterEach
    void countNoMore() {
        sql("set query_statistics false");
    }

    @Test
    void nothingIsAskedOfTheDatabaseWhileNothingIsPlanned() {
        await().atMost(PATIENCE).during(LONG).untilAsserted(() -> {
            Map<String, Long> before = seen;
            seen = executed();
            assertThat(seen).isEqualTo(before);
        });
    }

    /** How often each statement but those of this test has been executed, by the database's own count; commits have nothing of their own. */
    private Map<String, Long> executed() {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select sql_statement, execution_count from information_schema.query_statistics"
                                        + " where lower(sql_statement) not like '%query_statistics%'"
                                        + " and sql_statement <> 'COMMIT'")
                        .getResultList());
        Map<String, Long> executed = new HashMap<>();
        rows.forEach(row -> {
            Object[] columns = (Object[]) row;
            executed.put(columns[0].toString(), ((Number) columns[1]).longValue());
        });
        return executed;
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }
}
