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

import press.gazette.delivery.cache.CacheFollower;

/** Says which release runs, and for how long the ledger could not be read. */
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
                .description("Always 1; the labels say which release runs, with which database and Java.")
                .tags(
                        "version",
                        version,
                        "database",
                        database,
                        "java",
                        Runtime.version().toString())
                .register(metrics);
        Gauge.builder("gazette.ledger.stuck", follower, stuck -> seconds(stuck, clock))
                .description("For how long this node could not read the ledger; 0 while it can.")
                .baseUnit("seconds")
                .register(metrics);
    }

    private static double seconds(CacheFollower follower, Clock clock) {
        Instant since = follower.stuckSince();
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / MILLIS;
    }
}
