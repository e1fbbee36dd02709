package press.gazette.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.FewConnections;
import press.gazette.newsroom.Keys;

/** A server with three streams, two for a key. */
@QuarkusTest
@TestProfile(FewConnections.class)
class BoundedStreamsTest {

    @TestHTTPResource("/v1/changes/stream")
    URI stream;

    @Test
    void streamsAreBoundedByKeyAndInAll() throws Exception {
        String key = "Bearer " + Keys.with("desk:read");
        try (StreamClient one = new StreamClient(stream, "Authorization", key);
                StreamClient two = new StreamClient(stream, "Authorization", key);
                StreamClient ofKey = new StreamClient(stream, "Authorization", key);
                StreamClient three = new StreamClient(stream);
                StreamClient ofAll = new StreamClient(stream)) {
            assertThat(one.response().statusCode()).isEqualTo(200);
            assertThat(two.response().statusCode()).isEqualTo(200);
            assertThat(ofKey.response().statusCode()).isEqualTo(429);
            assertThat(three.response().statusCode()).isEqualTo(200);
            assertThat(ofAll.response().statusCode()).isEqualTo(503);
            assertThat(ofAll.response().headers().firstValue("Retry-After")).isPresent();
        }
        await().untilAsserted(() -> {
            try (StreamClient again = new StreamClient(stream, "Authorization", key)) {
                assertThat(again.response().statusCode()).isEqualTo(200);
            }
        });
    }
}
