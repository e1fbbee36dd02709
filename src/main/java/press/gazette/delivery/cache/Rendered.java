package press.gazette.delivery.cache;

import org.jspecify.annotations.Nullable;

/** A cached response 200. It is compressed when a client first asks for that. */
public final class Rendered {

    /** For the objects around the bytes. */
    private static final int OVERHEAD = 2_000;

    /** What compression adds to the bytes, at most as a rule: a half. */
    private static final int COMPRESSED = 2;

    private final Coded plain;
    private final String mediaType;
    private final @Nullable String gzippedTag;
    private final Head head;
    private final Head date;
    private final CacheGroups groups;

    private volatile @Nullable Coded gzipped;

    /**
     * A response in its own bytes.
     *
     * @param gzippedTag the ETag of the compressed bytes; absent: they are not worth compressing
     * @param head all headers that are the same for everybody, for both codings and for a 304
     * @param date its Last-Modified once that is settled
     * @param groups what it depends on
     */
    public Rendered(
            Coded plain, String mediaType, @Nullable String gzippedTag, Head head, Head date, CacheGroups groups) {
        this.plain = plain;
        this.mediaType = mediaType;
        this.gzippedTag = gzippedTag;
        this.head = head;
        this.date = date;
        this.groups = groups;
    }

    public Coded plain() {
        return plain;
    }

    public Head head() {
        return head;
    }

    public Head date() {
        return date;
    }

    public CacheGroups groups() {
        return groups;
    }

    /**
     * The content in the coding that is asked for, as far as it is worth it.
     *
     * @return absent: it has to be compressed first
     */
    public @Nullable Coded coded(boolean gzip) {
        return gzip && gzippedTag != null ? gzipped : plain;
    }

    /** Compresses it, unless that has been done. Takes as long as rendering: not on the event loop. */
    public synchronized void compress() {
        if (gzipped == null && gzippedTag != null) {
            compressed(Gzip.of(plain.copy()));
        }
    }

    /** Takes bytes that were compressed already. */
    public void compressed(byte[] bytes) {
        if (gzippedTag != null) {
            gzipped = Coded.gzipped(bytes, gzippedTag, mediaType);
        }
    }

    /** About how many bytes of memory it takes. */
    int weight() {
        return OVERHEAD + 2 * head.length() + plain.length() + (gzippedTag == null ? 0 : plain.length() / COMPRESSED);
    }
}
