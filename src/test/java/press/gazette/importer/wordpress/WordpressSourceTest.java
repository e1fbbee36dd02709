package press.gazette.importer.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.article.draft.ArticleType;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticle.Place;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.tag.TagType;

/** Exports of WordPress, requirement by requirement. */
class WordpressSourceTest {

    @ParameterizedTest
    @CsvSource({
        "publish,, PUBLISHED",
        "publish, secret, HIDDEN",
        "future,, SCHEDULED",
        "future, secret, HIDDEN",
        "draft,, DRAFT",
        "pending,, DRAFT",
        "private,, HIDDEN",
        "made-up,, DRAFT",
        "'',, DRAFT",
    })
    void onlyThePublishedWithoutAPasswordArePublic(String status, String password, Fate fate) {
        String more = password == null ? "" : "<wp:post_password>" + password + "</wp:post_password>";
        assertThat(Exports.only(Exports.item("1", "a", "Text", status, more)).fate())
                .isEqualTo(fate);
    }

    @Test
    void gateInTheBodyHidesTheArticleAndKeepsItsWords() {
        ImportedArticle article = Exports.only(Exports.post("1", "a", "Open\n\n<!--members-only-->\n\nSecret"));
        assertThat(article.fate()).isEqualTo(Fate.HIDDEN);
        assertThat(article.html()).contains("Open").contains("Secret").doesNotContain("members-only");
        ImportedArticle divided = Exports.only(Exports.post("1", "a", "First words\n\n<!--more-->\n\nThe rest"));
        assertThat(divided.standfirst()).isEqualTo("First words");
        assertThat(divided.html()).contains("First words").contains("The rest");
        assertThat(divided.fate()).isEqualTo(Fate.PUBLISHED);
    }

    @Test
    void trashAndPartsAreLeftOut() {
        List<ImportedItem> items = Exports.items(Exports.source(Exports.of(
                Exports.item("1", "a", "x", "trash", ""),
                Exports.post("2", "b", "x").replace("<wp:post_type>post", "<wp:post_type>nav_menu_item"),
                Exports.post("3", "c", "x").replace("<wp:post_type>post", "<wp:post_type>recipe"),
                Exports.post("4", "d", "[vc_row][vc_column]x[/vc_column][/vc_row]"))));
        assertThat(items)
                .extracting(item -> ((LeftOut) item).reason().code())
                .containsExactly("state", "unmapped-type", "page-builder");
        assertThat(items).allSatisfy(item -> assertThat(item.line()).isPositive());
    }

    @Test
    void datesAreInUtcOrInTheZoneOfTheSite() {
        ZoneId half = ZoneId.of("Asia/Kolkata");
        assertThat(WordpressDates.of("2019-03-02 05:00:00", "2019-03-02 10:30:00", half))
                .contains(Instant.parse("2019-03-02T05:00:00Z"));
        assertThat(WordpressDates.of("0000-00-00 00:00:00", "2019-03-02 10:30:00", half))
                .contains(Instant.parse("2019-03-02T05:00:00Z"));
        assertThat(WordpressDates.of("0000-00-00 00:00:00", "0000-00-00 00:00:00", half))
                .isEmpty();
        assertThat(WordpressDates.of("", "2019-02-30 10:30:00", half)).isPresent();
    }

    @Test
    void identityAddressesAndFormerSlugs() {
        ImportedArticle article = Exports.only(Exports.post(
                "47",
                "new-name",
                "x",
                Exports.meta("_wp_old_slug", "old-name"),
                Exports.meta("_edit_lock", "1:2"),
                Exports.meta("mood", "blue"),
                Exports.meta("mood", "grey")));
        assertThat(article.id()).isEqualTo("47");
        assertThat(article.formerSlugs()).containsExactly("old-name");
        assertThat(article.paths())
                .containsExactly(
                        "https://www.old.example/2019/03/new-name/",
                        "/?p=47",
                        "https://www.old.example/2019/03/old-name/");
        assertThat(article.fields()).isEqualTo(Map.of("mood", List.of("blue", "grey")));
        assertThat(article.language()).isEqualTo("en-GB");
        assertThat(article.publishedAt()).isEqualTo("2019-03-02T05:00:00Z");
        assertThat(article.updatedAt()).isEqualTo("2019-04-01T05:00:00Z");
        WordpressSource source = Exports.source(Exports.of(Exports.post("1", "%d0%bc%d0%b8%d1%80", "x")));
        assertThat(((ImportedArticle) Exports.items(source).get(0)).slug()).isEqualTo("мир");
        assertThat(source.system()).isEqualTo("https://www.old.example");
        assertThat(source.hosts()).containsExactly("old.example");
    }

