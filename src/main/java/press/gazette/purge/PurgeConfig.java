package press.gazette.purge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of external caches. */
@ConfigMapping(prefix = "gazette")
interface PurgeConfig {

    /** The URLs of all Varnish servers that run docs/gazette.vcl. Absent: there are none. */
    Optional<List<URI>> purgeVarnish();

    /**
     * The URL of a CDN that takes a POST with the groups to invalidate in the header Surrogate-Key. Absent: there is
     * none.
     */
    Optional<URI> purgeCdn();

    /** The header that authenticates requests to the CDN. */
    @WithDefault("Authorization")
    String purgeCdnHeader();

    /** The value of that header. Absent: it is not sent. */
    Optional<String> purgeCdnSecret();

    /** The time that an external cache may take to accept a request before it is retried. */
    @WithDefault("5S")
    Duration purgeDeadline();
}
