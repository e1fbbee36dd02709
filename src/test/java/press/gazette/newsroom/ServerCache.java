package press.gazette.newsroom;

import java.util.List;

import io.quarkus.arc.Arc;

import press.gazette.change.ChangesCommitted;
import press.gazette.change.Invalidation;

/** The cached responses of the server, for tests that write to its database without its knowledge. */
public final class ServerCache {

    private ServerCache() {}

    /** Invalidates all cached responses; a server without a cache has none. */
    public static void invalidate() {
        Arc.container()
                .beanManager()
                .getEvent()
                .fire(new ChangesCommitted(List.of(new Invalidation(0, List.of(), false))));
    }
}
