package press.gazette.importer.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.body.Body;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedMenu;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;

/** The requirements of imports for exports of WordPress, in the cases that are easily missed. */
class WordpressRequirementsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[members_only]Secret[/members_only]",
                "Open [mepr-show rules=\"9\"]Secret[/mepr-show]",
                "[pmpro level=\"1\"]Secret[/pmpro]",
                "[restrict]Secret[/restrict]",
                "<!-- wp:jetpack/premium-content -->Secret<!-- /wp:jetpack/premium-content -->"
            })
    void requirement3PartForMembersHidesThePost(String content) {
        ImportedArticle article = Exports.only(Exports.post("1", "a", content));
        assertThat(article.fate()).isEqualTo(Fate.HIDDEN);
        assertThat(article.html()).contains("Secret");
    }

    @ParameterizedTest
    @CsvSource({
        "_jetpack_newsletter_access, paid_subscribers, HIDDEN",
        "_jetpack_newsletter_access, everybody, PUBLISHED",
        "_members_access_role, editor, HIDDEN",
        "rcp_access_level, 3, HIDDEN",
        "_is_paid, 0, PUBLISHED",
        "mood, blue, PUBLISHED"
    })
    void requirement3FieldOfAPluginForMembersHidesThePost(String field, String value, Fate fate) {
        assertThat(Exports.only(Exports.post("1", "a", "Text", Exports.meta(field, value)))
                        .fate())
                .isEqualTo(fate);
    }

    @Test
    void requirement4SeveralFilesAreOneExportInAnyOrder() {
        String posts = Exports.of(
                Exports.post("1", "a", "x", Exports.meta("_thumbnail_id", "9"), Exports.term("category", "child")));
        String others = Exports.of(
                Exports.category("child", "parent", "Child"),
                Exports.category("parent", "", "Parent"),
                Exports.attachment("9", "https://old.example/9.jpg"));
        WordpressSource source =
                new WordpressSource(List.of(Exports.file(posts), Exports.file(others)), ImportMapping.NONE);
        List<ImportedItem> items = Exports.items(source);
        assertThat(items).hasSize(1);
        assertThat(((ImportedArticle) items.get(0)).image()).isNotNull();
        assertThat(source.terms()).extracting(ImportedTerm::name).containsExactly("Parent", "Child");
    }

    @Test
    void requirement8WordsOfDifferentParagraphsStayApart() {
        ImportedArticle article = Exports.only(Exports.post(
                "1", "a", "<!-- wp:paragraph --><p>One.</p><p>Two</p><!-- /wp:paragraph --><!--more-->three"));
        assertThat(article.standfirst()).isEqualTo("One. Two");
    }

    @Test
    void requirement9GalleryWithoutIdsShowsThePicturesOfItsPost() {
        ImportedArticle article = Exports.only(
                Exports.post("1", "a", "[gallery]"),
                attached("12", "1", 2),
                attached("11", "1", 1),
                attached("13", "2", 1));
        String html = Body.fromHtml(article.html()).html();
        assertThat(html).contains("11.jpg").contains("12.jpg").doesNotContain("13.jpg");
        assertThat(html.indexOf("11.jpg")).isLessThan(html.indexOf("12.jpg"));
    }

    private static String attached(String id, String post, int order) {
        return Exports.attachment(id, "https://old.example/" + id + ".jpg")
                .replace(
                        "</item>",
                        "<wp:post_parent>" + post + "</wp:post_parent><wp:menu_order>" + order
                                + "</wp:menu_order></item>");
    }

    @Test
    void requirement10ItemOfTheFeedHasTheDateThatThePostLacks() {
        String post = Exports.post("1", "a", "x", "<pubDate>Sat, 02 Mar 2019 05:00:00 +0000</pubDate>")
                .replaceAll("<wp:post_date(_gmt)?>[^<]*", "<wp:post_date$1>0000-00-00 00:00:00");
        assertThat(Exports.only(post).publishedAt()).isEqualTo("2019-03-02T05:00:00Z");
        ImportedArticle undated = Exports.only(post.replaceAll("<pubDate>.*</pubDate>", ""));
        assertThat(undated.publishedAt()).isNull();
        assertThat(undated.notes()).extracting(Note::code).containsExactly("no-date");
    }

    @Test
    void requirement13OriginalWhoseNameLooksLikeACopyStays() {
        ImportedArticle article = Exports.only(
                Exports.post(
                        "1",
                        "a",
                        "<img src=\"https://old.example/map-1024x768.jpg\"> <img src=\"https://old.example/b-300x200.jpg\">"),
                Exports.attachment("9", "https://old.example/map-1024x768.jpg"));
        assertThat(article.html()).contains("map-1024x768.jpg").contains("https://old.example/b.jpg");
    }

    @Test
    void requirement14AuthorsAreKnownByTheirLoginsAndNeverByTheirAddresses() {
        WordpressSource source = Exports.source(Exports.of(
                "<wp:author><wp:author_login>ada@old.example</wp:author_login><wp:author_display_name>Ada Roe"
                        + "</wp:author_display_name></wp:author>",
                Exports.post(
                        "1",
                        "a",
                        "x",
                        "<category domain=\"author\" nicename=\"cap-ada-roe\"><![CDATA[ada@old.example]]></category>"),
                Exports.post("2", "b", "x", "<dc:creator>ida@old.example</dc:creator>")));
        assertThat(source.terms()).extracting(ImportedTerm::name).containsExactlyInAnyOrder("Ada Roe", "ida");
        assertThat(((ImportedArticle) Exports.items(source).get(0)).terms()).containsExactly("author:ada@old.example");
    }

    @Test
    void requirement18TitleMayCompareNumbers() {
        ImportedArticle article = Exports.only(Exports.post("1", "a", "x")
                .replace("<title>Title of a</title>", "<title><![CDATA[3 < 4 and 5 > 4]]></title>"));
        assertThat(article.title()).isEqualTo("3 < 4 and 5 > 4");
    }

    @Test
    void requirement20OwnAddressThereIsNoCanonicalAddressHere() {
        ImportedArticle article = Exports.only(
                Exports.post("1", "a", "x", Exports.meta("_yoast_wpseo_canonical", "http://old.example/2019/03/a")));
        assertThat(article.search().canonicalUrl()).isNull();
        ImportedArticle elsewhere = Exports.only(
                Exports.post("1", "a", "x", Exports.meta("rank_math_canonical_url", "https://agency.example/1")));
        assertThat(elsewhere.search().canonicalUrl()).isEqualTo("https://agency.example/1");
    }

    @Test
    void requirement21CommentsMenusAndUnknownPostsAreKept() {
        String comment = "<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author>Ida</wp:comment_author>"
                + "<wp:comment_author_email>ida@old.example</wp:comment_author_email><wp:comment_content>Well said"
                + "</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>";
        WordpressSource source = Exports.source(Exports.of(
                Exports.category("harbour", "", "Harbour")
                        .replace("<wp:category>", "<wp:category><wp:term_id>7</wp:term_id>"),
                Exports.post("1", "a", "x", comment),
                Exports.post("2", "soup", "Boil", Exports.meta("cook", "Ida"))
                        .replace("<wp:post_type>post", "<wp:post_type>recipe"),
                menuItem("20", "0", 2, "custom", "", "About", "https://old.example/about/"),
                menuItem("21", "0", 1, "taxonomy", "7", "", ""),
                menuItem("22", "21", 3, "post_type", "1", "", "")));
        List<ImportedItem> items = Exports.items(source);
        assertThat(items).hasSize(2);
        assertThat(((ImportedArticle) items.get(0)).comments().toString())
                .contains("Well said")
                .doesNotContain("ida@old.example");
        LeftOut recipe = (LeftOut) items.get(1);
        assertThat(recipe.content().get("content:encoded")).isEqualTo("Boil");
        assertThat(recipe.content().get("meta")).isEqualTo(Map.of("cook", List.of("Ida")));
        ImportedMenu menu = source.site().menus().get(0);
        assertThat(menu.items()).hasSize(2);
        assertThat(menu.items().get(0).term()).isEqualTo("category:harbour");
        assertThat(menu.items().get(0).items().get(0).article()).isEqualTo("1");
        assertThat(menu.items().get(1).url()).isEqualTo("https://old.example/about/");
    }

    private static String menuItem(
            String id, String parent, int order, String kind, String target, String title, String url) {
        return "<item><title>" + title + "</title><wp:post_id>" + id + "</wp:post_id><wp:menu_order>" + order
                + "</wp:menu_order><wp:post_type>nav_menu_item</wp:post_type><wp:status>publish</wp:status>"
                + "<category domain=\"nav_menu\" nicename=\"main\">Main</category>"
                + Exports.meta("_menu_item_type", kind) + Exports.meta("_menu_item_object", "category")
                + Exports.meta("_menu_item_object_id", target) + Exports.meta("_menu_item_menu_item_parent", parent)
                + Exports.meta("_menu_item_url", url) + "</item>";
    }

    @Test
    void stickyPostsAreNamed() {
        WordpressSource source = Exports.source(
                Exports.of(Exports.post("1", "a", "x", "<wp:is_sticky>1</wp:is_sticky>"), Exports.post("2", "b", "x")));
        assertThat(source.site().featured()).containsExactly("1");
        assertThat(source.site().title()).isEqualTo("The Old Example");
    }
}
