package press.gazette.delivery.cache;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PgHotAnswersTest.KeepingOnPostgresql.class)
class PgValidityTest extends ValidityTest {}
