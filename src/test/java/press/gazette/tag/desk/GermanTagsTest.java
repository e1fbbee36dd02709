package press.gazette.tag.desk;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.TestTags;

/** Tags of a newsroom whose language is German. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class GermanTagsTest {

    @AfterEach
    void tidyUp() {
        TestTags.clear();
    }

    @Test
    void slugOfATagFollowsTheLanguageOfTheNewsroom() {
        TestTags.create("""
                        {"name": "Trial Größe", "type": "keyword"}""").then().statusCode(201).body("slug", equalTo("trial-groesse"));
    }
}
