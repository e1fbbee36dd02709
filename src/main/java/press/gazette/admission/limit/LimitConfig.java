package press.gazette.admission.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Quotas of clients, and the bound on readers at work. */
@ConfigMapping(prefix = "gazette")
public interface LimitConfig {

    /**
     * The quota of one address, in requests a minute without a valid key; a 304 is not counted. 0: any number, since a CDN or an
     * office is one address.
     */
    @WithDefault("0")
    int requestsPerAddress();

    /** The most rejected keys a minute from one address. Further keys get 429 without being looked up. */
    @WithDefault("300")
    int rejectedKeysPerAddress();

    /** The quota of one key or token, in requests a minute. 0: any number. */
    @WithDefault("6000")
    int requestsPerKey();

    /**
     * The trusted proxies in front, as addresses or networks such as {@code 10.0.0.0/8}. Only their X-Forwarded-For is read.
     * Absent: the address of the connection counts.
     */
    Optional<List<String>> trustedProxies();

    /** The most readers at work at once. The default is twice the number of connections to the database. */
    @WithDefault("32")
    int readersAtOnce();

    /** The most queued readers. Further ones get 503. */
    @WithDefault("500")
    int readersInLine();

    /** The longest wait in the queue. Then the reader gets 503. */
    @WithDefault("2S")
    Duration longestInLine();

    /** The most queued streams, as many as may be open. Further ones get 503. */
    @WithDefault("2000")
    int streams();
}
