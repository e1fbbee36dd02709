package press.gazette.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.FewConnections;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.RawHttp;

/** Slow clients do not hold the server's connections. */
@QuarkusTest
@TestProfile(FewConnections.class)
class ConnectionsTest {

    private static final String WHOLE = "GET /v1/tags/putin HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String PART = "GET /v1/tags/putin HTTP/1.1\r\n";

    /** More connections than one address may have, and than there may be at once. */
    private static final int MANY = 50;

    private static final int MOST_OF_CLIENT = 30;

    private static final int PIECES = 40;
    private static final int PIECE = 10_000;

    @TestHTTPResource("/")
    URI server;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void slowFirstHeadGets408() throws IOException {
        for (URI port : List.of(server, management)) {
            try (Client client = new Client(port, "127.0.0.1")) {
                client.write(PART);
                assertThat(client.readWhileWriting("X-Line: 1\r\n"))
                        .startsWith("HTTP/1.1 408 Request Timeout\r\n")
                        .contains("Content-Type: application/problem+json", "\"code\":\"request-timeout\"");
            }
        }
    }

    @Test
    void connectionWithoutARequestIsClosed() throws IOException {
        try (Client client = new Client(server, "127.0.0.1")) {
            assertThat(client.readToTheEnd()).isEmpty();
        }
    }

    @Test
    void slowLaterHeadEndsItsConnection() throws IOException {
        try (Client client = new Client(server, "127.0.0.1")) {
            client.write(WHOLE + WHOLE + WHOLE + PART);
            String responses = client.readWhileWriting("X-Line: 1\r\n");
            assertThat(responses.split("HTTP/1\\.1 200 OK", -1)).hasSize(4);
            assertThat(responses).doesNotContain("HTTP/1.1 408");
        }
    }

    @Test
    void newConnectionReplacesOneWithoutAHead() throws IOException {
        List<Client> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Client client = new Client(server, "127.0.1." + i % 2);
                slow.add(client);
                client.write(PART);
            }
            try (Client client = new Client(server, "127.0.0.1")) {
                client.write(WHOLE.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
                assertThat(client.readToTheEnd()).startsWith("HTTP/1.1 200 OK");
            }
        } finally {
            for (Client client : slow) {
                client.close();
            }
        }
    }

    @Test
    void connectionsOfAnAddressAreBounded() throws IOException {
        List<Client> open = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_OF_CLIENT; i++) {
                Client one = new Client(server, "127.0.2.1");
                open.add(one);
                one.write(WHOLE);
                // The server has counted it before it responds.
                assertThat(one.readOne()).isEqualTo('H');
            }
            try (Client client = new Client(server, "127.0.2.1")) {
                client.write(WHOLE);
                assertThat(client.readToTheEnd()).isEmpty();
            }
        } finally {
            for (Client client : open) {
                client.close();
            }
        }
    }

    @Test
    void slowContentGets408() throws IOException {
        try (Client client = new Client(server, "127.0.0.1")) {
            client.write(post(PIECES * PIECE));
            assertThat(client.readWhileWriting(" "))
                    .startsWith("HTTP/1.1 408 Request Timeout\r\n")
                    .contains("\"code\":\"request-timeout\"");
        }
    }

    /** The content takes longer than a write may, and has more than the lowest rate. */
    @Test
    void steadyContentMayTakeLong() throws IOException {
        try (Client client = new Client(server, "127.0.0.1")) {
            client.write(post(PIECES * PIECE));
            String early = "";
            for (int i = 0; i < PIECES && early.isEmpty(); i++) {
                client.write(" ".repeat(PIECE));
                early = client.readForAMoment();
            }
            assertThat(early + client.readToTheEnd())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"malformed-json\"");
        }
    }

    @Test
    void upgradeToHttp2IsIgnored() throws IOException {
        String upgrade = String.join(
                "\r\n",
                " HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade, HTTP2-Settings",
                "Connection: close",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                "",
                "");
        assertThat(RawHttp.exchange(server, "GET /v1/tags/putin" + upgrade)).startsWith("HTTP/1.1 200 ");
        assertThat(RawHttp.exchange(management, "GET /q/health/live" + upgrade)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void connectionThatBeginsWithHttp2IsClosed() throws IOException {
        String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0\4\0\0\0\0\0";
        assertThat(RawHttp.exchange(server, preface)).containsPattern("^HTTP/\\d\\.\\d 400 ");
        try (Client client = new Client(management, "127.0.0.1")) {
            client.write(preface);
            // The greeting of HTTP/2, one frame of settings, may have left before the connection is closed.
            assertThat(client.readToTheEnd()).hasSizeLessThanOrEqualTo(21);
        }
    }

    private static String post(int length) {
        return "POST /v1/desk/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + Keys.BOOTSTRAP + "\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    /** A connection from an address of the loopback network. */
    private static final class Client implements AutoCloseable {

        private static final int PATIENCE_MILLIS = 60_000;
        private static final int MOMENT_MILLIS = 100;

        private final Socket socket;
        private boolean ended;

        Client(URI port, String address) throws IOException {
            socket = new Socket(port.getHost(), port.getPort(), InetAddress.getByName(address), 0);
        }

        void write(String bytes) {
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // The server has closed the connection; the next read shows it.
            }
        }

        /** Everything received while the same bytes are sent repeatedly. */
        String readWhileWriting(String bytes) throws IOException {
            StringBuilder read = new StringBuilder();
            while (!ended) {
                read.append(readForAMoment());
                write(bytes);
            }
            return read.toString();
        }

        String readForAMoment() throws IOException {
            return read(MOMENT_MILLIS);
        }

        String readToTheEnd() throws IOException {
            return read(PATIENCE_MILLIS);
        }

        int readOne() throws IOException {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket.getInputStream().read();
        }

        /** Everything received until a pause of this length. */
        private String read(int millis) throws IOException {
            socket.setSoTimeout(millis);
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try {
                for (int next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    read.write(next);
                }
                ended = true;
            } catch (SocketTimeoutException e) {
                // A pause.
            } catch (SocketException e) {
                ended = true;
            }
            return read.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
