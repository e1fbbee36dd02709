package press.gazette.delivery.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one client may ask, and how many may ask at once. */
@ConfigMapping(prefix = "gazette")
public interface LimitConfig {

    /**
     * How many requests a minute one address may send that bring no valid key; 304s are not counted. 0: any number, since a
     * CDN or an office is one address.
     */
    @WithDefault("0")
    int requestsPerAddress();

    /** How many keys a minute may be rejected that come from one address. Further ones get 429 without being looked up. */
    @WithDefault("300")
    int rejectedKeysPerAddress();

    /** How many requests a minute one key or token may send. 0: any number. */
    @WithDefault("6000")
    int requestsPerKey();

    /**
     * The proxies in front, as addresses or networks such as {@code 10.0.0.0/8}: what they write into X-Forwarded-For is
     * believed. Absent: the address of the connection counts.
     */
    Optional<List<String>> trustedProxies();

    /** How many answers to readers are made at once. Twice as many as there are connections to the database. */
    @WithDefault("32")
    int readersAtOnce();

    /** How many readers may stand in line for that. Who comes then gets 503. */
    @WithDefault("500")
    int readersInLine();

    /** How long a reader stands in line. Then it gets 503. */
    @WithDefault("2S")
    Duration longestInLine();
}
