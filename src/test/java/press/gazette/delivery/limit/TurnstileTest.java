package press.gazette.delivery.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

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
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Told;

/** When too many ask at once for what has to be made first, some are turned away, and the desk works on. */
@QuarkusTest
@TestProfile(Told.class)
class TurnstileTest {

    @Inject
    Turnstile turnstile;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI base;

    /** A process that has answered nobody yet lets in one. */
    @BeforeEach
    void someoneHasBeenHere() {
        given().get("/v1/articles?limit=4").then().statusCode(200);
        Awaitility.await()
                .until(() -> metrics.get("gazette.readers.inside").gauge().value() == 0);
    }

    @Test
    void readersStandInLineAreTurnedAwayAndTheDeskPassesBy() {
        Runnable first = this::nobody;
        assertThat(turnstile.enter(first)).isEqualTo(Turnstile.Place.INSIDE);
        assertThat(turnstile.enter(first)).isEqualTo(Turnstile.Place.INSIDE);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 3)
                .mapToObj(i ->
                        client.sendAsync(asked("/v1/articles?limit=" + (i + 1)), HttpResponse.BodyHandlers.ofString()))
                .toList();
        Awaitility.await()
                .until(() -> metrics.get("gazette.readers.inline").gauge().value() == 3);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        assertThat(turnstile.enter(this::nobody)).isEqualTo(Turnstile.Place.TURNED_AWAY);
        given().get("/v1/articles/gas-contract-averil").then().statusCode(503).header("Retry-After", notNullValue());
        Keys.asAdmin().get("/v1/desk/tags").then().statusCode(200);
        turnstile.leave();
        turnstile.leave();
        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        given().get("/v1/articles/gas-contract-averil").then().statusCode(200);
        Awaitility.await()
                .until(() -> metrics.get("gazette.readers.inside").gauge().value() == 0);
    }

    /** Whoever gives up in the very moment when its turn comes has been let in, and must leave. */
    @Test
    void nobodyIsForgottenInside() {
        Runnable first = this::nobody;
        Runnable second = this::nobody;
        turnstile.enter(first);
        turnstile.enter(first);
        assertThat(turnstile.enter(second)).isEqualTo(Turnstile.Place.IN_LINE);
        turnstile.leave();
        turnstile.giveUp(second);
        turnstile.leave();
        assertThat(metrics.get("gazette.readers.inside").gauge().value()).isZero();
    }

    @Test
    void aNewProcessLetsInOneAndOneMoreForEachThatHasLeft() {
        Turnstile begun = new Turnstile(3, 5, new SimpleMeterRegistry());
        List<String> called = new ArrayList<>();
        assertThat(begun.enter(this::nobody)).isEqualTo(Turnstile.Place.INSIDE);
        for (int i = 1; i <= 5; i++) {
            String name = "reader " + i;
            assertThat(begun.enter(() -> called.add(name))).isEqualTo(Turnstile.Place.IN_LINE);
        }
        begun.leave();
        assertThat(called).containsExactly("reader 1", "reader 2");
        begun.leave();
        assertThat(called).containsExactly("reader 1", "reader 2", "reader 3", "reader 4");
        begun.leave();
        assertThat(called).endsWith("reader 4", "reader 5");
        assertThat(begun.enter(this::nobody)).isEqualTo(Turnstile.Place.IN_LINE);
    }

    private HttpRequest asked(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }

    private void nobody() {
        // Nobody has to be called.
    }
}
