package press.gazette.time;

import jakarta.inject.Singleton;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness check that reports a node whose own clock differs from the database's. The node stays ready, since it uses
 * the database's time. Runs on the event loop: probes must not wait for workers.
 */
@Readiness
@Singleton
final class ClockCheck implements AsyncHealthCheck {

    private final DatabaseClock clock;

    ClockCheck(DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("clock").up();
        return Uni.createFrom()
                .item((clock.isSkewed()
                                ? check.withData("aheadMillis", clock.skew().toMillis())
                                : check)
                        .build());
    }
}
