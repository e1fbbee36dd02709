package press.gazette.connection;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A persistent connection of HTTP/1.1 that returns every byte of a response. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A request as bytes, with Host. */
    static String request(String line, String headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\n" + (headers.isEmpty() ? "" : headers + "\r\n") + "\r\n";
    }

    RawResponse get(String path, String headers) throws IOException {
        return ask("GET " + path, headers);
    }

    RawResponse ask(String request, String headers) throws IOException {
        send(request, headers);
        return response(!request.startsWith("HEAD"));
    }

    void send(String request, String headers) throws IOException {
        write(request(request, headers));
    }

    void write(String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawResponse response(boolean withContent) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.equals("\r\n"); line = line()) {
            head.append(line);
        }
        RawResponse response = new RawResponse(head.toString(), "");
        int length = withContent ? Integer.parseInt(response.headers().getOrDefault("content-length", "0")) : 0;
        return new RawResponse(head.toString(), new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }

    /** A line with its end. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        do {
            next = in.read();
            if (next < 0) {
                throw new IOException("The connection has ended");
            }
            line.write(next);
        } while (next != '\n');
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
