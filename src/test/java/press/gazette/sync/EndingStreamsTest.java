package press.gazette.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.NotifyingServer;

/** Streams that end after seconds, with short heartbeats and a small buffer. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class EndingStreamsTest {

    private static final int MANY = 2_000;

    @TestHTTPResource("/v1/changes/stream")
    URI stream;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void oldStreamEnds() throws Exception {
        try (StreamClient client = client("")) {
            assertThat(client.next("goaway").data().getString("reason")).isEqualTo("age");
            client.next("end");
        }
    }

    /** To its end: the trailer of the format has the checksum of all. */
    @Test
    void compressedStreamCanBeReadAsItComes() throws Exception {
        try (StreamClient client = new StreamClient(stream, "Accept-Encoding", "gzip")) {
            assertThat(client.response().headers().firstValue("Content-Encoding"))
                    .contains("gzip");
            client.next("welcome");
            DeskClient article = DeskClient.published("Desk: compressed");
            assertThat(client.next("change").data().getString("id")).isEqualTo(article.id());
            assertThat(client.next("goaway").data().getString("reason")).isEqualTo("age");
            client.next("end");
        }
    }

    @Test
    void readerWhoseFilterHidesAllIsToldItsPosition() throws Exception {
        try (StreamClient client = client("?types=page")) {
            String start = client.next("welcome").id();
            DeskClient.published("Desk: hidden by the filter");
            StreamClient.Event position = client.next();
            assertThat(position.name()).isEqualTo("position");
            assertThat(position.id())
                    .isNotEqualTo(start)
                    .isEqualTo(position.data().getString("after"));
        }
    }

    /** The reader takes nothing while more comes than the buffers of both systems hold. */
    @Test
    void readerThatIsTooSlowIsCutOff() throws Exception {
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.setSoTimeout(20_000);
            slow.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
            OutputStream request = slow.getOutputStream();
            request.write("GET /v1/changes/stream HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            request.flush();
            await().until(() -> streams() == 1);
            changeMedia(1_000, 250);
            await().until(() -> streams() == 0);
            String all = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).contains("event: change").endsWith("data: {\"reason\":\"slow\"}\n\n\r\n0\r\n\r\n");
        }
    }

    /** More is written than the buffer takes; a reader that takes it in its time gets all of it, in order. */
    @Test
    void missedChangesComeInPieces() throws Exception {
        String after = end();
        List<DeskClient> articles = IntStream.range(0, 150)
                .mapToObj(i -> DeskClient.published("Desk: piece " + i))
                .toList();
        try (StreamClient client = client("?types=article&after=" + after)) {
            client.next("welcome");
            for (DeskClient article : articles) {
                assertThat(client.next("change").data().getString("id")).isEqualTo(article.id());
            }
        }
    }

    /** Hidden changes do not count: the reader has not missed more than one. */
    @Test
    void readerIsNotBehindByChangesThatAreNotForIt() throws Exception {
        String after = end();
        changeMedia(MANY, 1);
        DeskClient article = DeskClient.published("Desk: behind many");
        try (StreamClient client = client("?types=article&after=" + after)) {
            client.next("welcome");
            assertThat(client.next().data().getString("id")).isEqualTo(article.id());
        }
    }

    private static String end() {
        String next = new Copy("types=article&limit=100").complete().next();
        return next.substring(next.indexOf("after=") + "after=".length());
    }

    /** Changes to pictures that are not there: feeds have nothing of them but deletions. */
    private static void changeMedia(int changes, int groups) {
        List<Subject> touched = IntStream.range(0, groups)
                .mapToObj(i -> Subject.article(UUID.randomUUID()))
                .toList();
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, changes)
                        .forEach(i -> Ledger.record(Change.of(
                                Change.Kind.DELETED, Subject.media(UUID.randomUUID()), touched, Instant.now()))));
    }

    private double streams() {
        return metrics.get("gazette.streams.open").gauge().value();
    }

    private StreamClient client(String parameters) throws Exception {
        return new StreamClient(URI.create(stream + parameters));
    }
}
