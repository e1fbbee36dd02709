package press.gazette.delivery.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** Tells a connection of HTTP/1.1 which messages come and go. */
final class Messages extends ChannelDuplexHandler {

    private static final String HTTP_2 = "h2c";

    private final ClientConnection connection;
    private final boolean refusesHttp2;

    /**
     * Of a connection.
     *
     * @param refusesHttp2 whether a request to go on with HTTP/2 is passed over, as RFC 9110 §7.8 lets a server do
     */
    Messages(ClientConnection connection, boolean refusesHttp2) {
        this.connection = connection;
        this.refusesHttp2 = refusesHttp2;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            connection.begin();
            passOverUpgrade(request.headers());
        }
        if (message instanceof HttpContent content) {
            connection.receive(content);
        }
        context.fireChannelRead(message);
    }

    private void passOverUpgrade(HttpHeaders headers) {
        if (refusesHttp2 && headers.containsValue(HttpHeaderNames.UPGRADE, HTTP_2, true)) {
            headers.remove(HttpHeaderNames.UPGRADE);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise tells the server
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            connection.answered();
        }
        context.write(message, promise);
    }

    /** Such as 100: the answer itself is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
