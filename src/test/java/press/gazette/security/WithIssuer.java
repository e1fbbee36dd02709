package press.gazette.security;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A server that has been told of an identity provider, at whose address nobody listens until a test does. */
public final class WithIssuer implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(TokenIssuer.settings());
        settings.put("gazette.oidc-deadline", "2S");
        return settings;
    }
}
