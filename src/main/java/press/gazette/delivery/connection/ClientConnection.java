package press.gazette.delivery.connection;

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

/**
 * One connection of a client, and what it keeps the server waiting for. It stands before everything that the server puts on
 * the connection and sees its bytes; {@link Messages} tells it what becomes of them.
 */
public final class ClientConnection extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<ClientConnection> KEY =
            AttributeKey.valueOf(ClientConnection.class, "connection");

    /** The server's names for its handlers on a connection of HTTP/1.1. */
    private static final String DECODER = "httpDecoder";

    private static final String SERVER = "handler";

    /** It switches to HTTP/2 on demand, and stands there until the first request has come. */
    private static final String UPGRADE = "h2c";

    /** What the client is expected to send. */
    enum Phase {
        FIRST_HEAD,
        HEAD,
        CONTENT,
        NOTHING
    }

    private final Channel channel;
    private final Connections connections;
    private final Consumer<ClientConnection> closed;

    /** Whether the server has chosen the protocol. */
    private boolean settled;

    private boolean hasSent;
    private @Nullable Runnable slowContent;
    private long contentBytes;
    private volatile Phase phase = Phase.FIRST_HEAD;
    private volatile long since = System.nanoTime();
    private volatile long lastContent = since;

    /** Requests that have not been answered. */
    private final AtomicInteger pending = new AtomicInteger();

    /**
     * Of a channel that has been accepted.
     *
     * @param closed is told when it is closed
     */
    ClientConnection(Channel channel, Connections connections, Consumer<ClientConnection> closed) {
        this.channel = channel;
        this.connections = connections;
        this.closed = closed;
        channel.attr(KEY).set(this);
    }

    /** The connection of a request; absent: it is one of HTTP/2. */
    public static @Nullable ClientConnection of(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase internal ? of(internal.channel()) : null;
    }

    /** The same of a channel. */
    public static @Nullable ClientConnection of(Channel channel) {
        return channel.attr(KEY).get();
    }

    /** How many of its requests have not been answered. */
    public int pending() {
        return pending.get();
    }

    /** Takes note of an answer that did not pass the server. */
    public void answered() {
        pending.decrementAndGet();
    }

    /** When content came last, by {@link System#nanoTime}. */
    public long lastContent() {
        return lastContent;
    }

    /** Has somebody answer once the content of the only request under way comes too slowly; else the connection is closed. */
    public void whenContentIsSlow(Runnable answer) {
        if (phase == Phase.CONTENT && pending() == 1) {
            slowContent = answer;
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        settle(context.pipeline());
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
        if (settled) {
            context.fireChannelRead(message);
        } else {
            settle(context, (ByteBuf) message);
        }
    }

    /** Hands on single bytes until the server has chosen the protocol: no message may pass before {@link Messages} is there. */
    private void settle(ChannelHandlerContext context, ByteBuf bytes) {
        while (!settled && bytes.isReadable()) {
            context.fireChannelRead(bytes.readRetainedSlice(1));
            settle(context.pipeline());
        }
        if (bytes.isReadable() && channel.isOpen()) {
            context.fireChannelRead(bytes);
        } else {
            bytes.release();
        }
    }

    private void settle(ChannelPipeline pipeline) {
        boolean mayUpgrade = pipeline.get(UPGRADE) != null;
        settled = mayUpgrade || pipeline.get(SERVER) != null;
        if (settled && pipeline.get(DECODER) != null) {
            Messages messages = new Messages(this, !connections.speaksHttp2());
            pipeline.addBefore(mayUpgrade ? UPGRADE : SERVER, null, messages);
        } else if (settled) {
            expect(Phase.NOTHING);
            if (!connections.speaksHttp2()) {
                hangUp(pipeline);
            }
        }
    }

    /** Closes the connection past the server, which would take leave in HTTP/2. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void hangUp(ChannelPipeline pipeline) {
        pipeline.context(this).close();
    }

    /** A head is complete. */
    void begin() {
        pending.incrementAndGet();
        contentBytes = 0;
        slowContent = null;
        expect(Phase.CONTENT);
    }

    /** A piece of content has come. */
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

    /** Whether it has no request under way, so that it may be closed for another one. */
    boolean isWaiting() {
        return phase != Phase.CONTENT && pending() == 0;
    }

    /** Whether it owes a head that it has begun, or should have. */
    boolean owesHead() {
        return phase == Phase.FIRST_HEAD || phase == Phase.HEAD;
    }

    /** Since when it has been as it is, by {@link System#nanoTime}. */
    long since() {
        return since;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    void close() {
        channel.close();
    }

    /** Whether it keeps the server waiting for too long. */
    boolean isSlow() {
        long nanos = System.nanoTime() - since;
        return switch (phase) {
            case FIRST_HEAD, HEAD -> connections.patience().isOverForHead(nanos);
            case CONTENT -> connections.patience().isOverForContent(nanos, contentBytes);
            case NOTHING -> false;
        };
    }

    /** Ends it if it is slow indeed, and not kept waiting by the server itself. */
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
        Runnable answer = slowContent;
        if (phase == Phase.CONTENT && answer != null) {
            // Its turn comes again, if the answer does not end the connection.
            slowContent = null;
            expect(phase);
            contentBytes = 0;
            answer.run();
        } else if (phase == Phase.FIRST_HEAD && hasSent) {
            refuse();
        } else {
            close();
        }
    }

    /** Answers the first head of a connection, behind which nothing else can be under way. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void refuse() {
        expect(Phase.NOTHING);
        channel.pipeline().context(this).writeAndFlush(connections.refusal()).addListener(ChannelFutureListener.CLOSE);
    }
}