    @Test
    void parentsComeBeforeTheirChildrenAndSameSlugsAreTwoTerms() {
        WordpressSource source = Exports.source(Exports.of(
                category("fishing", "harbour", "Fishing"),
                category("harbour", "world", "Harbour"),
                category("world", "", "World"),
                category("a", "b", "A"),
                category("b", "a", "B"),
                "<wp:tag><wp:tag_slug>harbour</wp:tag_slug><wp:tag_name>harbour &amp; sea</wp:tag_name></wp:tag>",
                "<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name>Ada Roe</wp:author_display_name>"
                        + "<wp:author_email>ada@old.example</wp:author_email></wp:author>",
                Exports.post(
                        "1",
                        "a",
                        "x",
                        term("category", "fishing"),
                        term("category", "world"),
                        term("post_tag", "harbour"),
                        term("author", "cap-ada"),
                        term("author", "guest"),
                        "<dc:creator>admin</dc:creator>")));
        List<String> keys = source.terms().stream().map(ImportedTerm::key).toList();
        assertThat(keys.indexOf("category:world"))
                .isLessThan(keys.indexOf("category:harbour"))
                .isNotNegative();
        assertThat(keys.indexOf("category:harbour")).isLessThan(keys.indexOf("category:fishing"));
        assertThat(keys).contains("post_tag:harbour", "category:a", "category:b");
        assertThat(source.terms().toString()).doesNotContain("@old.example").contains("harbour & sea");
        ImportedArticle article = (ImportedArticle) Exports.items(source).get(0);
        assertThat(article.terms())
                .containsExactly(
                        "category:fishing", "category:world", "post_tag:harbour", "author:ada", "author:guest");
    }

    @Test
    void attachmentMayComeAfterItsPost() {
        ImportedArticle article = Exports.only(
                Exports.post("1", "a", "x", Exports.meta("_thumbnail_id", "9")),
                Exports.attachment(
                        "9",
                        "https://old.example/9.jpg",
                        Exports.meta(
                                "_wp_attachment_metadata",
                                "a:3:{s:5:\"width\";i:1600;s:6:\"height\";i:900;s:10:\"image_meta\";a:2:{s:6:\"credit\";"
                                        + "s:9:\"Ida Røé\";s:6:\"camera\";s:0:\"\";}}")));
        assertThat(article.image()).isNotNull();
        assertThat(article.image().width()).isEqualTo(1600);
        assertThat(article.image().credit()).isEqualTo("Ida Røé");
        assertThat(article.image().caption()).isEqualTo("Below 9");
        assertThat(Exports.only(Exports.post("1", "a", "x", Exports.meta("_thumbnail_id", "9")))
                        .notes())
                .extracting(Note::code)
                .containsExactly("missing-picture");
    }

    @Test
    void searchWordsAreResolvedOrDropped() {
        ImportedArticle article = Exports.only(Exports.post(
                "1",
                "a",
                "x",
                Exports.meta("_yoast_wpseo_title", "%%title%% %%sep%% %%sitename%%"),
                Exports.meta("_yoast_wpseo_metadesc", "About %%category%%"),
                Exports.meta("_yoast_wpseo_meta-robots-noindex", "1")));
        assertThat(article.search().title()).isEqualTo("Title of a – The Old Example");
        assertThat(article.search().description()).isNull();
        assertThat(article.search().noIndex()).isTrue();
        assertThat(article.notes()).extracting(Note::code).containsExactly("seo-template");
    }

