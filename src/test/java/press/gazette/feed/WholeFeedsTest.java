package press.gazette.feed;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import press.gazette.article.Article;
import press.gazette.feed.format.FeedFormat;
import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Injections;
import press.gazette.newsroom.Keys;

/** Feeds with full text of a newsroom with configured URLs: behind a proxy, with a site of its own. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class WholeFeedsTest {

    private static final String HERE = ConfiguredSite.HERE;

    @Inject
    Clock clock;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void bodyHasAbsoluteUrlsAndCorrections(FeedFormat format) {
        DeskClient desk = DeskClient.write(
                "Desk: whole",
                "body",
                Map.of(
                        "html",
                        "<p>One <strong>two</strong>.</p><figure><img src=\"/newsroom/pictures/regatta.svg\" alt=\"x\"></figure>"));
        desk.put("publication", Map.of()).then().statusCode(201);
        desk.post("corrections", Map.of("kind", "clarification", "text", "It was > 2 & < 4."))
                .then()
                .statusCode(201);
        String html = ReadFeed.at("/feeds/tags/averil", format).item(desk.id()).html();
        assertThat(html)
                .startsWith("<p>One <strong>two</strong>.</p>")
                .contains("src=\"" + HERE + "/newsroom/pictures/regatta.svg\"")
                .endsWith("<p><strong>Clarification:</strong> It was &gt; 2 &amp; &lt; 4.</p>");
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void urlsComeFromTheSettingsAndNotFromTheRequest(FeedFormat format) {
        String url = "/feeds/articles." + format.extension + "?limit=2";
        String plain = when().get(url).asString();
        assertThat(given().header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "http")
                        .header("Forwarded", "host=evil.example")
                        .get(url)
                        .asString())
                .isEqualTo(plain)
                .contains("https://www.example.org/20");
        ReadFeed feed = ReadFeed.atUrl(url);
        assertThat(feed.self()).isEqualTo(HERE + url);
        assertThat(feed.next()).startsWith(HERE + "/feeds/articles." + format.extension + "?limit=2&cursor=");
        assertThat(feed.response().header("Link")).startsWith("<" + HERE + url + ">; rel=\"self\"");
        assertThat(plain).doesNotContain("localhost");
    }

    @Test
    void articleWithAnExternalOriginalLinksThereAndIsInNoSitemap() {
        DeskClient desk =
                DeskClient.write("Desk: of an agency", "canonicalUrl", "https://agency.example/story?a=1&b=2");
        desk.put("publication", Map.of()).then().statusCode(201);
        assertThat(ReadFeed.at("/feeds/articles", FeedFormat.RSS)
                        .item(desk.id())
                        .url())
                .isEqualTo("https://agency.example/story?a=1&b=2");
        when().get("/sitemaps/news.xml").then().body(Matchers.not(containsString("agency.example")));
        when().get("/sitemaps/articles-1.xml").then().body(Matchers.not(containsString("desk-of-an-agency")));
    }

    @Test
    void articleWithItsOwnPageAsOriginalIsInBothSitemaps() {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        String page = "https://www.example.org/" + year + "/desk-self-canonical";
        DeskClient.write("Desk: self canonical", "canonicalUrl", page)
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        DeskClient.write("Desk: page of another", "canonicalUrl", "https://www.example.org/" + year + "/elsewhere")
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        for (String map : List.of("/sitemaps/news.xml", "/sitemaps/articles-1.xml")) {
            when().get(map)
                    .then()
                    .body(containsString("<loc>" + page + "</loc>"))
                    .body(Matchers.not(containsString("desk-page-of-another")))
                    .body(Matchers.not(containsString("/elsewhere")));
        }
    }

    /** Google's guide to news sitemaps requires zh-cn or zh-tw instead of zh. */
    @ParameterizedTest
    @CsvSource({
        "zh-Hans, zh-cn",
        "zh-Hant, zh-tw",
        "zh-Hant-HK, zh-tw",
        "zh-HK, zh-tw",
        "zh-TW, zh-tw",
        "zh-CN, zh-cn",
        "zh-Hans-TW, zh-cn",
        "zh, zh-cn",
        "pt-BR, pt",
    })
    void newsSitemapHasTheLanguageCodesOfNewsSearch(String language, String said) {
        DeskClient.write("Desk: 港口 " + language, "slug", "desk-language", "language", language)
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        assertThat(when().get("/sitemaps/news.xml").asString())
                .containsPattern("/desk-language</loc>.*<news:language>" + said + "</news:language>");
    }

    /** JSON Feed 1.1 requires content in every item; an empty element in the other formats would hide the summary. */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void articleWithoutBodyHasNoEmptyContent(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: a brief without body");
        ReadFeed feed = ReadFeed.at("/feeds/articles", format);
        assertThat(feed.item(desk.id()).html()).isNull();
        if (format == FeedFormat.JSON) {
            assertThat(feed.response().<String>path("items[0].content_text")).isEqualTo("Desk: a brief without body");
            assertThat(feed.response()
                            .<List<Object>>path("items.findAll { it.content_html == null && it.content_text == null }"))
                    .isEmpty();
        }
        assertThat(feed.response().asString())
                .doesNotContain("<content:encoded></content:encoded>", "<content type=\"html\"></content>");
    }

    @Test
    void robotsTxtNamesTheSitemap() {
        when().get("/robots.txt").then().body(containsString("\nSitemap: " + HERE + "/sitemap.xml\n"));
    }

    @Test
    void newsSitemapNamesThePublication() {
        DeskClient.published("Desk: news & more");
        when().get("/sitemaps/news.xml")
                .then()
                .statusCode(200)
                .body(containsString("/desk-news-more</loc>"))
                .body(containsString("<news:name>The Averil Gazette</news:name><news:language>en</news:language>"))
                .body(containsString("<news:title>Desk: news &amp; more</news:title>"));
        when().get("/sitemap.xml").then().body(containsString("<loc>" + HERE + "/sitemaps/articles-1.xml</loc>"));
    }

    /** A news sitemap changes with time alone, so the server does not cache it. */
    @Test
    void newsSitemapHasItsCacheGroups() {
        when().get("/sitemaps/news.xml").then().header("Cache-Groups", equalTo("\"articles\", \"site\", \"labels\""));
    }

    /** All formats in one test: writing the articles takes longer than reading the feeds. */
    @Test
    void scriptsInContentStayText() {
        List<Object> operations = new ArrayList<>();
        for (int i = 0; i < Injections.VECTORS.size(); i++) {
            String line = line(Injections.VECTORS.get(i));
            Map<String, Object> article = Map.of(
                    "slug",
                    "desk-feed-" + i,
                    "type",
                    "news",
                    "language",
                    "en",
                    "title",
                    line,
                    "kicker",
                    line,
                    "standfirst",
                    line,
                    "byline",
                    line,
                    "source",
                    line.substring(0, Math.min(line.length(), 100)).strip(),
                    "rights",
                    line,
                    "body",
                    Map.of("html", Injections.VECTORS.get(i)));
            operations.add(Map.of("type", "create", "article", article));
            operations.add(Map.of("type", "publish", "ref", "desk-feed-" + i, "ifMatch", "*", "publication", Map.of()));
        }
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("operations", operations))
                .post("/v1/desk/articles/batch")
                .then()
                .statusCode(200)
                .body("items.findAll { it.problem != null }", Matchers.empty());
        for (FeedFormat format : FeedFormat.values()) {
            comesOutAsText(format);
        }
    }

    private static void comesOutAsText(FeedFormat format) {
        ReadFeed page = ReadFeed.atUrl("/feeds/articles." + format.extension + "?limit=100");
        List<ReadFeed.Item> items = new ArrayList<>(page.items());
        items.addAll(ReadFeed.atUrl(page.next().substring(HERE.length())).items());
        for (int i = 0; i < Injections.VECTORS.size(); i++) {
            String end = "/desk-feed-" + i;
            ReadFeed.Item item = items.stream()
                    .filter(each -> each.url().endsWith(end))
                    .findFirst()
                    .orElseThrow();
            String line = line(Injections.VECTORS.get(i));
            assertThat(item.title()).isEqualTo(line);
            assertThat(item.summary()).isEqualTo(line);
            if (item.html() != null) {
                Injections.assertHarmless(item.html());
            }
        }
    }

    /** The desk rejects such characters, but an older database or another program may have written them. */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void charactersThatXmlForbidsBreakNoFeed(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: control");
        QuarkusTransaction.requiringNew()
                .run(() -> Article.getEntityManager()
                        .createNativeQuery(
                                "update article set title = :title, standfirst = :title where slug = 'desk-control'")
                        .setParameter("title", "a\u0001\u000b\uffff ]]> b")
                        .executeUpdate());
        ReadFeed.Item item = ReadFeed.at("/feeds/tags/averil", format).item(desk.id());
        assertThat(item.title().replaceAll("[\u0001\u000b\uffff]", "")).isEqualTo("a ]]> b");
    }

    /** With bodies of five megabytes the first items have their body, the others a summary. */
    @Test
    void feedIsSmallerThanTenMegabytes() {
        String text = "\u201cword\u201d ".repeat(90_000);
        for (int i = 0; i < 5; i++) {
            DeskClient.write("Desk: long " + i, "body", Map.of("markdown", text))
                    .put("publication", Map.of())
                    .then()
                    .statusCode(201);
        }
        for (FeedFormat format : FeedFormat.values()) {
            ReadFeed feed = ReadFeed.at("/feeds/articles", format);
            assertThat(feed.response().asByteArray()).hasSizeLessThan(10_000_000);
            assertThat(feed.items().stream().limit(5).filter(item -> item.html() != null))
                    .hasSizeBetween(2, 4);
        }
    }

    private static String line(String vector) {
        return Normalizer.normalize(vector.replaceAll("\\p{Cntrl}+", " ").strip(), Normalizer.Form.NFC);
    }
}
