package press.gazette;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.Keeping;

/** The same where answers are cached. */
@QuarkusTest
@TestProfile(Keeping.class)
class CachedLeakTest extends LeakTest {}
