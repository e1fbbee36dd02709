package press.gazette.delivery.cache;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/**
 * The content of a response in one coding, with the headers that go with it. Most cached responses are never asked for again:
 * their bytes stay where they were rendered. From the first hit on they are outside of the heap, where the socket takes them
 * from without a copy; the memory is given back with this object.
 */
public final class Coded {

    private final String tag;
    private final Head validator;
    private final Head description;
    private final int length;

    private volatile ByteBuf bytes;

    private Coded(byte[] bytes, String tag, Map<String, String> description) {
        Map<String, String> all = new LinkedHashMap<>(description);
        all.put("Content-Length", Integer.toString(bytes.length));
        this.bytes = Unpooled.wrappedBuffer(bytes);
        this.length = bytes.length;
        this.tag = tag;
        this.validator = Head.of("ETag", tag);
        this.description = Head.of(all);
    }

    /** Content without a coding. */
    public static Coded plain(byte[] bytes, String tag, String mediaType) {
        return new Coded(bytes, tag, Map.of("Content-Type", mediaType));
    }

    public static Coded gzipped(byte[] bytes, String tag, String mediaType) {
        return new Coded(bytes, tag, Map.of("Content-Type", mediaType, "Content-Encoding", "gzip"));
    }

    /** The ETag of these very bytes, with its quotes. */
    public String tag() {
        return tag;
    }

    /** The header that has the ETag. */
    public Head validator() {
        return validator;
    }

    /** The headers of a response that has this content, and not only the news that it is the same. */
    public Head description() {
        return description;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** The bytes for a hit. Nobody may release them. */
    public ByteBuf bytes() {
        ByteBuf known = bytes;
        if (!known.isDirect()) {
            ByteBuffer copy =
                    ByteBuffer.allocateDirect(length).put(known.nioBuffer()).flip();
            known = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(copy)).asReadOnly();
            bytes = known;
        }
        return known;
    }

    /** A copy of the bytes on the heap. */
    byte[] copy() {
        byte[] copy = new byte[length];
        bytes.getBytes(0, copy);
        return copy;
    }

    /** The bytes for a hit, as the server's own kind of buffer. */
    @SuppressWarnings("deprecation") // there is no other public way to hand over memory that is there already
    public Buffer buffer() {
        return Buffer.buffer(bytes());
    }
}
