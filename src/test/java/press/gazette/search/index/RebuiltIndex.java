package press.gazette.search.index;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

import io.quarkus.arc.Arc;

/** Builds the server's index anew, for tests behind others that remove articles from the database without the ledger. */
public final class RebuiltIndex {

    private RebuiltIndex() {}

    /** Returns once the new index is in use. */
    public static void now() {
        IndexLifecycle life = Arc.container().instance(IndexLifecycle.class).get();
        await().atMost(Duration.ofMinutes(1)).until(() -> life.builds() > 0);
        int before = life.builds();
        life.rebuild();
        await().atMost(Duration.ofMinutes(1)).until(() -> life.builds() > before);
    }
}
