package press.gazette.newsroom;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no well-behaved client would: the request goes over the wire as it is written. */
public final class RawHttp {

    private RawHttp() {}

    /** The whole answer to a GET of exactly this target, headers and all. */
    public static String get(URI server, String target, String... headers) throws IOException {
        return send(server, "GET", target, headers);
    }

    /** The same with another method and no content. */
    public static String send(URI server, String method, String target, String... headers) throws IOException {
        StringBuilder request =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
