package press.gazette.article.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.MediaClient;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Articles that a release without records of their media has saved. */
@QuarkusTest
class MediaUsesRebuildTest {

    @Inject
    MediaUsesRebuild rebuild;

    @AfterEach
    void takeOut() {
        TestFiles.tidyUp();
    }

    @Test
    void mediaOfLiveAndWorkingContentAreFoundAgain() {
        String lead = picture(40);
        String live = picture(41);
        String working = picture(42);
        DeskClient article = DeskClient.published("Desk: old uses", "image", lead, "body", body(live));
        article.patch(Map.of("body", body(working))).then().statusCode(200);
        String etag = article.read().header("ETag");
        run("delete from article_media where article_id = '" + article.id() + "'");
        run("update article set media_form = 0 where id = '" + article.id() + "'");
        assertThat(users(live)).isEmpty();

        assertThat(rebuild.round()).isEqualTo(Duration.ofHours(1));

        for (String each : List.of(lead, live, working)) {
            assertThat(users(each)).containsExactly(article.id());
        }
        assertThat(article.read().header("ETag")).isEqualTo(etag);
        article.put("publication", Map.of()).then().statusCode(200);
        assertThat(users(live)).as("the body is replaced").isEmpty();
    }

    @Test
    void unreadableArticleHoldsUpNoOther() {
        String medium = picture(43);
        List<DeskClient> articles = List.of(
                DeskClient.write("Desk: old uses one", "image", medium),
                DeskClient.write("Desk: old uses two", "image", medium),
                DeskClient.write("Desk: old uses three", "image", medium));
        List<String> ids = articles.stream().map(DeskClient::id).sorted().toList();
        String all = " in ('" + String.join("', '", ids) + "')";
        String damaged = ids.get(0);
        try {
            run("update article set body = 'damaged' where id = '" + damaged + "'");
            run("delete from article_media where article_id" + all);
            run("update article set media_form = 0 where id" + all);
            for (int i = 0; i < ids.size(); i++) {
                assertThat(rebuild.round(1)).isEqualTo(Duration.ZERO);
            }
            assertThat(rebuild.round(1)).isEqualTo(Duration.ofHours(1));
            assertThat(users(medium)).containsExactlyInAnyOrder(ids.get(1), ids.get(2));
        } finally {
            run("update article set body = (select a.body from article a where a.id = '" + ids.get(1)
                    + "') where id = '" + damaged + "'");
        }
        assertThat(rebuild.round()).isEqualTo(Duration.ofHours(1));
        assertThat(users(medium)).contains(damaged);
    }

    private static String picture(int side) {
        return MediaClient.form(TestPictures.of("jpeg", side, side)).path("id");
    }

    private static Map<String, Object> body(String medium) {
        return Map.of("blocks", List.of(Map.of("type", "image", "url", "/x.jpg", "alt", "A crane", "media", medium)));
    }

    private static List<String> users(String medium) {
        return Keys.asAdmin()
                .get(MediaClient.MEDIA + "/" + medium + "/uses")
                .jsonPath()
                .getList("items.ref");
    }

    private static void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }
}
