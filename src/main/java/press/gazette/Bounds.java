package press.gazette;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The valid range of each setting. A value outside fails the start with one line. */
final class Bounds {

    private static final long KIB = 1_024;
    private static final long MIB = KIB * KIB;

    private static final int MOST_PORT = 65_535;

    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration YEAR = Duration.ofDays(366);

    /**
     * By the setting's name. A check more often than every ten milliseconds is only load, and one less often than every
     * minute is useless. The database is polled once a second at least, since that sets the clock. The HTTP parser
     * stops at 64 KiB of a URL or of headers, and at 256 MiB of content.
     */
    static final Map<String, Bound> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("gazette.access-preview", number(0, 10_000)),
            Map.entry("gazette.batch-atomic-operations", number(1, 10_000)),
            Map.entry("gazette.agenda-range", duration(HOUR, YEAR.multipliedBy(100))),
            Map.entry("gazette.batch-operations", number(1, 10_000)),
            Map.entry("gazette.batch-time", duration(MOMENT, HOUR)),
            Map.entry("gazette.body-blocks", number(1, 10_000)),
            Map.entry("gazette.body-box-blocks", number(1, 500)),
            Map.entry("gazette.body-characters", number(1, 1_000_000)),
            Map.entry("gazette.body-gallery-pictures", number(1, 200)),
            Map.entry("gazette.body-list-depth", number(0, 8)),
            Map.entry("gazette.body-list-items", number(1, 1_000)),
            Map.entry("gazette.body-table-cells", number(1, 20_000)),
            Map.entry("gazette.body-table-rows", number(1, 2_000)),
            Map.entry("gazette.cache-size", memory(0, 64 * KIB * MIB)),
            Map.entry("gazette.changes-retention", duration(HOUR, YEAR.multipliedBy(100))),
            Map.entry("gazette.connections-per-address", number(0, 1_000_000)),
            Map.entry("gazette.content-grace", duration(Duration.ofMillis(100), HOUR)),
            Map.entry("gazette.content-memory", memory(0, 64 * KIB * MIB)),
            Map.entry("gazette.database-check", duration(MOMENT, Duration.ofSeconds(1))),
            Map.entry("gazette.database-patience", duration(Duration.ofMillis(100), MINUTE)),
            Map.entry("gazette.desk-changes-retention", duration(HOUR, YEAR.multipliedBy(100))),
            Map.entry("gazette.drain", duration(Duration.ZERO, HOUR)),
            Map.entry("gazette.drain-timeout", duration(Duration.ZERO, HOUR)),
            Map.entry("gazette.follow-deadline", duration(MOMENT, MINUTE)),
            Map.entry("gazette.generated-articles", number(0, 10_000_000)),
            Map.entry("gazette.head-deadline", duration(Duration.ofMillis(100), HOUR)),
            Map.entry("gazette.idempotency-kept", duration(MINUTE, YEAR)),
            Map.entry("gazette.idempotency-lease", duration(Duration.ofSeconds(1), HOUR)),
            Map.entry("gazette.exports-at-once", number(1, 8)),
            Map.entry("gazette.import-download-deadline", duration(Duration.ofSeconds(1), HOUR)),
            Map.entry("gazette.import-downloads", number(1, 64)),
            Map.entry("gazette.import-max-files", number(1, 999)),
            Map.entry("gazette.import-patience", duration(MINUTE, YEAR)),
            Map.entry("gazette.import-max-size", memory(KIB, 5 * KIB * MIB)),
            Map.entry("gazette.longest-in-line", duration(MOMENT, MINUTE)),
            Map.entry("gazette.max-connections", number(1, 1_000_000)),
            Map.entry("gazette.max-content-size", memory(KIB, 256 * MIB)),
            Map.entry("gazette.max-headers-size", number(1_000, 65_535)),
            Map.entry("gazette.max-url-length", number(1_000, 65_535)),
            Map.entry("gazette.media-decodes", number(1, 100)),
            Map.entry("gazette.media-max-pixels", number(1_000_000, 500_000_000)),
            Map.entry("gazette.media-max-progressive-pixels", number(1_000_000, 500_000_000)),
            Map.entry("gazette.media-max-scans", number(10, 1_000)),
            Map.entry("gazette.media-quality", number(1, 100)),
            Map.entry("gazette.media-max-duration", duration(MINUTE, YEAR)),
            Map.entry("gazette.media-max-size", memory(KIB, 4 * KIB * MIB)),
            Map.entry("gazette.media-max-svg-size", memory(KIB, 8 * MIB)),
            Map.entry("gazette.media-uploads", number(1, 1_000)),
            Map.entry("gazette.media-size-max", number(1, 8_000)),
            Map.entry("gazette.media-s3-deadline", duration(Duration.ofSeconds(1), MINUTE)),
            Map.entry("gazette.media-copies", memory(MIB, 1_024 * KIB * MIB)),
            Map.entry("gazette.min-content-rate", memory(0, 256 * MIB)),
            Map.entry("gazette.oidc-deadline", duration(Duration.ofSeconds(2), MINUTE)),
            Map.entry("gazette.oidc-refresh", duration(Duration.ofSeconds(1), Duration.ofDays(1))),
            Map.entry("gazette.oidc-stale", duration(Duration.ZERO, YEAR)),
            Map.entry("gazette.page-parts", number(100, 100_000)),
            Map.entry("gazette.preview-lifetime", duration(MINUTE, YEAR)),
            Map.entry("gazette.preview-longest", duration(MINUTE, YEAR)),
            Map.entry("gazette.previews-per-article", number(1, 10_000)),
            Map.entry("gazette.purge-deadline", duration(Duration.ofMillis(100), MINUTE)),
            Map.entry("gazette.read-deadline", duration(Duration.ofMillis(100), HOUR)),
            Map.entry("gazette.readers-at-once", number(1, 10_000)),
            Map.entry("gazette.readers-in-line", number(0, 1_000_000)),
            Map.entry("gazette.rejected-keys-per-address", number(1, Integer.MAX_VALUE)),
            Map.entry("gazette.render-deadline", duration(Duration.ofMillis(100), MINUTE)),
            Map.entry("gazette.requests-per-address", number(0, Integer.MAX_VALUE)),
            Map.entry("gazette.requests-per-key", number(0, Integer.MAX_VALUE)),
            Map.entry("gazette.search.commit-every", duration(MOMENT, HOUR)),
            Map.entry("gazette.search.memory", memory(MIB, KIB * MIB)),
            Map.entry("gazette.search.opensearch.deadline", duration(MOMENT, MINUTE)),
            Map.entry("gazette.search.opensearch.replicas", number(0, 10)),
            Map.entry("gazette.search.opensearch.shards", number(1, 100)),
            Map.entry("gazette.search.recency-half-life", duration(HOUR, YEAR.multipliedBy(100))),
            Map.entry("gazette.serve-stale", duration(Duration.ZERO, YEAR)),
            Map.entry("gazette.warm-up", duration(Duration.ZERO, MINUTE)),
            Map.entry("gazette.webhook-deadline", duration(Duration.ofMillis(100), MINUTE)),
            Map.entry("gazette.webhook-deliveries-kept", duration(HOUR, YEAR)),
            Map.entry("gazette.webhook-disable-after", duration(MINUTE, YEAR)),
            Map.entry("gazette.webhook-receivers-at-once", number(1, 10_000)),
            Map.entry("gazette.webhook-secret-overlap", duration(Duration.ZERO, YEAR)),
            Map.entry("gazette.webhooks-max", number(0, 100_000)),
            Map.entry("gazette.websub-check", duration(MOMENT, MINUTE)),
            Map.entry("gazette.websub-import-pause", duration(MOMENT, HOUR)),
            Map.entry("gazette.websub-deadline", duration(Duration.ofMillis(100), Duration.ofSeconds(30))),
            Map.entry("gazette.stream-age", duration(Duration.ofSeconds(1), Duration.ofDays(1))),
            Map.entry("gazette.stream-buffer", memory(KIB, 16 * MIB)),
            Map.entry("gazette.stream-deadline", duration(Duration.ofMillis(100), HOUR)),
            Map.entry("gazette.stream-heartbeat", duration(Duration.ofMillis(100), HOUR)),
            Map.entry("gazette.streams", number(0, 1_000_000)),
            Map.entry("gazette.streams-per-key", number(1, 1_000_000)),
            Map.entry("gazette.vocabulary-size", number(0, 10_000_000)),
            Map.entry("gazette.write-deadline", duration(Duration.ofMillis(100), HOUR))));

    /** Settings of Quarkus whose invalid values it reports late and among other lines. */
    private static final Map<String, Bound> PORTS = Map.of(
            "quarkus.http.port", number(0, MOST_PORT),
            "quarkus.management.port", number(0, MOST_PORT));

    /** The valid range of a setting. */
    interface Bound {

        /** Returns the fault of the current value; null if it is valid. */
        @Nullable
        String fault(Config config, String name);
    }

    private Bounds() {}

    /**
     * Returns one line about the first invalid setting; null if all are valid. Values that cannot be parsed are
     * reported elsewhere.
     */
    static @Nullable String fault(Config config) {
        return Stream.of(ALL, PORTS)
                .flatMap(bounds -> bounds.entrySet().stream())
                .map(bound -> bound.getValue().fault(config, bound.getKey()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> ports(config));
    }

    /** The metrics of a port with a number have a label that others lack; with one of each the framework's start hangs. */
    private static @Nullable String ports(Config config) {
        long anyFree = PORTS.keySet().stream()
                .flatMap(port -> config.getOptionalValue(port, Integer.class).stream())
                .filter(number -> number == 0)
                .count();
        return anyFree == 1
                ? "quarkus.http.port and quarkus.management.port must both be 0 (any free port) or both have a number."
                : null;
    }

    private static Bound number(int least, int most) {
        return (config, name) -> fault(config, name, Integer.class, least, most);
    }

    private static Bound duration(Duration least, Duration most) {
        return (config, name) -> fault(config, name, Duration.class, least, most);
    }

    private static Bound memory(long least, long most) {
        return (config, name) -> config.getOptionalValue(name, MemorySize.class)
                .map(MemorySize::asLongValue)
                .filter(bytes -> bytes < least || bytes > most)
                .map(bytes -> sentence(name, least + " and " + most + " bytes", config))
                .orElse(null);
    }

    private static <T extends Comparable<T>> @Nullable String fault(
            Config config, String name, Class<T> type, T least, T most) {
        return config.getOptionalValue(name, type)
                .filter(value -> value.compareTo(least) < 0 || value.compareTo(most) > 0)
                .map(value -> sentence(name, least + " and " + most, config))
                .orElse(null);
    }

    private static String sentence(String name, String between, Config config) {
        return name + " must be between " + between + "; it is set to " + config.getValue(name, String.class) + ".";
    }
}
