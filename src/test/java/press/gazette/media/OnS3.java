package press.gazette.media;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A server with its files in a bucket. */
public class OnS3 implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "gazette.media-s3-region", "eu-central-7",
                "gazette.media-s3-access-key", ObjectStore.ACCESS_KEY,
                "gazette.media-s3-secret-key", ObjectStore.SECRET_KEY,
                "gazette.media-s3-path-style", "true",
                "gazette.media-s3-deadline", "30S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ObjectStore.class));
    }
}
