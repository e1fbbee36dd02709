package press.gazette.desk.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CrossedLocks;
import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgIdempotencyTest extends IdempotencyTest {

    @Test
    void expiredKeyThatIsTakenOverDuringASweepStays() throws Exception {
        post(key, draft).then().statusCode(201);
        age(key, Duration.ofHours(25));
        CrossedLocks.cross(
                () -> IdempotencyRecord.update("claimedAt = ?1 where idempotencyKey = ?2", Instant.now(), key),
                sweeper::sweep,
                () -> {});
        assertThat(claims(key)).isOne();
    }
}
