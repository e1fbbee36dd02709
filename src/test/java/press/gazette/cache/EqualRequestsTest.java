package press.gazette.cache;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Invalidation;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/** Equal requests at once wait for one response. */
@QuarkusTest
@TestProfile(CachingServer.class)
class EqualRequestsTest {

    @Inject
    EntityManagerFactory factory;

    @Inject
    RenderedCache cache;

    @TestHTTPResource
    URI base;

    @BeforeEach
    void anew() {
        clearCache();
    }

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        clearCache();
    }

    @Test
    void ofEqualRequestsAtOnceOneRenders() {
        PausedServer.stop();
        when().get("/v1/articles/" + Newsroom.PUTIN_YEARS).then().statusCode(200);
        clearCache();
        long before = statements();
        when().get("/v1/articles/" + Newsroom.PUTIN_YEARS).then().statusCode(200);
        long one = statements() - before;
        clearCache();
        before = statements();
        List<HttpResponse<String>> all = atOnce(1_000, "/v1/articles/" + Newsroom.PUTIN_YEARS);
        assertThat(all).allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(200));
        assertThat(all.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(statements() - before).isEqualTo(one);
    }

    @Test
    void allWaitingRequestsGetTheSame404() {
        assertThat(atOnce(100, "/v1/articles/desk-nowhere-at-all"))
                .allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(404));
    }

    private List<HttpResponse<String>> atOnce(int requests, String path) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, requests)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private void clearCache() {
        cache.apply(List.of(new Invalidation(0, List.of(), false)));
    }

    private long statements() {
        return factory.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
    }
}
