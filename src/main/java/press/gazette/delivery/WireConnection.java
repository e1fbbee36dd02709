package press.gazette.delivery;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;

import press.gazette.delivery.connection.ClientConnection;

/**
 * Stands before the server on one connection of HTTP/1.1. Answers leave in the order of their requests (RFC 9112 §9.3.2), so
 * that there is a short way only while the server has nothing to do.
 */
final class WireConnection extends ChannelInboundHandlerAdapter {

    private final Wire wire;
    private final ChannelHandlerContext out;
    private final String peer;
    private final ClientConnection connection;

    /** Whether the request that is being read has been answered here. */
    private boolean answered;

    /** Whether a request was the last one, by its own word. */
    private boolean over;

    WireConnection(Wire wire, ChannelHandlerContext out, String peer, ClientConnection connection) {
        this.wire = wire;
        this.out = out;
        this.peer = peer;
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            boolean isFree = connection.pending() == 1 && !over && out.channel().isWritable();
            answered = isFree && wire.answers(request, peer, out);
            if (answered) {
                connection.answered();
            } else {
                over |= !HttpUtil.isKeepAlive(request);
            }
        }
        if (answered) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        out.flush();
        context.fireChannelReadComplete();
    }
}
