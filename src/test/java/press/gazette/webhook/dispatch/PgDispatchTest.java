package press.gazette.webhook.dispatch;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.NotifyingServerOnPostgresql;

@QuarkusTest
@TestProfile(NotifyingServerOnPostgresql.class)
class PgDispatchTest extends DispatchTest {}
