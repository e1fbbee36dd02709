package press.gazette.curation.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static press.gazette.newsroom.Newsroom.PUTIN_SPEECHES;
import static press.gazette.newsroom.Newsroom.WORLD_NEWS;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Newsroom;

@QuarkusTest
class ListsResourceTest {

    @Test
    void latestPostsAreTheNewestArticles() {
        List<String> newest = when().get("/v1/articles?limit=10").jsonPath().getList("items.slug");
        when().get("/v1/lists/" + Newsroom.LATEST_POSTS)
                .then()
                .statusCode(200)
                .body("title", equalTo("Latest Posts"))
                .body("kind", equalTo("query"))
                .body("items.article.slug", equalTo(newest))
                .body("items.origin", everyItem(equalTo("fill")));
    }

    @Test
    void editorsPicksAreInTheEditorsOrderAndFilledUp() {
        JsonPath list = when().get("/v1/lists/" + Newsroom.EDITORS_PICKS).jsonPath();
        assertThat(list.getList("items.position"))
                .isEqualTo(IntStream.rangeClosed(1, 6).boxed().toList());
        assertThat(list.getList("items.origin"))
                .containsExactly("curated", "curated", "curated", "curated", "fill", "fill");
        assertThat(list.getList("items.article.slug"))
                .startsWith(Newsroom.GAS_CONTRACT, PUTIN_SPEECHES)
                .doesNotHaveDuplicates();
    }

    @Test
    void overridesShowInTheListOnly() {
        JsonPath list = when().get("/v1/lists/" + Newsroom.EDITORS_PICKS).jsonPath();
        assertThat(list.getString("items[1].article.title")).isEqualTo("How to listen to a president");
        assertThat(list.getString("items[1].article.kicker")).isEqualTo("Interview");
        assertThat(list.getList("items[1].overridden")).containsExactly("title", "kicker");
        assertThat(list.getMap("items[0]")).doesNotContainKey("overridden");
        when().get("/v1/articles/" + Newsroom.PUTIN_SPEECHES)
                .then()
                .body("title", not(equalTo("How to listen to a president")));
    }

    @Test
    void pageHasItsListsWithoutARepeatedArticleByFill() {
        JsonPath page = when().get("/v1/pages/" + Newsroom.HOME).jsonPath();
        assertThat(page.getList("lists.key"))
                .containsExactly(Newsroom.EDITORS_PICKS, Newsroom.LATEST_POSTS, WORLD_NEWS, "culture-shelf");
        assertThat(page.getMap("lists[0]"))
                .isEqualTo(when().get("/v1/lists/" + Newsroom.EDITORS_PICKS)
                        .jsonPath()
                        .getMap("$"));
        assertThat(page.<String>getList("lists.items.flatten().article.slug"))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
        assertThat(page.getList("lists[1].items")).hasSize(10);
    }

    @Test
    void hiddenArticlesAreInNoList() {
        String all = when().get("/v1/pages/home").asString();
        assertThat(all)
                .doesNotContain(
                        Newsroom.DRAFT_STORY,
                        Newsroom.SCHEDULED_STORY,
                        Newsroom.EMBARGOED_STORY,
                        Newsroom.EXPIRED_STORY,
                        Newsroom.WITHDRAWN_STORY);
    }

    @Test
    void allListsAreListedPageByPage() {
        when().get("/v1/lists")
                .then()
                .body("items.key", hasItems(Newsroom.EDITORS_PICKS, Newsroom.LATEST_POSTS))
                .body("$", not(hasKey("next")));
        when().get("/v1/lists?limit=1")
                .then()
                .body("items.key", equalTo(List.of("culture-shelf")))
                .body("$", hasKey("next"));
    }

    @Test
    void unknownListsAndPagesAreNotFound() {
        when().get("/v1/lists/nothing").then().statusCode(404);
        when().get("/v1/pages/nothing").then().statusCode(404);
        when().get("/v1/lists/NOT A KEY").then().statusCode(404);
    }
}
