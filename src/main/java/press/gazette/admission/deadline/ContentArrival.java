package press.gazette.admission.deadline;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The arrival of a request's content on its connection. */
public interface ContentArrival {

    /** The time of the last piece of content, by {@link System#nanoTime}. */
    long lastContent();

    /**
     * Sets the handler that responds if content comes too slowly. Without one the connection is closed; so it is if further
     * requests are under way.
     */
    void whenContentIsSlow(Runnable respond);

    /** Finds the connections of requests. */
    interface Source {

        /** The arrival of a request's content; null for HTTP/2, whose connections carry many requests at once. */
        @Nullable
        ContentArrival of(HttpServerRequest request);
    }
}
