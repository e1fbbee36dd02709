package press.gazette.search.reading;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.FewConnections;

/** A node that has no index rejects searches alone. */
@QuarkusTest
@TestProfile(FewConnections.class)
class NodeWithoutIndexTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/search?q=harbour", "/v1/search/suggestions?q=harbour"})
    void searchIsNotReady(String url) {
        when().get(url)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("search-not-ready"))
                .body("detail", equalTo("This node has no index; other nodes may have one."))
                .body("traceId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles",
                "/v1/tags?q=p",
                "/v1/pages/home",
                "/feeds/articles.rss",
                "/reader/search?q=harbour"
            })
    void allElseResponds(String url) {
        when().get(url).then().statusCode(200);
    }

    @Test
    void badSearchIsRejectedAllTheSame() {
        when().get("/v1/search?q=-harbour").then().statusCode(400);
    }
}
