package press.gazette.search.opensearch;

import io.quarkus.arc.Arc;

/** Builds the shared index anew. */
public final class OpenSearchRebuild {

    private OpenSearchRebuild() {}

    /** The number of indexes that this process has built. */
    public static int builds() {
        return life().builds();
    }

    public static void begin() {
        life().rebuild();
    }

    private static OpenSearchLifecycle life() {
        return Arc.container().instance(OpenSearchLifecycle.class).get();
    }
}
