package press.gazette.importer.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.article.draft.ArticleType;
import press.gazette.body.Body;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.wordpress.Exports;

/** Exports of Ghost. */
class GhostSourceTest {

    private static final ImportMapping SITE = ImportMapping.read("site: https://www.old.example/");

    @Test
    void postHasItsTermsInOrderWhereverTheTablesStand() {
        GhostSource source = source("""
                {"db":[{"meta":{"version":"5.1"},"data":{
                 "posts_tags":[{"post_id":"p1","tag_id":"t2","sort_order":1},{"post_id":"p1","tag_id":"t1","sort_order":0},
                  {"post_id":"p1","tag_id":"t3","sort_order":2}],
                 "posts":[{"id":"p1","uuid":"u-1","title":"A <b>bold</b> title","slug":"a-title","html":"<p>See <a href=\\"__GHOST_URL__/b/\\">b</a></p>",
                  "type":"post","status":"published","visibility":"public","featured":1,"custom_excerpt":"In short","canonical_url":"__GHOST_URL__/x/",
                  "feature_image":"__GHOST_URL__/content/images/a.jpg","published_at":"2021-03-01T10:00:00.000Z","updated_at":"2021-04-01 10:00:00"}],
                 "posts_authors":[{"post_id":"p1","author_id":"a2","sort_order":1},{"post_id":"p1","author_id":"a1","sort_order":0}],
                 "posts_meta":[{"post_id":"p1","meta_title":"For engines","feature_image_alt":"A lock","feature_image_caption":"The <em>lock</em>"}],
                 "tags":[{"id":"t1","name":"Harbour","slug":"harbour","visibility":"public","description":"Boats"},
                  {"id":"t2","name":"Trams","slug":"trams","visibility":"public"},{"id":"t3","name":"#hero","slug":"hash-hero","visibility":"internal"}],
                 "users":[{"id":"a1","name":"Ada Roe","slug":"ada","email":"ada@old.example","bio":"Writes"},{"id":"a2","name":"Ida","slug":"ida"}],
                 "settings":[{"key":"lang","value":"de"}],"members":[{"id":"m1"}]}}]}""");
        ImportedArticle article = (ImportedArticle) Exports.items(source).get(0);
        assertThat(article.id()).isEqualTo("u-1");
        assertThat(article.title()).isEqualTo("A bold title");
        assertThat(article.terms()).containsExactly("tag:t1", "tag:t2", "author:a1", "author:a2");
        assertThat(article.fields()).isEqualTo(Map.of("internal_tags", List.of("#hero"), "featured", List.of("1")));
        assertThat(article.html()).contains("https://www.old.example/b/");
        assertThat(article.image()).isNotNull();
        assertThat(article.image().url()).isEqualTo("https://www.old.example/content/images/a.jpg");
        assertThat(article.image().caption()).isEqualTo("The lock");
        assertThat(article.search().title()).isEqualTo("For engines");
        assertThat(article.search().canonicalUrl()).isEqualTo("https://www.old.example/x/");
        assertThat(article.standfirst()).isEqualTo("In short");
        assertThat(article.publishedAt()).isEqualTo("2021-03-01T10:00:00Z");
        assertThat(article.updatedAt()).isEqualTo("2021-04-01T10:00:00Z");
        assertThat(article.paths()).containsExactly("/a-title/");
        assertThat(article.language()).isEqualTo("de");
        assertThat(source.hosts()).containsExactly("old.example");
        assertThat(source.system()).isEqualTo("https://www.old.example");
        assertThat(source.terms()).extracting(ImportedTerm::name).containsExactly("Harbour", "Trams", "Ada Roe", "Ida");
        assertThat(source.terms().toString()).doesNotContain("@");
        assertThat(source.notes()).contains(new Note("count", "members: 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "published, public, PUBLISHED",
        "published, members, HIDDEN",
        "published, paid, HIDDEN",
        "published, tiers, HIDDEN",
        "draft, paid, HIDDEN",
        "sent, public, HIDDEN",
        "scheduled, public, SCHEDULED",
        "draft, public, DRAFT",
        "made-up, public, DRAFT",
    })
    void onlyThePublishedForEverybodyArePublic(String status, String visibility, Fate fate) {
        assertThat(only("\"status\":\"" + status + "\",\"visibility\":\"" + visibility + "\",\"html\":\"<p>x</p>\"")
                        .fate())
                .isEqualTo(fate);
    }

    @Test
    void gateHidesThePostAndKeepsItsWords() {
        ImportedArticle article = only("\"status\":\"published\",\"html\":\"<p>a</p><!--members-only--><p>b</p>\"");
        assertThat(article.fate()).isEqualTo(Fate.HIDDEN);
        assertThat(Body.fromHtml(article.html()).text()).isEqualTo("a\n\nb");
    }

    @Test
    void gatedBlockAndLetterAreNotPublic() {
        String gated = "<p>a</p><!--kg-gated-block:begin nonMember:false memberSegment:\\\"status:free\\\" --><p>b</p>"
                + "<!--kg-gated-block:end-->";
        ImportedArticle article = only("\"status\":\"published\",\"html\":\"" + gated + "\"");
        assertThat(article.fate()).isEqualTo(Fate.HIDDEN);
        assertThat(Body.fromHtml(article.html()).text()).isEqualTo("a\n\nb");
        assertThat(only("\"status\":\"published\",\"email_only\":1,\"html\":\"<p>x</p>\"")
                        .fate())
                .isEqualTo(Fate.HIDDEN);
    }

    @Test
    void settingsHaveTheSiteAndRowsOfOtherTablesAreKept() {
        GhostSource source = source("""
                {"data":{"posts":[{"id":"1","uuid":"u","title":"T","slug":"t","status":"published","featured":true,"html":"<p>x</p>"}],
                 "settings":[{"key":"title","value":"Old"},{"key":"navigation","value":"[{\\"label\\":\\"About\\",\\"url\\":\\"/about/\\"}]"}],
                 "comments":[{"id":"c1","html":"<p>Well said</p>"}],"members":[{"id":"m1","email":"m@old.example"}]}}""");
        assertThat(source.site().title()).isEqualTo("Old");
        assertThat(source.site().featured()).containsExactly("u");
        assertThat(source.site().menus().get(0).items().get(0).url()).isEqualTo("https://www.old.example/about/");
        List<ImportedItem> items = Exports.items(source);
        assertThat(items).hasSize(2);
        assertThat(((LeftOut) items.get(1)).content()).containsEntry("html", "<p>Well said</p>");
    }

    @Test
    void lexicalStandsInForMissingHtml() {
        String lexical = """
                {"root":{"type":"root","children":[
                 {"type":"heading","tag":"h3","children":[{"type":"text","text":"Head","format":0}]},
                 {"type":"paragraph","children":[{"type":"text","text":"a & ","format":0},{"type":"text","text":"b","format":3},
                  {"type":"link","url":"/c","children":[{"type":"text","text":"c","format":0}]}]},
                 {"type":"list","listType":"number","children":[{"type":"listitem","children":[{"type":"text","text":"one","format":0}]}]},
                 {"type":"image","src":"__GHOST_URL__/i.jpg","alt":"I","caption":"The <b>i</b>"},
                 {"type":"gallery","images":[{"src":"/1.jpg","alt":"1"},{"src":"/2.jpg","alt":"2"}],"caption":"Both"},
                 {"type":"toggle","heading":"More","content":"<p>inside</p>"},
                 {"type":"callout","calloutText":"Mind"},
                 {"type":"codeblock","code":"x < y"},
                 {"type":"signup"}]}}""";
        ImportedArticle article = only("\"status\":\"published\",\"lexical\":" + quoted(lexical));
        String html =
                Body.readHtml(article.html(), "https://www.old.example/").body().html();
        assertThat(html)
                .contains("<h3 id=\"head\">Head</h3>")
                .contains("a &amp; <strong><em>b</em></strong>")
                .contains("<ol><li>one</li></ol>")
                .contains("https://www.old.example/i.jpg")
                .contains("The <strong>i</strong>")
                .contains("data-gallery")
                .contains("Both")
                .contains("More")
                .contains("inside")
                .contains("Mind")
                .contains("x &lt; y");
        assertThat(article.notes()).containsExactly(new Note("card", "signup"));
        assertThat(only("\"status\":\"draft\",\"type\":\"page\",\"html\":\"\"").type())
                .isEqualTo(ArticleType.PAGE);
    }

    @Test
    void otherFilesAreToldWithTheirLine() {
        assertThatThrownBy(() -> source("<rss/>"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> source("{\"a\":\n[1,2"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> source("{\"a\":1}"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("data");
        String deep = "[".repeat(2_000) + "]".repeat(2_000);
        assertThatThrownBy(() -> source(post("\"x\":" + deep))).isInstanceOf(UnreadableFile.class);
        assertThat(only("\"status\":\"published\",\"lexical\":\"no json\"").notes())
                .extracting(Note::code)
                .contains("lexical");
    }

    private static String post(String members) {
        return "{\"data\":{\"posts\":[{\"id\":\"1\",\"title\":\"T\",\"slug\":\"t\"," + members + "}]}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static ImportedArticle only(String members) {
        return (ImportedArticle) Exports.items(source(post(members))).get(0);
    }

    private static GhostSource source(String json) {
        try {
            Path file = Files.createTempFile("export", ".json");
            file.toFile().deleteOnExit();
            return new GhostSource(List.of(Files.writeString(file, json)), SITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
