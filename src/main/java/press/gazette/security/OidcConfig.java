package press.gazette.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The newsroom's identity provider (OpenID Connect), whose tokens are accepted beside keys. */
@ConfigMapping(prefix = "gazette")
interface OidcConfig {

    /** Its address, below which it has {@code /.well-known/openid-configuration}; absent: there is none. */
    Optional<URI> oidcIssuer();

    /** Whom its tokens must be for: what they say in {@code aud}. Needed where there is an issuer. */
    Optional<String> oidcAudience();

    /** Where its tokens name roles; nested claims are separated by slashes, such as {@code realm_access/roles}. */
    @WithDefault("roles")
    String oidcRolesClaim();

    /** The scopes of each role. Roles that are not here give none. */
    Map<String, List<String>> oidcRoles();

    /** How long a request with a token waits for the provider's keys, the whole exchange with it included. */
    @WithDefault("2S")
    Duration oidcDeadline();

    /** How often the provider's keys are read again while tokens come: by then a key that it has removed is no longer good. */
    @WithDefault("5M")
    Duration oidcRefresh();

    /** How much longer keys are good while the provider cannot be read. */
    @WithDefault("1H")
    Duration oidcStale();
}
