package press.gazette.database;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness check that reports since when the database cannot write. The node stays ready: it can read, and no other
 * node could write either.
 */
@Readiness
@Singleton
final class StorageCheck implements AsyncHealthCheck {

    private final Storage storage;

    StorageCheck(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("storage").up();
        Instant since = storage.failingSince();
        return Uni.createFrom()
                .item((since == null ? check : check.withData("failingSince", since.toString())).build());
    }
}
