package press.gazette.connection;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on the connections of clients. */
@ConfigMapping(prefix = "gazette")
interface ConnectionConfig {

    /**
     * The most open connections of clients. A further one replaces the one that has been without a complete head for longest;
     * it is closed at once if all have requests under way.
     */
    @WithDefault("4000")
    int maxConnections();

    /**
     * The most open connections of one address; 0: any number. Applies only if {@code gazette.trusted-proxies} names the
     * proxies in front, whose own connections are not counted: any other proxy is one address with all clients behind it.
     */
    @WithDefault("200")
    int connectionsPerAddress();

    /**
     * The longest time of a head, counted from the accepted connection for the first one, and from its first byte for later ones.
     * Then the connection is closed.
     */
    @WithDefault("10S")
    Duration headDeadline();

    /** The lowest average rate of content after the grace, in bytes a second. */
    @WithDefault("16K")
    MemorySize minContentRate();

    /** The time after its head in which content may be slower than that. */
    @WithDefault("10S")
    Duration contentGrace();

    /**
     * True if cached responses take the fast path from the second request of a connection on. Without a cache it is off, and
     * with an access log or traces, which have to see each request.
     */
    @WithDefault("true")
    boolean fastPath();

    /** True if clients may speak HTTP/2 without TLS. application.properties passes it on to the HTTP server. */
    @WithDefault("false")
    boolean http2();
}