    @Test
    void mappingDecidesTypesAndPlaces() {
        ImportMapping mapping = ImportMapping.read("""
                zone: Europe/Berlin
                categories: {opinion: keyword}
                tags: {putin: person}
                types: {review: review, video: feature}
                fields: {overline: kicker}
                """);
        WordpressSource source = new WordpressSource(
                Exports.file(Exports.of(
                        Exports.post(
                                        "1",
                                        "a",
                                        "x",
                                        term("post_tag", "putin"),
                                        term("category", "opinion"),
                                        Exports.meta("overline", "Crime"))
                                .replace("<wp:post_type>post", "<wp:post_type>review"),
                        Exports.post("2", "b", "x", term("post_format", "post-format-video")))),
                mapping);
        ImportedArticle review = (ImportedArticle) Exports.items(source).get(0);
        assertThat(review.type()).isEqualTo(ArticleType.REVIEW);
        assertThat(review.texts()).isEqualTo(Map.of(Place.KICKER, "Crime"));
        assertThat(((ImportedArticle) Exports.items(source).get(1)).type()).isEqualTo(ArticleType.FEATURE);
        assertThat(source.terms())
                .extracting(ImportedTerm::type)
                .containsExactlyInAnyOrder(TagType.PERSON, TagType.KEYWORD);
        assertThatThrownBy(() -> ImportMapping.read("zone: UTC\nkategories: {a: section}\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("kategories")
                .hasMessageContaining("Near line 3");
        assertThatThrownBy(() -> ImportMapping.read("zone: Mars/Base\n")).hasMessageContaining("Mars/Base");
    }

    @Test
    void titleHasNoMarkupAndIsNeverEmpty() {
        ImportedArticle article = Exports.only(Exports.post("1", "a", "The first words")
                .replace("<title>Title of a</title>", "<title>A &lt;b&gt;bold&lt;/b&gt; &amp;amp; quiet</title>"));
        assertThat(article.title()).isEqualTo("A bold & quiet");
        ImportedArticle untitled = Exports.only(
                Exports.post("1", "a", "The first words").replace("<title>Title of a</title>", "<title></title>"));
        assertThat(untitled.title()).isEqualTo("The first words");
        assertThat(untitled.notes()).extracting(Note::code).containsExactly("title-made");
    }

    @Test
    void sickFilesAreRepairedWithTheirLines() {
        WordpressSource source = Exports.source(Exports.of(
                        "<x:undeclared>a</x:undeclared>",
                        Exports.post("1", "a", "Cats\u000b ]]]]><![CDATA[> dogs"),
                        "<category domain=\"x\" nicename=\"y\">R&D &nbsp; a ]]> b</category>",
                        Exports.post("2", "b", "x"))
                .replace("Title of b", "R&D <3 you"));
        List<ImportedItem> items = Exports.items(source);
        assertThat(items).hasSize(2);
        assertThat(((ImportedArticle) items.get(0)).html()).contains("Cats ]]> dogs".replace(">", ">"));
        assertThat(((ImportedArticle) items.get(1)).title()).isEqualTo("R&D <3 you");
        assertThat(source.notes())
                .extracting(Note::code)
                .contains(
                        "repaired-control-character",
                        "repaired-bare-ampersand",
                        "repaired-html-entity",
                        "repaired-cdata-end",
                        "repaired-bare-less-than");
        assertThat(source.notes().toString()).contains("first at line 1");
    }

    @Test
    void cutOffFileGivesWhatIsThere() {
        String export = Exports.of(Exports.post("1", "a", "x"), Exports.post("2", "b", "x"));
        WordpressSource source = Exports.source(export.substring(0, export.indexOf("<wp:post_name>b")));
        assertThat(Exports.items(source)).extracting(ImportedItem::id).containsExactly("1");
        assertThat(source.notes()).extracting(Note::code).contains("cut-off");
        assertThat(source.notes().toString()).contains("line ");
    }

    @Test
    void encodingIsThatOfTheBytes() {
        String export = Exports.of(Exports.post("1", "a", "Größe"));
        for (String encoded : List.of("UTF-16", "UTF-8")) {
            WordpressSource source = new WordpressSource(
                    Exports.file("\ufeff" + export.replace("UTF-8", encoded), StandardCharsets.UTF_8),
                    ImportMapping.NONE);
            assertThat(((ImportedArticle) Exports.items(source).get(0)).html()).contains("Größe");
        }
        WordpressSource wide = new WordpressSource(Exports.file(export, StandardCharsets.UTF_16), ImportMapping.NONE);
        assertThat(((ImportedArticle) Exports.items(wide).get(0)).html()).contains("Größe");
        WordpressSource latin = new WordpressSource(
                Exports.file(export.replace("UTF-8", "ISO-8859-1"), StandardCharsets.ISO_8859_1), ImportMapping.NONE);
        assertThat(((ImportedArticle) Exports.items(latin).get(0)).html()).contains("Größe");
    }

    @Test
    void documentTypeIsRefused() {
        String hostile = "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                + Exports.of(Exports.post("1", "a", "&x;")).replaceFirst("<\\?xml.*\\?>\n", "");
        assertThatThrownBy(() -> Exports.source(hostile))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("document type at line 2");
        assertThatThrownBy(() -> Exports.source("{\"db\":[]}")).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> Exports.source("<feed><entry/></feed>")).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void hugeElementIsLeftOutAlone() {
        String huge = "x".repeat(WxrReader.LONGEST * 3);
        WordpressSource source = Exports.source(Exports.of(
                Exports.post("1", "a", huge),
                Exports.post("2", "b", "x").replace("Title of b", huge),
                Exports.post("3", "c", "x")));
        List<ImportedItem> items = Exports.items(source);
        assertThat(items).extracting(ImportedItem::id).containsExactly("1", "2", "3");
        assertThat(((LeftOut) items.get(0)).reason().code()).isEqualTo("too-long");
        assertThat(((LeftOut) items.get(1)).reason().code()).isEqualTo("too-long");
    }

    private static String category(String slug, String parent, String name) {
        return "<wp:category><wp:category_nicename>" + slug + "</wp:category_nicename><wp:category_parent>" + parent
                + "</wp:category_parent><wp:cat_name><![CDATA[" + name + "]]></wp:cat_name></wp:category>";
    }

    private static String term(String domain, String slug) {
        return "<category domain=\"" + domain + "\" nicename=\"" + slug + "\"><![CDATA[Name of " + slug
                + "]]></category>";
    }
}
