package press.gazette.article.publication;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgScheduledPublisherTest extends ScheduledPublisherTest {

    @Override
    void afterWritesOfOthers() {
        // Found by the server.
    }

    @Override
    String uuid() {
        return "gen_random_uuid()";
    }

    @Override
    String numbers(int number) {
        return "generate_series(1, " + number + ") n(x)";
    }
}
