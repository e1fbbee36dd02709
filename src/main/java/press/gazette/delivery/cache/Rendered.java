package press.gazette.delivery.cache;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * An answer 200 as it leaves, in both its codings.
 *
 * @param content its bytes
 * @param gzipped the same compressed; absent: not worth it
 * @param tag the ETag of the content, with its quotes
 * @param headers all others that are the same for everybody, the media type among them
 * @param groups what it depends on
 */
public record Rendered(
        Buffer content, @Nullable Buffer gzipped, String tag, Map<String, String> headers, CacheGroups groups) {

    /** For the objects around the bytes. */
    private static final int OVERHEAD = 1_000;

    public Rendered {
        headers = Map.copyOf(headers);
    }

    /** About how many bytes of memory it takes. */
    int weight() {
        return OVERHEAD + content.length() + (gzipped == null ? 0 : gzipped.length());
    }
}
