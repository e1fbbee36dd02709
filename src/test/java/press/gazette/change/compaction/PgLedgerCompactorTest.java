package press.gazette.change.compaction;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgLedgerCompactorTest extends LedgerCompactorTest {}
