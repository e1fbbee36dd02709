package press.gazette.delivery.cache;

import java.nio.ByteBuffer;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/**
 * The content of an answer in one coding.
 *
 * @param bytes as they leave
 * @param tag the ETag of these very bytes, with its quotes
 * @param length how many bytes there are, as the header Content-Length says it
 */
public record Coded(Buffer bytes, CharSequence tag, CharSequence length) {

    public static Coded of(byte[] bytes, String tag) {
        return new Coded(
                outsideOfTheHeap(bytes),
                HttpHeaders.createOptimized(tag),
                HttpHeaders.createOptimized(Integer.toString(bytes.length)));
    }

    /** Where the socket can take them from without a copy. Given back with this object: nobody else releases them. */
    @SuppressWarnings("deprecation") // there is no other public way to hand over memory that is there already
    private static Buffer outsideOfTheHeap(byte[] bytes) {
        ByteBuffer kept = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Buffer.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(kept)));
    }
}
