package press.gazette.delivery.cache;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/**
 * The content of an answer in one coding.
 *
 * @param bytes as they leave, outside of the heap. They are given back with this object: nobody else releases them
 * @param tag the ETag of these very bytes, with its quotes
 * @param validator the header that says so
 * @param description the headers of an answer that has this content, and not only the news that it is the same
 */
public record Coded(ByteBuf bytes, String tag, Head validator, Head description) {

    /** What is as it is. */
    public static Coded plain(byte[] bytes, String tag, String mediaType) {
        return of(bytes, tag, Map.of("Content-Type", mediaType));
    }

    public static Coded gzipped(byte[] bytes, String tag, String mediaType) {
        return of(bytes, tag, Map.of("Content-Type", mediaType, "Content-Encoding", "gzip"));
    }

    private static Coded of(byte[] bytes, String tag, Map<String, String> description) {
        Map<String, String> all = new LinkedHashMap<>(description);
        all.put("Content-Length", Integer.toString(bytes.length));
        return new Coded(outsideOfTheHeap(bytes), tag, Head.of("ETag", tag), Head.of(all));
    }

    /** The same bytes as the server's own kind of buffer. */
    @SuppressWarnings("deprecation") // there is no other public way to hand over memory that is there already
    public Buffer buffer() {
        return Buffer.buffer(bytes);
    }

    /** Where the socket can take them from without a copy. */
    private static ByteBuf outsideOfTheHeap(byte[] bytes) {
        ByteBuffer kept = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(kept)).asReadOnly();
    }
}
