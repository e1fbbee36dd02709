package press.gazette.door;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Told;

/** A newsroom that has a site of its own switches ours off. */
@QuarkusTest
@TestProfile(Told.class)
class NoReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"/reader", "/reader/tags/putin", "/reader/files/reader.js"})
    void thereIsNoReaderSite(String url) {
        when().get(url).then().statusCode(404).body("code", equalTo("not-found"));
    }
}
