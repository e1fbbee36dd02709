package press.gazette.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.TestTags;

@QuarkusTest
class ChangesStreamTest {

    private static final int READERS = 100;

    @TestHTTPResource("/v1/changes/stream")
    URI stream;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void changesComeAsTheyHappen() throws Exception {
        try (StreamClient client = client("")) {
            assertThat(client.response().statusCode()).isEqualTo(200);
            assertThat(client.response().headers().firstValue("Content-Type"))
                    .contains("text/event-stream;charset=UTF-8");
            assertThat(client.response().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(client.response().headers().firstValue("X-Accel-Buffering"))
                    .contains("no");
            assertThat(client.next().name()).isEqualTo("welcome");
            DeskClient article = DeskClient.published("Desk: siren");
            StreamClient.Event created = client.next("change");
            assertThat(created.data().getString("kind")).isEqualTo("created");
            assertThat(created.data().getString("id")).isEqualTo(article.id());
            assertThat(created.data().getString("slug")).isEqualTo("desk-siren");
            article.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
            StreamClient.Event withdrawn = client.next("change");
            assertThat(withdrawn.data().getString("reason")).isEqualTo("legal");
            assertThat(withdrawn.data().getString("slug")).isNull();
        }
    }

    @Test
    void hiddenArticlesAreNotTold() throws Exception {
        try (StreamClient client = client("?types=article")) {
            client.next("welcome");
            DeskClient article = DeskClient.write("Desk: hush");
            article.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
            article.put("publication", Map.of()).then().statusCode(201);
            assertThat(client.isQuiet(500)).isTrue();
        }
    }

    @Test
    void readerThatComesBackMissesNothing() throws Exception {
        String last;
        DeskClient article;
        try (StreamClient client = client("?types=article")) {
            client.next("welcome");
            article = DeskClient.published("Desk: relay");
            last = client.next("change").id();
        }
        article.patch(Map.of("slug", "desk-new-relay")).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        try (StreamClient client = new StreamClient(URI.create(stream + "?types=article"), "Last-Event-ID", last)) {
            client.next("welcome");
            StreamClient.Event moved = client.next("change");
            assertThat(moved.data().getString("kind")).isEqualTo("moved");
            given().urlEncodingEnabled(false)
                    .get("/v1/changes?types=article&after=" + moved.id())
                    .then()
                    .statusCode(200);
            article.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
            assertThat(client.next("change").data().getString("kind")).isEqualTo("withdrawn");
        }
    }

    @Test
    void copyGoesOnAsAStream() throws Exception {
        String next = new Copy("types=article&limit=100").complete().next();
        String after = next.substring(next.indexOf("after=") + "after=".length());
        DeskClient.published("Desk: gangway");
        try (StreamClient client = client("?types=article&after=" + after)) {
            assertThat(client.next("change").data().getString("slug")).isEqualTo("desk-gangway");
        }
    }

    @Test
    void unknownPositionStartsOver() throws Exception {
        try (StreamClient client = new StreamClient(stream, "Last-Event-ID", "of another server")) {
            StreamClient.Event restart = client.next("restart");
            assertThat(restart.data().getString("reason")).isEqualTo("gone");
            assertThat(restart.data().getString("after")).isEqualTo(restart.id());
            DeskClient.published("Desk: afterwards");
            assertThat(client.next("change").data().getString("slug")).isEqualTo("desk-afterwards");
        }
    }

    @Test
    void articleThatLeavesTheFilterIsDeletedAndAMergerStartsOver() throws Exception {
        TestTags.keyword("trial-quay", "active");
        TestTags.keyword("trial-old-quay", "active");
        try (StreamClient client = client("?types=article&tags=trial-quay")) {
            client.next("welcome");
            DeskClient article = DeskClient.published("Desk: quay", "tags", List.of("trial-quay"));
            assertThat(client.next("change").data().getString("kind")).isEqualTo("created");
            article.patch(Map.of("tags", List.of("world"))).then().statusCode(200);
            article.put("publication", Map.of()).then().statusCode(200);
            assertThat(client.next("change").data().getString("kind")).isEqualTo("deleted");
            Keys.asAdmin()
                    .header("If-Match", "*")
                    .contentType("application/json")
                    .body(Map.of("into", "trial-quay"))
                    .put(TestTags.TAGS + "/trial-old-quay/merger")
                    .then()
                    .statusCode(200);
            client.next("restart");
            assertThat(client.next("goaway").data().getString("reason")).isEqualTo("restart");
            client.next("end");
        }
    }

    @Test
    void manyReadersGetTheSameChangeAtOnce() throws Exception {
        List<StreamClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                clients.add(client("?types=article"));
            }
            for (StreamClient client : clients) {
                client.next("welcome");
            }
            DeskClient.published("Desk: regatta");
            for (StreamClient client : clients) {
                assertThat(client.next("change").data().getString("slug")).isEqualTo("desk-regatta");
            }
        } finally {
            for (StreamClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void badFilterIsAProblem() throws Exception {
        given().get("/v1/changes/stream?types=all").then().statusCode(400);
        given().get("/v1/changes/stream?limit=3").then().statusCode(400);
        given().get("/v1/changes/stream?tags=nobody").then().statusCode(400);
        given().head("/v1/changes/stream").then().statusCode(200);
    }

    private StreamClient client(String parameters) throws Exception {
        return new StreamClient(URI.create(stream + parameters));
    }
}
