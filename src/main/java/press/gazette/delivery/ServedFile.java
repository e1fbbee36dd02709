package press.gazette.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;

/**
 * A file on the disk that leaves as a response.
 *
 * @param size in bytes
 * @param tag its ETag, with quotes
 * @param subjects the subjects whose changes invalidate it in caches
 * @param rest the time after which it must not be shown; null: it never changes and never ends
 */
public record ServedFile(
        Path path,
        long size,
        String mediaType,
        String tag,
        List<Subject> subjects,
        @Nullable Duration rest) {

    private static final Duration YEAR = Duration.ofDays(365);

    /** True if a browser that opens it might run what is in it. Within a page's {@code img} it never does. */
    boolean isActive() {
        return mediaType.equals("image/svg+xml");
    }

    /** The value of Cache-Control: its address is a file's for ever (RFC 8246), unless its end is known. */
    String cacheControl() {
        return rest == null || rest.compareTo(YEAR) > 0
                ? "public, max-age=" + YEAR.toSeconds() + ", immutable"
                : "public, max-age=" + Math.max(0, rest.toSeconds());
    }
}
