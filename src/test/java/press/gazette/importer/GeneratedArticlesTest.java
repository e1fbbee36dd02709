package press.gazette.importer;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** A database of generated articles can be read like any other. */
@QuarkusTest
@TestProfile(GeneratedArticlesTest.Generated.class)
class GeneratedArticlesTest {

    public static final class Generated implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gazette.sample-newsroom", "false",
                    "gazette.generated-articles", "1500",
                    "quarkus.datasource.jdbc.url", "jdbc:h2:mem:generated;DB_CLOSE_DELAY=-1;NON_KEYWORDS=KEY");
        }
    }

    @Test
    void lastArticleIsTheNewest() {
        JsonPath newest = when().get("/v1/articles?limit=2").jsonPath();
        assertThat(newest.getList("items.slug")).containsExactly("generated-1499", "generated-1498");
        assertThat(newest.getList("items[0].tags")).hasSizeBetween(3, 6);
        assertThat(newest.getInt("items[0].wordCount")).isEqualTo(600);
    }

    @Test
    void bodiesHaveTheirWordCount() {
        String text =
                when().get("/v1/articles/generated-7?body=text").jsonPath().getString("body.text");
        assertThat(text.split("\\s+")).hasSize(600);
    }

    @Test
    void tagFrequenciesDifferWidely() {
        assertThat(when().get("/v1/tags/topic-1/articles?limit=100").jsonPath().getList("items"))
                .hasSize(100);
        assertThat(when().get("/v1/tags/topic-1900/articles?limit=100")
                        .jsonPath()
                        .getList("items"))
                .hasSizeLessThan(30);
    }
}
