package press.gazette.security.token;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

import press.gazette.newsroom.FreePort;

/** The identity provider of tests, on a port that is reserved before it starts. */
final class TokenIssuer {

    private static final int HOUR = 3_600;

    private final MockOAuth2Server server = new MockOAuth2Server();

    private TokenIssuer() {}

    /** Starts at the URL in {@code gazette.oidc-issuer}. */
    static TokenIssuer at(URI address) throws IOException {
        TokenIssuer issuer = new TokenIssuer();
        issuer.server.start(InetAddress.getByName(address.getHost()), address.getPort());
        return issuer;
    }

    void stop() {
        server.shutdown();
    }

    /** A token that is valid for an hour. */
    String token(String role) {
        return token("gazette", HOUR, role);
    }

    String token(String audience, int seconds, String... roles) {
        Map<String, Object> claims = new HashMap<>(Map.of("roles", List.of(roles)));
        return server.issueToken(
                        "newsroom",
                        "a client",
                        new DefaultOAuth2TokenCallback(
                                "newsroom", "nina@example.org", "JWT", List.of(audience), claims, seconds))
                .serialize();
    }

    /** Settings with an issuer at a free port. */
    static Map<String, String> settings() {
        return Map.of(
                "gazette.oidc-issuer", "http://localhost:" + FreePort.next() + "/newsroom",
                "gazette.oidc-audience", "gazette",
                "gazette.oidc-refresh", "2S",
                "gazette.oidc-roles.reader", "desk:read",
                "gazette.oidc-roles.chief", "admin");
    }
}
