package press.gazette.media.reading;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.media.OnS3;

@QuarkusTest
@TestProfile(OnS3.class)
class S3CropsTest extends CropsTest {}
