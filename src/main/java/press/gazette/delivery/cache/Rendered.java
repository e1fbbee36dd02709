package press.gazette.delivery.cache;

import org.jspecify.annotations.Nullable;

/**
 * An answer 200 as it leaves, in both its codings.
 *
 * @param plain its content as it is
 * @param gzipped the same compressed; absent: not worth it
 * @param head all other headers that are the same for everybody and for a 304 too
 * @param date its Last-Modified once that is settled
 * @param groups what it depends on
 */
public record Rendered(Coded plain, @Nullable Coded gzipped, Head head, Head date, CacheGroups groups) {

    /** For the objects around the bytes. */
    private static final int OVERHEAD = 2_000;

    /** In the coding that is asked for, as far as there is one. */
    public Coded coded(boolean gzip) {
        return gzip && gzipped != null ? gzipped : plain;
    }

    /** About how many bytes of memory it takes. */
    int weight() {
        return OVERHEAD
                + 2 * head.length()
                + plain.bytes().readableBytes()
                + (gzipped == null ? 0 : gzipped.bytes().readableBytes());
    }
}
