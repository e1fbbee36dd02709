package press.gazette.connection;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.deadline.ContentArrival;

/**
 * One connection of a client and the data that the server waits for. This handler is the first in the pipeline and sees the
 * bytes; {@link Messages} reports the messages decoded from them.
 */
public final class ClientConnection extends ChannelInboundHandlerAdapter implements ContentArrival {

    private static final AttributeKey<ClientConnection> KEY =
            AttributeKey.valueOf(ClientConnection.class, "connection");

    /** The server's names for its handlers on a connection of HTTP/1.1. */
    private static final String DECODER = "httpDecoder";

    private static final String SERVER = "handler";

    /** The handler that upgrades to HTTP/2; it is removed by the first request. */
    private static final String UPGRADE = "h2c";

    /** The part of a request that the client has to send next. */
    enum Phase {
        FIRST_HEAD,
        HEAD,
        CONTENT,
        NOTHING
    }

    private final Channel channel;
    private final Connections connections;
    private final Consumer<ClientConnection> closed;

    /** True if the server has set up its handlers for the protocol. */
    private boolean knowsProtocol;

    private boolean hasSent;
    private @Nullable Runnable slowContent;
    private long contentBytes;
    private volatile Phase phase = Phase.FIRST_HEAD;
    private volatile long since = System.nanoTime();
    private volatile long lastContent = since;

    /** The number of requests without a response. */
    private final AtomicInteger pending = new AtomicInteger();

    /**
     * Makes the connection of an accepted channel.
     *
     * @param closed called when the channel is closed
     */
    ClientConnection(Channel channel, Connections connections, Consumer<ClientConnection> closed) {
        this.channel = channel;
        this.connections = connections;
        this.closed = closed;
        channel.attr(KEY).set(this);
    }

    /** The connection of a request; null for HTTP/2. */
    public static @Nullable ClientConnection of(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase internal ? of(internal.channel()) : null;
    }

    /** The connection of a channel; null if it has none. */
    public static @Nullable ClientConnection of(Channel channel) {
        return channel.attr(KEY).get();
    }

    /** The number of requests without a response. */
    public int pending() {
        return pending.get();
    }

    /** Counts a response, which may have bypassed the server. */
    public void responded() {
        pending.decrementAndGet();
    }

    @Override
    public long lastContent() {
        return lastContent;
    }

    @Override
    public void whenContentIsSlow(Runnable respond) {
        if (phase == Phase.CONTENT && pending() == 1) {
            slowContent = respond;
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        detectProtocol(context.pipeline());
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closed.accept(this);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        hasSent = true;
        if (phase == Phase.NOTHING) {
            expect(Phase.HEAD);
        }
        if (knowsProtocol) {
            context.fireChannelRead(message);
        } else {
            passSingly(context, (ByteBuf) message);
        }
    }

    /** Passes on single bytes until the server has chosen the protocol, so that no message precedes {@link Messages}. */
    private void passSingly(ChannelHandlerContext context, ByteBuf bytes) {
        while (!knowsProtocol && bytes.isReadable()) {
            context.fireChannelRead(bytes.readRetainedSlice(1));
            detectProtocol(context.pipeline());
        }
        if (bytes.isReadable() && channel.isOpen()) {
            context.fireChannelRead(bytes);
        } else {
            bytes.release();
        }
    }

    /** Adds {@link Messages} once the server has set up its handlers; closes a connection of unwanted HTTP/2. */
    private void detectProtocol(ChannelPipeline pipeline) {
        boolean mayUpgrade = pipeline.get(UPGRADE) != null;
        knowsProtocol = mayUpgrade || pipeline.get(SERVER) != null;
        if (knowsProtocol && pipeline.get(DECODER) != null) {
            Messages messages = new Messages(this, !connections.speaksHttp2());
            pipeline.addBefore(mayUpgrade ? UPGRADE : SERVER, null, messages);
        } else if (knowsProtocol) {
            expect(Phase.NOTHING);
            if (!connections.speaksHttp2()) {
                hangUp(pipeline);
            }
        }
    }

    /** Closes the connection without the server, which would send a frame of HTTP/2. */
    @SuppressWarnings("FutureReturnValueIgnored") // the result is not needed
    private void hangUp(ChannelPipeline pipeline) {
        pipeline.context(this).close();
    }

    /** Called when a head is complete. */
    void begin() {
        pending.incrementAndGet();
        contentBytes = 0;
        slowContent = null;
        expect(Phase.CONTENT);
    }

    /** Called for each piece of content. */
    void receive(HttpContent content) {
        int bytes = content.content().readableBytes();
        if (bytes > 0) {
            contentBytes += bytes;
            lastContent = System.nanoTime();
        }
        if (content instanceof LastHttpContent) {
            slowContent = null;
            expect(Phase.NOTHING);
        }
    }

    private void expect(Phase next) {
        since = System.nanoTime();
        phase = next;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** True if no request is under way, so that the connection may be closed to make room. */
    boolean isWaiting() {
        return phase != Phase.CONTENT && pending() == 0;
    }

    /** True if the server waits for a head, begun or not. */
    boolean owesHead() {
        return phase == Phase.FIRST_HEAD || phase == Phase.HEAD;
    }

    /** The begin of the current phase, by {@link System#nanoTime}. */
    long since() {
        return since;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the result is not needed
    void close() {
        channel.close();
    }

    /** True if the server has waited for the client for too long. */
    boolean isSlow() {
        long nanos = System.nanoTime() - since;
        return switch (phase) {
            case FIRST_HEAD, HEAD -> connections.patience().isOverForHead(nanos);
            case CONTENT -> connections.patience().isOverForContent(nanos, contentBytes);
            case NOTHING -> false;
        };
    }

    /** Ends the connection if it is still slow and the server itself does not make it wait. */
    void endIfSlow(Runnable ended) {
        channel.eventLoop().execute(() -> {
            if (!isSlow()) {
                return;
            }
            if (!channel.config().isAutoRead()) {
                expect(phase);
            } else {
                ended.run();
                end();
            }
        });
    }

    private void end() {
        Runnable respond = slowContent;
        if (phase == Phase.CONTENT && respond != null) {
            // If the response does not end the connection, the next check does.
            slowContent = null;
            expect(phase);
            contentBytes = 0;
            respond.run();
        } else if (phase == Phase.FIRST_HEAD && hasSent) {
            refuse();
        } else {
            close();
        }
    }

    /** Responds 408 to an incomplete first head, when nothing else can be under way. */
    @SuppressWarnings("FutureReturnValueIgnored") // the result is not needed
    private void refuse() {
        expect(Phase.NOTHING);
        channel.pipeline().context(this).writeAndFlush(connections.refusal()).addListener(ChannelFutureListener.CLOSE);
    }
}
