package press.gazette.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/** The exact number of statements of each response, whatever the database holds (promise S6). */
@QuarkusTest
class StatementsTest {

    @Inject
    EntityManagerFactory factory;

    @BeforeEach
    void stopTheClock() {
        PausedServer.stop();
    }

    @AfterAll
    static void startTheClock() {
        PausedServer.go();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ", 200, 1",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + "?include=related, 200, 2",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ".jsonld, 200, 2",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ".md, 200, 1",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ".pdf, 404, 0",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ".md?fields=title, 400, 0",
        "/v1/articles/" + Newsroom.SATURDAY_SCHOOL + ", 200, 2",
        "/v1/articles/" + Newsroom.SATURDAY_SCHOOL + "?fields=title, 200, 1",
        "/v1/articles, 200, 1",
        "/v1/articles?limit=100, 200, 1",
        "/v1/tags/putin/articles, 200, 2",
        "'/v1/articles?tags=putin,energy', 200, 2",
        "/v1/articles?tags=putin%7Cenergy%7C-film, 200, 2",
        "/v1/articles?tags=putin%7Cenergy&section=world&order=updated, 200, 2",
        "'/v1/articles?fields=slug,title', 200, 1",
        "/v1/articles?include=related, 200, 2",
        "'/v1/articles?include=related,tags.parents&body=html', 200, 3",
        "'/v1/articles?body=html,markdown', 200, 2",
        "/v1/articles?body=text, 200, 1",
        "/v1/articles/" + Newsroom.KINO_SAVED + ", 200, 2",
        "/v1/articles/" + Newsroom.KINO_SAVED + "?body=text, 200, 1",
        "/v1/articles?count=exact&limit=100, 200, 2",
        "'/v1/articles?include=corrections,seo&limit=20&body=text', 200, 1",
        "/v1/articles?type=page, 200, 1",
        "/v1/articles?tags=europe&descendants=true, 200, 2",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + "?fields=title, 200, 1",
        "/v1/articles?ids=01900000-0000-7000-8000-000000000000, 200, 2",
        "/v1/articles?fields=nothing, 400, 0",
        "/v1/articles?tags=nobody, 400, 1",
        "'/v1/articles?tags=a,b%7Cc', 400, 0",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + "/related, 200, 4",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + "/related?limit=1, 200, 2",
        "/v1/tags, 200, 2",
        "/v1/tags?q=p, 200, 2",
        "/v1/tags?q=marsh&type=contributor, 200, 2",
        "/v1/tags?parent=europe, 200, 2",
        "/v1/tags/russia, 200, 4",
        "/v1/search?q=harbour, 200, 1",
        "'/v1/search?q=harbour&limit=100&highlight=true&count=exact&facets=tags,section,contributor,type,language,year', 200, 1",
        "/v1/search?q=harbour&tags=averil%7Cenergy&section=world&descendants=true, 200, 2",
        "'/v1/search?q=harbour&include=related', 200, 2",
        "/v1/search?q=xyzzyx, 200, 0",
        "'/v1/search?q=xyzzyx&facets=section,type', 200, 0",
        "/v1/search?q=-harbour, 400, 0",
        "/v1/search?q=harbour&tags=nobody, 400, 1",
        "/v1/search/suggestions?q=har, 200, 1",
        "/v1/search/suggestions?q=xyzzyx, 200, 1",
        "/v1/changes, 200, 3",
        "/v1/changes?limit=100, 200, 3",
        "'/v1/changes?types=article,tag&kinds=updated', 200, 3",
        "/v1/changes?tags=putin, 200, 4",
        "/v1/changes?types=article&include=content, 200, 4",
        "/v1/changes?types=article&include=content&limit=1, 200, 4",
        "/v1/changes?types=articles, 400, 0",
        "/v1/lists, 200, 2",
        "/v1/lists/editors-picks, 200, 3",
        "/v1/lists/most-debated, 200, 3",
        "/v1/pages, 200, 2",
        "/v1/pages/home, 200, 3",
        "/v1/pages/home?exclude=01900000-0000-7000-8000-000000000000, 200, 3",
        "/v1/lists/editors-picks?exclude=" + Newsroom.GAS_CONTRACT + ", 200, 4",
        "'/v1/lists/editors-picks?fields=article.slug,article.title', 200, 3",
        "'/v1/lists/editors-picks?exclude=a,b,a', 400, 0",
        "/v1/pages/article, 200, 3",
        "/v1/site, 200, 3",
        "/v1/addresses?path=/2019/03/02/nobody, 404, 2",
        "/v1/addresses?path=nobody, 400, 0",
        "/feeds/articles.rss, 200, 8",
        "/feeds/tags/putin.atom?limit=100, 200, 8",
        "/feeds/lists/editors-picks.json, 200, 8",
        "/feeds/articles/2020-01-01.atom, 200, 4",
        "/feeds/tags/putin/2020-01-01.atom, 200, 5",
        "/feeds/articles.pdf, 404, 0",
        "/feeds.opml, 200, 5",
        "/sitemap.xml, 200, 2",
        "/reader/articles/" + Newsroom.GAS_CONTRACT + ", 200, 2",
        "/reader, 200, 0",
        "/sitemaps/news.xml, 200, 3",
        "/sitemaps/articles-1.xml, 200, 3",
        "/v1/articles?limt=1, 400, 0",
        "/v1/articles?limit=0, 400, 0",
        "/v1/articles?cursor=nonsense, 400, 0",
        "/v1/articles/Not%20a%20slug, 404, 0",
        "/, 200, 0",
        "/problems/not-found, 200, 0",
    })
    void eachResponseTakesThisManyStatements(String url, int status, int statements) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        given().urlEncodingEnabled(false).when().get(url).then().statusCode(status);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(statements);
    }

    /** With the bootstrap key, which no statement looks up. */
    @ParameterizedTest
    @CsvSource({
        "/v1/desk/me, 200, 0",
        "/v1/desk/tags, 200, 1",
        "/v1/desk/tags?q=marsh&state=active, 200, 1",
        "/v1/desk/tags?order=modified&type=person, 200, 1",
        "/v1/desk/tags?parent=europe, 200, 2",
        "/v1/desk/tags?order=newest, 400, 0",
        "/v1/desk/media?q=harbour&rights=valid, 200, 1",
        "/v1/desk/media?usedBy=article:gas-contract-averil&limit=1, 200, 3",
        "/v1/desk/media?usedBy=articles:a, 400, 0",
        "/v1/desk/articles, 200, 1",
        "/v1/desk/articles?status=published&limit=1, 200, 1",
        "/v1/desk/articles?q=gas&limit=1, 200, 2",
        "/v1/desk/articles?q=gas&status=published, 200, 2",
        "/v1/desk/articles?tag=putin&limit=1, 200, 3",
        "/v1/desk/articles?tag=putin&section=world&contributor=elena-marsh, 200, 5",
        "/v1/desk/articles?tag=nobody, 400, 3",
        "/v1/desk/changes, 200, 2",
        "/v1/desk/changes?after=now&types=article, 200, 2",
        "/v1/desk/changes?types=articles, 400, 0",
        "/v1/desk/agenda, 200, 1",
        "/v1/desk/agenda?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z&limit=100, 200, 1",
        "/v1/desk/agenda?from=tomorrow, 400, 0",
        "/v1/desk/articles?q=-, 400, 0",
    })
    void eachResponseOfTheDeskTakesThisManyStatements(String url, int status, int statements) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        Keys.asAdmin().get(url).then().statusCode(status);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(statements);
    }

    /** However many tags a draft names, they are read together. */
    @Test
    void draftTakesAsManyStatementsWithManyTags() {
        try {
            statementsOfADraft("averil", "world");
            long one = statementsOfADraft("putin");
            assertThat(statementsOfADraft("energy", "europe", "film", "putin")).isEqualTo(one);
        } finally {
            DeskClient.tidyUp();
        }
    }

    private long statementsOfADraft(String... tags) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        DeskClient.write("Desk: " + tags.length + " tags", "tags", List.of(tags));
        return statistics.getPrepareStatementCount();
    }
}
