package press.gazette.cache;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.SessionFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.change.ChangesCommitted;
import press.gazette.newsroom.CachingServer;

/** Plans of other nodes, of which only the table tells. */
@QuarkusTest
@TestProfile(CachingServer.class)
class PrivateInvalidationTest {

    private static final String LISTING = "/v1/articles?limit=3";

    @Inject
    EntityManagerFactory factory;

    @Inject
    Event<ChangesCommitted> commits;

    /** A number that does not follow the last one tells that rows were missed: then any response may be invalid. */
    @ParameterizedTest
    @CsvSource({"1, articles", "5, site"})
    void responsesAreReadAgain(int ahead, String touched) {
        await("a response that is cached").until(() -> cost() == 0);
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getSession()
                        .createNativeMutationQuery("""
                                insert into private_invalidation (seq, touched, at)
                                select coalesce(max(seq), 0) + %d, '%s', current_timestamp from private_invalidation
                                """.formatted(ahead, touched))
                        .executeUpdate());
        assertThat(cost()).isZero();
        commits.fire(new ChangesCommitted(List.of()));
        await("the follower of the ledger").until(() -> cost() > 0);
        await("the cache").until(() -> cost() == 0);
    }

    /** The statements of one request. */
    private long cost() {
        long before = statements();
        when().get(LISTING).then().statusCode(200);
        return statements() - before;
    }

    private long statements() {
        return factory.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
    }
}
