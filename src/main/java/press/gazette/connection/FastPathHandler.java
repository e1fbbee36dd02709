package press.gazette.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;

/**
 * The handler of the fast path, before the server's on one connection of HTTP/1.1. Responses leave in the order of their requests
 * (RFC 9112 §9.3.2), so the fast path is taken only while the server has no request under way.
 */
final class FastPathHandler extends ChannelInboundHandlerAdapter {

    private final FastPath fastPath;
    private final ChannelHandlerContext out;
    private final String peer;
    private final ClientConnection connection;

    /** True if the current request has got its response here. */
    private boolean responded;

    /** True if a request has announced that it is the last one. */
    private boolean over;

    FastPathHandler(FastPath fastPath, ChannelHandlerContext out, String peer, ClientConnection connection) {
        this.fastPath = fastPath;
        this.out = out;
        this.peer = peer;
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            boolean isFree = connection.pending() == 1 && !over && out.channel().isWritable();
            responded = isFree && fastPath.responds(request, peer, out);
            if (responded) {
                connection.responded();
            } else {
                over |= !HttpUtil.isKeepAlive(request);
            }
        }
        if (responded) {
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
