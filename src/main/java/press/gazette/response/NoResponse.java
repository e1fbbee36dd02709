package press.gazette.response;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Ends requests without a response, as a closed port does: a proxy then asks another node. */
public final class NoResponse {

    /** REFUSED_STREAM (RFC 9113 §7): the request was not processed and can be repeated. */
    private static final long REFUSED = 0x7;

    private NoResponse() {}

    /** Closes the connection. On HTTP/2 it ends this request alone, since others share the connection. */
    public static void to(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(REFUSED);
        } else {
            request.connection().close();
        }
    }
}
