package press.gazette.search.opensearch;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.CachingServer;

/** A node whose OpenSearch is away starts, and rejects searches alone. */
@QuarkusTest
@TestProfile(AwayOpenSearchTest.Away.class)
class AwayOpenSearchTest {

    public static final class Away extends CachingServer {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("gazette.search", "opensearch");
            // A port that only a privileged process could open.
            settings.put("gazette.search.opensearch.url", "http://localhost:1");
            settings.put("gazette.search.opensearch.user", "gazette");
            settings.put("gazette.search.opensearch.password", "opensesame");
            return settings;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/search?q=harbour", "/v1/search/suggestions?q=harbour"})
    void searchIsNotReady(String url) {
        when().get(url)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .header("Cache-Control", "no-store")
                .body("code", equalTo("search-not-ready"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/tags?q=p", "/v1/pages/home", "/feeds/articles.rss"})
    void allElseResponds(String url) {
        when().get(url).then().statusCode(200);
    }

    @Test
    void nodeIsReadyAndNamesTheFailureWithoutCredentials() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        when().get("http://localhost:" + port + "/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("search"))
                .body("checks.find { it.name == 'search' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'search' }.data.seq", equalTo(-1))
                .body("checks.find { it.name == 'search' }.data.failure", startsWith("OpenSearch does not respond"))
                .body(not(containsString("opensesame")));
    }
}
