package press.gazette.connection;

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

/** Reports the messages of a connection of HTTP/1.1 to its {@link ClientConnection}. */
final class Messages extends ChannelDuplexHandler {

    private static final String HTTP_2 = "h2c";

    private final ClientConnection connection;
    private final boolean refusesHttp2;

    /**
     * Makes the handler of a connection.
     *
     * @param refusesHttp2 whether requests to upgrade to HTTP/2 are ignored, as RFC 9110 §7.8 allows
     */
    Messages(ClientConnection connection, boolean refusesHttp2) {
        this.connection = connection;
        this.refusesHttp2 = refusesHttp2;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            connection.begin();
            ignoreUpgrade(request.headers());
        }
        if (message instanceof HttpContent content) {
            connection.receive(content);
        }
        context.fireChannelRead(message);
    }

    private void ignoreUpgrade(HttpHeaders headers) {
        if (refusesHttp2 && headers.containsValue(HttpHeaderNames.UPGRADE, HTTP_2, true)) {
            headers.remove(HttpHeaderNames.UPGRADE);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the server has the promise
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            connection.responded();
        }
        context.write(message, promise);
    }

    /** True if it is a response 1xx, such as 100: the final response is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
