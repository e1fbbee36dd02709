package press.gazette.media.desk;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgMediaListingTest extends MediaListingTest {}
