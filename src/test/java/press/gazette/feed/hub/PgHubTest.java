package press.gazette.feed.hub;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.NotifyingServerOnPostgresql;

@QuarkusTest
@TestProfile(NotifyingServerOnPostgresql.class)
class PgHubTest extends HubTest {}
