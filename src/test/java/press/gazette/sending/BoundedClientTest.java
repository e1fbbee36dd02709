package press.gazette.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import press.gazette.newsroom.Slow;

/** Exchanges with receivers that are slow, hang, reset the connection or send too much all end in time. */
@Timeout(60)
@Slow
class BoundedClientTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
    private static final int MOST = 1_000;

    /** For responses that come. */
    private final BoundedClient client = new BoundedClient(Duration.ofSeconds(30));

    /** For those that do not. */
    private final BoundedClient impatient = new BoundedClient(Duration.ofMillis(500));

    private interface Manner {
        void respond(OutputStream out) throws IOException, InterruptedException;
    }

    /** Accepts one connection, reads the head of a request and sends a response. */
    private static final class Server implements AutoCloseable {

        private final ServerSocket socket;

        /** Completes when the other side has closed the connection, or the response has ended. */
        private final CompletableFuture<String> end;

        Server(Manner manner) throws IOException {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            end = CompletableFuture.supplyAsync(() -> {
                try (Socket connection = socket.accept()) {
                    if (connection.getInputStream().read(new byte[8_192]) < 0) {
                        return "nothing came";
                    }
                    manner.respond(connection.getOutputStream());
                    return "responded";
                } catch (IOException e) {
                    return "cut off";
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return "interrupted";
                }
            });
        }

        HttpRequest.Builder request() {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void statusDoesNotWaitForASlowBody() throws Exception {
        try (Server server = new Server(BoundedClientTest::drip)) {
            assertThat(new BoundedClient(Duration.ofSeconds(5)).status(server.request()))
                    .isEqualTo(200);
            assertThat(server.end.get(30, TimeUnit.SECONDS)).isEqualTo("cut off");
        }
    }

    @Test
    void slowResponseBodyIsCutOff() throws Exception {
        try (Server server = new Server(BoundedClientTest::drip)) {
            fails(server);
            assertThat(server.end.get(30, TimeUnit.SECONDS)).isEqualTo("cut off");
        }
    }

    @Test
    void missingOrSlowHeadIsAFailure() throws Exception {
        for (String beginning : new String[] {"", "HTTP/1.1 200 OK\r\nX-"}) {
            Manner hang = out -> {
                write(out, beginning);
                while (true) {
                    TimeUnit.MILLISECONDS.sleep(20);
                    write(out, beginning.isEmpty() ? "" : "a");
                }
            };
            try (Server server = new Server(hang)) {
                fails(server);
            }
            try (Server server = new Server(hang)) {
                assertThatThrownBy(() -> impatient.status(server.request())).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void closedConnectionIsAFailure() throws Exception {
        for (String beginning : new String[] {"", HEAD, HEAD + "Content-Length: 10\r\n\r\nfew"}) {
            try (Server server = new Server(out -> write(out, beginning))) {
                fails(server);
            }
        }
    }

    @Test
    void bodyLongerThanTheLimitIsAFailure() throws Exception {
        try (Server server = new Server(out -> write(out, body(MOST)))) {
            Response response = client.response(server.request(), MOST).get();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).isEqualTo("x".repeat(MOST));
        }
        try (Server server = new Server(out -> write(out, body(MOST + 1)))) {
            fails(server);
        }
        Manner endless = out -> {
            write(out, HEAD + "\r\n");
            while (true) {
                write(out, "x".repeat(MOST));
            }
        };
        try (Server server = new Server(endless)) {
            fails(server);
            assertThat(server.end.get(30, TimeUnit.SECONDS)).isEqualTo("cut off");
        }
        try (Server server = new Server(endless)) {
            assertThat(client.status(server.request())).isEqualTo(200);
            assertThat(server.end.get(30, TimeUnit.SECONDS)).isEqualTo("cut off");
        }
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        try (Server server = new Server(out ->
                write(out, "HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(client.status(server.request())).isEqualTo(301);
        }
    }

    private void fails(Server server) {
        assertThatThrownBy(() -> impatient.response(server.request(), MOST).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        write(out, HEAD + "\r\n");
        while (true) {
            write(out, ".");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static String body(int length) {
        return HEAD + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
