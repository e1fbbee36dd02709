package press.gazette.article.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Page;

/** Pages of the desk's search that examine few articles, as if there were many. */
@QuarkusTest
class DeskSearchPagesTest {

    @AfterEach
    void takeOut() {
        DeskClient.tidyUp();
    }

    /** The next page goes on behind the last article that was examined. */
    @Test
    void pageExaminesABoundedNumberOfArticles() {
        DeskClient.write("Desk: Zzqdeep first");
        for (int i = 0; i < 4; i++) {
            DeskClient.write("Desk: Other " + i);
        }
        DeskClient.write("Desk: Zzqdeep last");
        for (String order : List.of("newest", "oldest")) {
            List<String> found = new ArrayList<>();
            String cursor = null;
            int pages = 0;
            do {
                Page<DeskArticleCard> page = page("zzqdeep", order, cursor, 3);
                page.items().forEach(card -> found.add(card.slug()));
                cursor = page.next() == null ? null : next(order, page);
                pages++;
            } while (cursor != null);
            assertThat(found).hasSize(2).contains("desk-zzqdeep-first", "desk-zzqdeep-last");
            assertThat(pages).isGreaterThan(10);
        }
    }

    private static String next(String order, Page<DeskArticleCard> page) {
        String url = query("zzqdeep", order, null)
                .address()
                .page(query("zzqdeep", order, null).limit(), page.next());
        return url.substring(url.indexOf("cursor=") + "cursor=".length());
    }

    private static Page<DeskArticleCard> page(String q, String order, @Nullable String cursor, int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> query(q, order, cursor).page(most, DeskArticleTags.FEW));
    }

    private static DeskArticleQuery query(String q, String order, @Nullable String cursor) {
        return DeskArticleQuery.parse(
                new DeskArticleParameters(q, null, null, null, null, null, null, null, null, order, null, cursor));
    }

    @Test
    void editDuringThePageSkipsNoArticle() {
        DeskClient.write("Desk: Zzqskip fourth");
        DeskClient.write("Desk: Zzqskip third");
        DeskClient second = DeskClient.write("Desk: Zzqskip second");
        DeskClient.write("Desk: Zzqskip first");
        DeskArticleStatement page = statement(null);
        DatedKey last =
                QuarkusTransaction.requiringNew().call(page::lastToExamine).orElseThrow();
        second.patch(Map.of("standfirst", "Edited.")).then().statusCode(200);
        assertThat(slugs(page, last))
                .containsExactly("desk-zzqskip-second", "desk-zzqskip-first", "desk-zzqskip-third");
        assertThat(slugs(statement(last), null)).contains("desk-zzqskip-fourth");
    }

    private static DeskArticleStatement statement(@Nullable DatedKey after) {
        DeskArticleQuery query = query("zzqskip", "newest", null);
        return new DeskArticleStatement(
                query.filter(), new DeskArticleTags(List.of(), null), true, query.limit(), after, 3);
    }

    private static List<String> slugs(DeskArticleStatement statement, @Nullable DatedKey last) {
        return QuarkusTransaction.requiringNew().call(() -> statement.rows(last)).stream()
                .map(DeskArticleCard::slug)
                .toList();
    }

    /** Articles of a tag that many have are found on the way through all articles. */
    @Test
    void filtersByCommonTagsLookAtTheWorkingDraft() {
        DeskClient desk = DeskClient.published("Desk: Zzqcommon", "tags", List.of("averil", "world"));
        DeskClient.write("Desk: Zzqcommon draft", "tags", List.of("averil"));
        assertThat(common("averil", null)).containsExactly("desk-zzqcommon-draft", "desk-zzqcommon");
        assertThat(common("averil", "world")).containsExactly("desk-zzqcommon");
        desk.patch(Map.of("tags", List.of("energy", "politics"))).then().statusCode(200);
        assertThat(common("averil", null)).containsExactly("desk-zzqcommon-draft");
        assertThat(common("averil", "world")).isEmpty();
        assertThat(common("energy", "politics")).containsExactly("desk-zzqcommon");
        desk.put("publication", Map.of()).then().statusCode(200);
        assertThat(common("energy", "politics")).containsExactly("desk-zzqcommon");
    }

    /** Articles with a tag and in a section, as if many articles had them. */
    private static List<String> common(String tag, @Nullable String section) {
        DeskArticleQuery query = DeskArticleQuery.parse(new DeskArticleParameters(
                "zzqcommon", null, section, tag, null, null, null, null, null, null, null, null));
        return QuarkusTransaction.requiringNew()
                .call(() -> query.page(DeskArticleQuery.MOST_EXAMINED, 0))
                .items()
                .stream()
                .map(DeskArticleCard::slug)
                .toList();
    }
}
