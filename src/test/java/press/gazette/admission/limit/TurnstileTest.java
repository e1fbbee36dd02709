package press.gazette.admission.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;

/** When too many readers need responses that are not cached, some are rejected, and the desk works on. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class TurnstileTest {

    @Inject
    Turnstile turnstile;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI base;

    /** A process without a response so far admits one reader. */
    @BeforeEach
    void serveTheFirstReader() {
        given().get("/v1/articles?limit=4").then().statusCode(200);
        Awaitility.await()
                .until(() -> metrics.get("gazette.readers.inside").gauge().value() == 0);
    }

    @Test
    void readersAreQueuedThenRejectedAndTheDeskIsNeither() {
        Runnable first = this::doNothing;
        assertThat(turnstile.enter(first)).isEqualTo(Turnstile.Entrance.ADMITTED);
        assertThat(turnstile.enter(first)).isEqualTo(Turnstile.Entrance.ADMITTED);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 3)
                .mapToObj(i ->
                        client.sendAsync(asked("/v1/articles?limit=" + (i + 1)), HttpResponse.BodyHandlers.ofString()))
                .toList();
        Awaitility.await()
                .until(() -> metrics.get("gazette.readers.inline").gauge().value() == 3);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        assertThat(turnstile.enter(this::doNothing)).isEqualTo(Turnstile.Entrance.REJECTED);
        given().get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
        Keys.asAdmin().get("/v1/desk/tags").then().statusCode(200);
        turnstile.leave();
        turnstile.leave();
        assertThat(waiting)
                .allSatisfy(response -> assertThat(response.join().statusCode()).isEqualTo(200));
        given().get("/v1/articles/" + Newsroom.GAS_CONTRACT).then().statusCode(200);
        Awaitility.await()
                .until(() -> metrics.get("gazette.readers.inside").gauge().value() == 0);
    }

    /** Its readers connect again at once after a restart. */
    @Test
    void streamsHaveAQueueOfTheirOwn() throws Exception {
        turnstile.enter(this::doNothing);
        turnstile.enter(this::doNothing);
        for (int i = 0; i < 3; i++) {
            assertThat(turnstile.enter(this::doNothing)).isEqualTo(Turnstile.Entrance.QUEUED);
        }
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<InputStream>>> streams = IntStream.range(0, 50)
                .mapToObj(i -> client.sendAsync(asked("/v1/changes/stream"), HttpResponse.BodyHandlers.ofInputStream()))
                .toList();
        for (CompletableFuture<HttpResponse<InputStream>> stream : streams) {
            assertThat(stream.get().statusCode()).isEqualTo(200);
            stream.get().body().close();
        }
        for (int i = 0; i < 5; i++) {
            turnstile.leave();
        }
    }

    /** A reader that gives up at the moment of its turn has been admitted, and must leave. */
    @Test
    void readerThatGivesUpLeavesItsPlace() {
        Runnable first = this::doNothing;
        Runnable second = this::doNothing;
        turnstile.enter(first);
        turnstile.enter(first);
        assertThat(turnstile.enter(second)).isEqualTo(Turnstile.Entrance.QUEUED);
        turnstile.leave();
        turnstile.giveUp(second);
        turnstile.leave();
        assertThat(metrics.get("gazette.readers.inside").gauge().value()).isZero();
    }

    @Test
    void newProcessAdmitsOneMoreReaderForEachThatHasLeft() {
        Turnstile begun = new Turnstile(3, 5);
        List<String> called = new ArrayList<>();
        assertThat(begun.enter(this::doNothing)).isEqualTo(Turnstile.Entrance.ADMITTED);
        for (int i = 1; i <= 5; i++) {
            String name = "reader " + i;
            assertThat(begun.enter(() -> called.add(name))).isEqualTo(Turnstile.Entrance.QUEUED);
        }
        begun.leave();
        assertThat(called).containsExactly("reader 1", "reader 2");
        begun.leave();
        assertThat(called).containsExactly("reader 1", "reader 2", "reader 3", "reader 4");
        begun.leave();
        assertThat(called).endsWith("reader 4", "reader 5");
        assertThat(begun.enter(this::doNothing)).isEqualTo(Turnstile.Entrance.QUEUED);
    }

    private HttpRequest asked(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }

    private void doNothing() {
        // No reader has to be called.
    }
}
