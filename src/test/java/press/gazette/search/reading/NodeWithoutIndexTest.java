package press.gazette.search.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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
    void searchIsOff(String url) {
        when().get(url)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Retry-After", nullValue())
                .header("Cache-Control", "no-store")
                .body("code", equalTo("search-off"))
                .body("detail", equalTo("This server has no index."));
    }

    @Test
    void searchForAnOwnWriteIsOffToo() {
        given().header("Gazette-Seq", "1")
                .get("/v1/search?q=harbour")
                .then()
                .statusCode(404)
                .body("code", equalTo("search-off"));
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
