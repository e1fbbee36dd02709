package press.gazette.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;

/** Media that a release without their words has stored. */
@QuarkusTest
class MediaWordsRebuildTest {

    @Inject
    MediaWordsRebuild rebuild;

    @AfterEach
    void takeOut() {
        TestFiles.tidyUp();
    }

    @Test
    void mediaAreFoundByTheirWordsAgain() {
        String id = MediaClient.form(TestPictures.of("jpeg", 43, 43)).path("id");
        Response saved = MediaClient.patch(id, "{\"alt\": \"A zzqbarge in a lock\"}");
        run("delete from media_word where media_id = '" + id + "'");
        run("update media set words_form = 0 where id = '" + id + "'");
        assertThat(found()).isEmpty();

        assertThat(rebuild.round()).isEqualTo(Duration.ofHours(1));

        assertThat(found()).containsExactly(id);
        assertThat(Keys.asAdmin().get(MediaClient.MEDIA + "/" + id).header("ETag"))
                .isEqualTo(saved.header("ETag"));
    }

    private static List<String> found() {
        return Keys.asAdmin().get(MediaClient.MEDIA + "?q=zzqbarge").jsonPath().getList("items.id");
    }

    private static void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }
}
