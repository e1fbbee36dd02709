package press.gazette.cache;

import org.jspecify.annotations.Nullable;

import press.gazette.response.PreparedHeaders;

/** A cached response 200. It is compressed when a client first asks for that. */
public final class Rendered {

    /** The size of the objects around the bytes. */
    private static final int OVERHEAD = 2_000;

    /** Compressed bytes rarely take more than half of the plain ones. */
    private static final int COMPRESSED = 2;

    private final EncodedContent plain;
    private final String mediaType;
    private final @Nullable String gzippedTag;
    private final PreparedHeaders head;
    private final PreparedHeaders date;
    private final CacheGroups groups;
    private final boolean negotiated;

    private volatile @Nullable EncodedContent gzipped;

    /**
     * Makes a response from its plain content.
     *
     * @param gzippedTag the ETag of the compressed bytes; null if compression is not worth it
     * @param head the headers that are the same for all clients, for both codings and for a 304
     * @param date Last-Modified once the date is no longer recent
     * @param groups the dependencies of the response
     * @param negotiated whether it is only for clients that accept JSON
     */
    public Rendered(
            EncodedContent plain,
            String mediaType,
            @Nullable String gzippedTag,
            PreparedHeaders head,
            PreparedHeaders date,
            CacheGroups groups,
            boolean negotiated) {
        this.plain = plain;
        this.mediaType = mediaType;
        this.gzippedTag = gzippedTag;
        this.head = head;
        this.date = date;
        this.groups = groups;
        this.negotiated = negotiated;
    }

    public EncodedContent plain() {
        return plain;
    }

    public PreparedHeaders head() {
        return head;
    }

    public PreparedHeaders date() {
        return date;
    }

    public CacheGroups groups() {
        return groups;
    }

    /** True if the response is only for clients that accept JSON. */
    public boolean isNegotiated() {
        return negotiated;
    }

    /**
     * The content, compressed if the client accepts gzip and compression is worth it.
     *
     * @return null if it has to be compressed first
     */
    public @Nullable EncodedContent coded(boolean gzip) {
        return gzip && gzippedTag != null ? gzipped : plain;
    }

    /** Compresses the content, once. Takes as long as rendering, so not on the event loop. */
    public synchronized void compress() {
        if (gzipped == null && gzippedTag != null) {
            compressed(Gzip.of(plain.copy()));
        }
    }

    /** Sets bytes that are already compressed. */
    public void compressed(byte[] bytes) {
        if (gzippedTag != null) {
            gzipped = EncodedContent.gzipped(bytes, gzippedTag, mediaType);
        }
    }

    /** The approximate size in memory, in bytes. */
    int weight() {
        return OVERHEAD + 2 * head.length() + plain.length() + (gzippedTag == null ? 0 : plain.length() / COMPRESSED);
    }
}
