package press.gazette.delivery;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Stands before the server on one connection of HTTP/1.1, and counts what the server has not answered yet: answers leave in
 * the order of their requests (RFC 9112 §9.3.2), so that there is a short way only while the server has nothing to do.
 */
final class WireConnection extends ChannelDuplexHandler {

    private final Wire wire;
    private final ChannelHandlerContext out;
    private final String peer;

    /** Requests that the server has and has not answered: at first the one that the connection is known from. */
    private int underWay = 1;

    /** Whether the request that is being read has been answered here. */
    private boolean answered;

    /** Whether a request was the last one, by its own word. */
    private boolean over;

    WireConnection(Wire wire, ChannelHandlerContext out, String peer) {
        this.wire = wire;
        this.out = out;
        this.peer = peer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            answered = underWay == 0 && !over && out.channel().isWritable() && wire.answers(request, peer, out);
            if (!answered) {
                underWay++;
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

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise tells the server
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            underWay--;
        }
        context.write(message, promise);
    }

    /** Such as 100: the answer itself is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
