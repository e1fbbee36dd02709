package press.gazette.time;

import jakarta.inject.Singleton;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells operators of a node whose own clock differs from the database's. The node is ready all the same: it goes by the
 * database's. Answered on the event loop: probes must not wait for workers.
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
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("clock").up();
        return Uni.createFrom()
                .item((clock.isSkewed()
                                ? answer.withData("aheadMillis", clock.skew().toMillis())
                                : answer)
                        .build());
    }
}
