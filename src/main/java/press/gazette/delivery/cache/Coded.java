package press.gazette.delivery.cache;

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
                Buffer.buffer(bytes),
                HttpHeaders.createOptimized(tag),
                HttpHeaders.createOptimized(Integer.toString(bytes.length)));
    }
}
