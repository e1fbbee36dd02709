package press.gazette.media;

import java.util.HashMap;
import java.util.Map;

/** A server that soon gives up a bucket that does not respond. */
public final class OnFailingS3 extends OnS3 {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("gazette.media-s3-deadline", "5S");
        return settings;
    }
}
