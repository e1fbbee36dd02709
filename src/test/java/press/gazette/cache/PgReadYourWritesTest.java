package press.gazette.cache;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.NotifyingServerOnPostgresql;

@QuarkusTest
@TestProfile(NotifyingServerOnPostgresql.class)
class PgReadYourWritesTest extends ReadYourWritesTest {

    /** A commit of a different node fires no event here; only the database notifies this node. */
    @Test
    void bellRingsOnOtherNodes() {
        anotherNodeWrites();
        Awaitility.await().until(() -> follower.seq() == head());
    }
}
