package press.gazette.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import press.gazette.cache.CacheFollower;

/** Gauges of the running release and of a ledger that cannot be read. */
@Singleton
final class NodeGauges {

    private static final double MILLIS = 1_000;

    void register(
            @Observes StartupEvent start,
            MeterRegistry metrics,
            CacheFollower follower,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
        Gauge.builder("gazette.build", () -> 1)
                .description("Always 1; the labels are the release, the database and the Java version.")
                .tags(
                        "version",
                        version,
                        "database",
                        database,
                        "java",
                        Runtime.version().toString())
                .register(metrics);
        Gauge.builder("gazette.ledger.stuck", follower, stuck -> seconds(stuck, clock))
                .description("Time for which this node has been unable to read the ledger; 0 while it can.")
                .baseUnit("seconds")
                .register(metrics);
    }

    private static double seconds(CacheFollower follower, Clock clock) {
        Instant since = follower.stuckSince();
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / MILLIS;
    }
}
