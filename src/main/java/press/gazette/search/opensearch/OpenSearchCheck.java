package press.gazette.search.opensearch;

import java.util.Locale;

import jakarta.inject.Singleton;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import press.gazette.search.engine.Engine;
import press.gazette.search.engine.SearchConfig;

/** The engine of searches in the data of readiness, with the state of a shared index. It is always up: a node without searches serves all else. */
@Readiness
@Singleton
final class OpenSearchCheck implements AsyncHealthCheck {

    private final Engine engine;
    private final OpenSearchIndex index;

    OpenSearchCheck(SearchConfig config, OpenSearchIndex index) {
        this.engine = config.search();
        this.index = index;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("search")
                .up()
                .withData("engine", engine.name().toLowerCase(Locale.ROOT));
        if (engine == Engine.OPENSEARCH) {
            response.withData("seq", index.seq());
            String failure = index.failure();
            if (failure != null) {
                response.withData("failure", failure);
            }
        }
        return Uni.createFrom().item(response.build());
    }
}
