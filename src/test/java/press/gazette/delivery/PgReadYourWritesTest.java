package press.gazette.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.TellingOnPostgresql;

@QuarkusTest
@TestProfile(TellingOnPostgresql.class)
class PgReadYourWritesTest extends ReadYourWritesTest {

    /** What another node commits fires no event here; only the database tells of it. */
    @Test
    void theBellRingsForOtherNodes() {
        anotherNodeWrites();
        Awaitility.await().until(() -> follower.seq() == head());
    }
}
