package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that holds all connections of a server and sends almost nothing. */
class SlowClientsIT {

    /** The maximum number of connections of the server. */
    private static final int MANY = 1_000;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private final List<SocketChannel> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (SocketChannel connection : slow) {
            connection.close();
        }
    }

    @Test
    void slowHeadsAreClosedAndOtherClientsServed() throws IOException {
        try (EmbeddedFile database = new EmbeddedFile()) {
            Node node = NODES.start(1, database, "-Dgazette.max-connections=" + MANY, "-Dgazette.sample-newsroom=true")
                    .get(0);
            URI address = node.at("/");
            for (int i = 0; i < MANY; i++) {
                SocketChannel connection =
                        SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
                connection.configureBlocking(false);
                slow.add(connection);
                write(connection, "GET /v1/articles HTTP/1.1\r\n");
            }
            assertThat(Editor.anybody(node).get("/v1/articles").status()).isEqualTo(200);
            await().atMost(PATIENCE).pollInterval(PAUSE).until(this::allAreOver);
            assertThat(node.errors()).isEmpty();
        }
    }

    /** Sends one more line over each; a connection that the server has closed reads to its end. */
    private boolean allAreOver() {
        slow.removeIf(connection -> !write(connection, "X-Line: 1\r\n") || isAtEnd(connection));
        return slow.isEmpty();
    }

    private static boolean write(SocketChannel connection, String text) {
        try {
            connection.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isAtEnd(SocketChannel connection) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(4_096);
            int read = connection.read(buffer);
            return read < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
