package press.gazette.cache;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import press.gazette.response.PreparedHeaders;

/**
 * The content of a response in one coding, with the headers that describe it. Most cached responses are never requested again,
 * so their bytes stay on the heap. The first hit moves them outside of it, from where the socket sends them without a copy; the
 * memory is freed with this object.
 */
public final class EncodedContent {

    private final String tag;
    private final PreparedHeaders validator;
    private final PreparedHeaders description;
    private final int length;

    private volatile ByteBuffer bytes;

    private EncodedContent(byte[] bytes, String tag, Map<String, String> description) {
        Map<String, String> all = new LinkedHashMap<>(description);
        all.put("Content-Length", Integer.toString(bytes.length));
        this.bytes = ByteBuffer.wrap(bytes);
        this.length = bytes.length;
        this.tag = tag;
        this.validator = PreparedHeaders.of("ETag", tag);
        this.description = PreparedHeaders.of(all);
    }

    /** Content that is not compressed. */
    public static EncodedContent plain(byte[] bytes, String tag, String mediaType) {
        return new EncodedContent(bytes, tag, Map.of("Content-Type", mediaType));
    }

    public static EncodedContent gzipped(byte[] bytes, String tag, String mediaType) {
        return new EncodedContent(bytes, tag, Map.of("Content-Type", mediaType, "Content-Encoding", "gzip"));
    }

    /** The ETag of these bytes, with its quotes. */
    public String tag() {
        return tag;
    }

    /** The header ETag. */
    public PreparedHeaders validator() {
        return validator;
    }

    /** The headers of a 200 with this content, which a 304 does not have. */
    public PreparedHeaders description() {
        return description;
    }

    /** The size in bytes. */
    public int length() {
        return length;
    }

    /** The bytes for a hit: read-only, outside of the heap. All hits share the buffer: its position and limit must not change. */
    public ByteBuffer bytes() {
        ByteBuffer known = bytes;
        if (!known.isDirect()) {
            known = ByteBuffer.allocateDirect(length)
                    .put(known.duplicate())
                    .flip()
                    .asReadOnlyBuffer();
            bytes = known;
        }
        return known;
    }

    /** A copy of the bytes on the heap. */
    byte[] copy() {
        byte[] copy = new byte[length];
        bytes.get(0, copy);
        return copy;
    }
}
