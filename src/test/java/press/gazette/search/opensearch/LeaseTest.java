package press.gazette.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.search.opensearch.cluster.ClusterFailure;

/** Two nodes want to move one index on. Time passes by the hands of the test: on their clocks, and in the row. */
@QuarkusTest
class LeaseTest {

    /** Far more than the longest step. */
    private static final int MANY_RENEWALS = 60;

    private final AtomicLong nanos = new AtomicLong(17);
    private final Lease own = new Lease(nanos::get, Clock.systemUTC());
    private final Lease other = new Lease(nanos::get, Clock.systemUTC());

    @BeforeEach
    @AfterEach
    void free() {
        update("update search_lease set holder = null, held_until = null");
    }

    private static void update(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = Panache.getSession().createNativeMutationQuery(statement);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            query.executeUpdate();
        });
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        Instant until = QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                        .createNativeQuery("select held_until from search_lease where id = 1", Instant.class)
                        .getSingleResult());
        update("update search_lease set held_until = ?1 where id = 1", until.minus(time));
    }

    private static boolean mayWrite(Lease lease) {
        ClusterFailure failure = catchThrowableOfType(ClusterFailure.class, lease::check);
        assertThat(failure == null || failure.kind() == ClusterFailure.Kind.AWAY)
                .as("a build makes the step again")
                .isTrue();
        return failure == null;
    }

    @Test
    void oneNodeHasIt() {
        assertThat(mayWrite(own)).isFalse();
        assertThat(own.hold()).isTrue();
        assertThat(other.hold()).isFalse();
        assertThat(mayWrite(own)).isTrue();
        assertThat(mayWrite(other)).isFalse();
        own.release();
        assertThat(mayWrite(own)).isFalse();
        assertThat(other.hold()).isTrue();
    }

    @Test
    void nodePausedPastItsLeaseWritesNoMore() {
        own.hold();
        pass(Lease.LIFE.minusMillis(1));
        assertThat(mayWrite(own)).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(mayWrite(own)).as("another node may have it").isFalse();
        assertThat(other.hold()).isTrue();
        own.renew();
        assertThat(mayWrite(own)).isFalse();
        assertThat(own.hold()).isFalse();
        assertThat(mayWrite(other)).isTrue();
    }

    @Test
    void nodePausedPastItsLeaseGoesOnIfNobodyHasTakenIt() {
        own.hold();
        pass(Lease.LIFE.multipliedBy(2));
        assertThat(mayWrite(own)).isFalse();
        assertThat(own.hold()).isTrue();
        assertThat(mayWrite(own)).isTrue();
    }

    @Test
    void renewalKeepsItDuringALongStep() {
        own.hold();
        for (int i = 0; i < 10; i++) {
            pass(Lease.RENEWAL);
            own.renew();
            assertThat(other.hold()).isFalse();
        }
        assertThat(mayWrite(own)).isTrue();
    }

    /** Renewals go on for a step that writes, and end for one that does not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stepThatStandsStillLosesIt(boolean writes) {
        own.hold();
        boolean isTaken = false;
        for (int i = 0; i < MANY_RENEWALS && !isTaken; i++) {
            pass(Lease.RENEWAL);
            own.renew();
            assertThat(writes && !mayWrite(own)).isFalse();
            isTaken = other.hold();
        }
        assertThat(isTaken).isNotEqualTo(writes);
        assertThat(mayWrite(own)).isEqualTo(writes);
    }

    @Test
    void nodeThatAbstainsLeavesItToTheOther() {
        own.hold();
        own.abstain();
        assertThat(own.hold()).isFalse();
        assertThat(other.hold()).isTrue();
    }
}
