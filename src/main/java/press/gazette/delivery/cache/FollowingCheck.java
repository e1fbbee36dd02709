package press.gazette.delivery.cache;

import java.time.Instant;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How far this node has read the ledger. It is ready though it cannot read on: all nodes have lost the same database, and what
 * they keep is better than nothing. It is not ready any more when that has become too old to be given out.
 */
@Readiness
@Singleton
final class FollowingCheck implements HealthCheck {

    private final CacheFollower follower;

    FollowingCheck(CacheFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("ledger").status(follower.isTrusted()).withData("seq", follower.seq());
        Instant since = follower.stuckSince();
        return since == null
                ? answer.build()
                : answer.withData("stuckSince", since.toString()).build();
    }
}
