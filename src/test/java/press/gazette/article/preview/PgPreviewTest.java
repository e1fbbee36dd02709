package press.gazette.article.preview;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgPreviewTest extends PreviewTest {}
