package press.gazette.purge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which caches outside are told what to forget. */
@ConfigMapping(prefix = "gazette")
interface PurgeConfig {

    /** The addresses of Varnishes that run docs/gazette.vcl, each of them; absent: there is none. */
    Optional<List<URI>> purgeVarnish();

    /** Where a CDN takes a POST whose header Surrogate-Key names the groups to forget; absent: there is none. */
    Optional<URI> purgeCdn();

    /** The header that the CDN knows us by. */
    @WithDefault("Authorization")
    String purgeCdnHeader();

    /** What stands in that header; absent: it is not sent. */
    Optional<String> purgeCdnSecret();

    /** How long one of them may take to accept a request; then it is told again. */
    @WithDefault("5S")
    Duration purgeDeadline();
}
