package press.gazette.security.token;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the newsroom's identity provider (OpenID Connect). Its tokens are accepted besides keys. */
@ConfigMapping(prefix = "gazette")
interface OidcConfig {

    /** Its issuer URL; {@code /.well-known/openid-configuration} is read below it. Absent: no tokens are accepted. */
    Optional<URI> oidcIssuer();

    /** The expected {@code aud} of its tokens. Required with an issuer. */
    Optional<String> oidcAudience();

    /** The claim with the roles; nested claims are separated by slashes, such as {@code realm_access/roles}. */
    @WithDefault("roles")
    String oidcRolesClaim();

    /** The scopes of each role. Other roles give no scopes. */
    Map<String, List<String>> oidcRoles();

    /** The maximum time that a request with a token waits for the provider's keys. */
    @WithDefault("2S")
    Duration oidcDeadline();

    /**
     * The interval at which the provider's keys are read again while tokens arrive: a removed key is rejected by then.
     */
    @WithDefault("5M")
    Duration oidcRefresh();

    /** The additional time for which keys are accepted while the provider cannot be read. */
    @WithDefault("1H")
    Duration oidcStale();
}
