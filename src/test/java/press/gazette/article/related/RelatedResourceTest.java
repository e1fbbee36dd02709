package press.gazette.article.related;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Newsroom;

@QuarkusTest
class RelatedResourceTest {

    @Test
    void handPickedArticlesComeBeforeThoseThatShareTags() {
        JsonPath article = when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + "?include=related")
                .jsonPath();
        List<String> picked = article.getList("related.slug");
        JsonPath related = when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + "/related?limit=12")
                .jsonPath();
        List<String> slugs = related.getList("items.slug");
        assertThat(slugs).hasSize(12).startsWith(picked.toArray(String[]::new));
        assertThat(slugs).doesNotHaveDuplicates().doesNotContain(Newsroom.GAS_CONTRACT);
        Set<String> about = new HashSet<>(article.getList("tags.slug"));
        about.add(article.getString("section.slug"));
        for (int i = picked.size(); i < slugs.size(); i++) {
            Set<String> others = new HashSet<>(related.getList("items[" + i + "].tags.slug"));
            others.add(related.getString("items[" + i + "].section.slug"));
            others.retainAll(about);
            assertThat(others).as(slugs.get(i)).isNotEmpty();
        }
        assertThat(related.getMap("").keySet()).containsExactly("items");
    }

    @Test
    void handPickedArticlesFillASmallLimit() {
        List<String> picked = when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + "?include=related")
                .jsonPath()
                .getList("related.slug");
        assertThat(when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + "/related?limit=1&fields=slug")
                        .jsonPath()
                        .getList("items.slug"))
                .isEqualTo(picked.subList(0, 1));
    }

    @Test
    void movedWithdrawnAndHiddenArticlesAnswerAsAtTheirOwnAddress() {
        given().redirects()
                .follow(false)
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT_FORMERLY + "/related?limit=3")
                .then()
                .statusCode(308)
                .header("Location", "/v1/articles/" + Newsroom.GAS_CONTRACT + "/related?limit=3");
        when().get("/v1/articles/" + Newsroom.WITHDRAWN_STORY + "/related")
                .then()
                .statusCode(410);
        when().get("/v1/articles/" + Newsroom.EMBARGOED_STORY + "/related")
                .then()
                .statusCode(404);
        when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + "/related?cursor=x")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
    }
}
