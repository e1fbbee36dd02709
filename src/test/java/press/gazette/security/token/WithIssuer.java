package press.gazette.security.token;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A server configured with an identity provider that does not run until a test starts it. */
public final class WithIssuer implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(TokenIssuer.settings());
        // Longer than a busy machine stops a test, shorter than a provider that sends a byte every 50 ms needs for its
        // keys.
        settings.put("gazette.oidc-deadline", "5S");
        return settings;
    }
}
