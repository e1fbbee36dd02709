package press.gazette.connection;

import java.nio.ByteBuffer;

import jakarta.inject.Singleton;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

import press.gazette.cache.DirectBuffers;

/** Wraps memory in buffers of Netty. Their release frees nothing: the memory is freed with its last reference. */
@Singleton
final class WrappedBuffers implements DirectBuffers {

    @Override
    @SuppressWarnings("deprecation") // there is no other public way to wrap memory
    public Buffer of(ByteBuffer bytes) {
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes));
    }
}
