package press.gazette.delivery.cache;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How far this node has read the ledger. It is ready though it cannot read on: all nodes have lost the same database, and what
 * they keep is better than nothing. It is not ready any more when that has become too old to be given out. Answered on the event
 * loop: probes must not wait for workers that wait for the database.
 */
@Readiness
@Singleton
final class FollowingCheck implements AsyncHealthCheck {

    private final CacheFollower follower;

    FollowingCheck(CacheFollower follower) {
        this.follower = follower;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("ledger").status(follower.isTrusted()).withData("seq", follower.seq());
        Instant since = follower.stuckSince();
        return Uni.createFrom()
                .item((since == null ? answer : answer.withData("stuckSince", since.toString())).build());
    }
}
