package press.gazette.door;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.Newsroom;

/** The reader site is switched off by a newsroom with a site of its own. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class NoReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"/reader", "/reader/tags/" + Newsroom.PUTIN, "/reader/files/reader.js"})
    void readerSiteIsNotFound(String url) {
        when().get(url).then().statusCode(404).body("code", equalTo("not-found"));
    }
}
