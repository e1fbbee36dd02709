package press.gazette.newsroom;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends raw bytes as a request, for requests that no HTTP client would send. */
public final class RawHttp {

    /** A longer wait means that there is no response. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private RawHttp() {}

    /** The whole response to a GET of exactly this target, including headers. */
    public static String get(URI server, String target, String... headers) throws IOException {
        return send(server, "GET", target, headers);
    }

    /** The whole response to another method; an empty header ends the headers and begins the content. */
    public static String send(URI server, String method, String target, String... headers) throws IOException {
        StringBuilder request =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return exchange(server, request.append("\r\n").toString());
    }

    /**
     * The whole response to exactly these bytes, up to the end of the connection.
     *
     * @param request one byte for each character
     */
    public static String exchange(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            write(socket.getOutputStream(), request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(OutputStream stream, String request) throws IOException {
        try {
            stream.write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException e) {
            // The server has closed its side; its response can be read.
        }
    }
}
