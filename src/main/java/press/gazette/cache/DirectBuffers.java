package press.gazette.cache;

import java.nio.ByteBuffer;

import io.vertx.core.buffer.Buffer;

/** Passes memory outside of the heap to the HTTP server without a copy, which only Netty can. */
public interface DirectBuffers {

    /**
     * Wraps memory in a buffer of the server.
     *
     * @param bytes direct and read-only; position and limit are not changed
     */
    Buffer of(ByteBuffer bytes);
}
