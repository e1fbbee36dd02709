package press.gazette.cache;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PgCachedResponsesTest.KeepingOnPostgresql.class)
class PgValidityTest extends ValidityTest {}
