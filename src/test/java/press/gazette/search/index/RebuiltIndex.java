package press.gazette.search.index;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.IntSupplier;

import io.quarkus.arc.Arc;

import press.gazette.search.engine.Engine;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.opensearch.OpenSearchRebuild;

/** Builds the server's index anew, for tests behind others that remove articles from the database without the ledger. */
public final class RebuiltIndex {

    private RebuiltIndex() {}

    /** Returns once the new index is in use. */
    public static void now() {
        if (Arc.container().instance(SearchConfig.class).get().search() == Engine.OPENSEARCH) {
            now(OpenSearchRebuild::builds, OpenSearchRebuild::begin);
        } else {
            IndexLifecycle life = Arc.container().instance(IndexLifecycle.class).get();
            now(life::builds, life::rebuild);
        }
    }

    private static void now(IntSupplier builds, Runnable rebuild) {
        await().atMost(Duration.ofMinutes(1)).until(() -> builds.getAsInt() > 0);
        int before = builds.getAsInt();
        rebuild.run();
        await().atMost(Duration.ofMinutes(1)).until(() -> builds.getAsInt() > before);
    }
}
