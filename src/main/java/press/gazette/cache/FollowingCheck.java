package press.gazette.cache;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness by the ledger. A node that cannot read it stays ready: all nodes have lost the same database, and stale responses are
 * better than none. It is down once they are too old to be served. The check runs on the event loop: probes must not wait for
 * workers that wait for the database.
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
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("ledger").status(follower.isTrusted()).withData("seq", follower.seq());
        Instant since = follower.stuckSince();
        return Uni.createFrom()
                .item((since == null ? response : response.withData("stuckSince", since.toString())).build());
    }
}
