package press.gazette.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.cache.CachedResponses;
import press.gazette.newsroom.NotifyingServer;

/** A server with a cache, and with {@code gazette.fast-path=false}. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class FastPathSettingTest {

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI base;

    @Test
    void cachedResponsesPassThroughTheServer() throws IOException {
        try (RawConnection connection = new RawConnection(base)) {
            String tag = connection.get("/v1/pages/home", "").tag();
            double hits = CachedResponses.requests(metrics, "hit").count();
            for (int i = 0; i < 3; i++) {
                assertThat(connection.get("/v1/pages/home", "").tag()).isEqualTo(tag);
            }
            assertThat(CachedResponses.requests(metrics, "hit").count()).isGreaterThanOrEqualTo(hits + 3);
        }
        assertThat(metrics.find("http.server.requests").tag("uri", "KEPT").timers())
                .extracting(Timer::count)
                .containsOnly(0L);
    }
}
