package press.gazette.metrics;

import java.time.Duration;
import java.util.stream.LongStream;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/**
 * Sorts response times into a few buckets, the same on all nodes, so that percentiles can be computed over all of them.
 */
@Singleton
final class RequestBuckets implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";

    /** From a cached response to the longest deadline of a read. Each bucket adds one time series to each route. */
    private static final double[] NANOS = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(NANOS)
                        .build()
                        .merge(config)
                : config;
    }
}
