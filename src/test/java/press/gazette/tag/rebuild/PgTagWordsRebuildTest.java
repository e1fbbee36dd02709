package press.gazette.tag.rebuild;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgTagWordsRebuildTest extends TagWordsRebuildTest {

    @Override
    String uuid() {
        return "gen_random_uuid()";
    }

    @Override
    String numbers() {
        return "generate_series(1, 300)";
    }
}
