package press.gazette.importer.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void requirement2OnlyThePublishedWithoutAPasswordArePublic(String status, String password, Fate fate) {
        String more = password == null ? "" : "<wp:post_password>" + password + "</wp:post_password>";
        assertThat(Exports.only(Exports.item("1", "a", "Text", status, more)).fate())
                .isEqualTo(fate);
    }

    @Test
    void requirement3GateInTheBodyHidesTheArticleAndKeepsItsWords() {
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
    void requirement10DatesAreInUtcOrInTheZoneOfTheSite() {
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
    void requirement11IdentityAddressesAndFormerSlugs() {
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
    void requirement15ParentsComeBeforeTheirChildrenAndSameSlugsAreTwoTerms() {
        WordpressSource source = Exports.source(Exports.of(
                Exports.category("fishing", "harbour", "Fishing"),
                Exports.category("harbour", "world", "Harbour"),
                Exports.category("world", "", "World"),
                Exports.category("a", "b", "A"),
                Exports.category("b", "a", "B"),
                "<wp:tag><wp:tag_slug>harbour</wp:tag_slug><wp:tag_name>harbour &amp; sea</wp:tag_name></wp:tag>",
                "<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name>Ada Roe</wp:author_display_name>"
                        + "<wp:author_email>ada@old.example</wp:author_email></wp:author>",
                Exports.post(
                        "1",
                        "a",
                        "x",
                        Exports.term("category", "fishing"),
                        Exports.term("category", "world"),
                        Exports.term("post_tag", "harbour"),
                        Exports.term("author", "cap-ada"),
                        Exports.term("author", "guest"),
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
    void requirement13AttachmentMayComeAfterItsPost() {
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
    void requirement20SearchWordsAreResolvedOrDropped() {
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
    void requirement16MappingDecidesTypesAndPlaces() {
        ImportMapping mapping = ImportMapping.read("""
                zone: Europe/Berlin
                categories: {opinion: keyword}
                tags: {putin: person}
                types: {review: review, video: feature}
                fields: {overline: kicker}
                """);
        WordpressSource source = new WordpressSource(
                List.of(Exports.file(Exports.of(
                        Exports.post(
                                        "1",
                                        "a",
                                        "x",
                                        Exports.term("post_tag", "putin"),
                                        Exports.term("category", "opinion"),
                                        Exports.meta("overline", "Crime"))
                                .replace("<wp:post_type>post", "<wp:post_type>review"),
                        Exports.post("2", "b", "x", Exports.term("post_format", "post-format-video"))))),
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
    void requirement18TitleHasNoMarkupAndIsNeverEmpty() {
        ImportedArticle article = Exports.only(Exports.post("1", "a", "The first words")
                .replace("<title>Title of a</title>", "<title>A &lt;b&gt;bold&lt;/b&gt; &amp;amp; quiet</title>"));
        assertThat(article.title()).isEqualTo("A bold & quiet");
        ImportedArticle untitled = Exports.only(
                Exports.post("1", "a", "The first words").replace("<title>Title of a</title>", "<title></title>"));
        assertThat(untitled.title()).isEqualTo("The first words");
        assertThat(untitled.notes()).extracting(Note::code).containsExactly("title-made");
    }
}
