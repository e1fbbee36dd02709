package press.gazette.delivery.connection;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on the connections of clients. */
@ConfigMapping(prefix = "gazette")
interface ConnectionConfig {

    /**
     * How many connections clients may have open at once. A further one takes the place of the one that has been without a
     * complete head for longest, and is closed at once where each is at work.
     */
    @WithDefault("4000")
    int maxConnections();

    /**
     * How many of them one address may have. Heeded only where {@code gazette.trusted-proxies} names the proxies in front,
     * whose own connections are not counted: any other proxy is one address, with all clients behind it. 0: any number.
     */
    @WithDefault("200")
    int connectionsPerAddress();

    /**
     * How long a head may take: the first of a connection from the moment it is accepted, a further one from its first byte.
     * Then the connection is closed.
     */
    @WithDefault("10S")
    Duration headDeadline();

    /** How many bytes a second the content of a request has to bring on average, behind the grace. */
    @WithDefault("16K")
    MemorySize minContentRate();

    /** For how long after its head the content of a request may come as slowly as it likes. */
    @WithDefault("10S")
    Duration contentGrace();

    /** Whether clients may speak HTTP/2 without TLS. Read by application.properties, which hands it on to the HTTP server. */
    @WithDefault("false")
    boolean http2();
}
