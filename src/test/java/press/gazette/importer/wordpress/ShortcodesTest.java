package press.gazette.importer.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.body.Body;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.Note;

/** The shortcodes of WordPress itself, and those of others. */
class ShortcodesTest {

    @Test
    void bothFormsOfACaptionAreOneFigure() {
        assertThat(html(
                        "[caption id=\"a_1\" align=\"alignleft\" width=\"300\"]<a href=\"/big.jpg\"><img src=\"https://p.example/a.jpg\""
                                + " alt=\"A lock\" /></a> The <em>lock</em>[/caption]"))
                .isEqualTo(html("[caption caption=\"The <em>lock</em>\" align='alignleft']<a href=\"/big.jpg\">"
                        + "<img src=\"https://p.example/a.jpg\" alt=\"A lock\"></a>[/caption]"))
                .contains("<figcaption>The <em>lock</em></figcaption>")
                .contains("https://p.example/a.jpg");
    }

    @Test
    void galleryShowsItsPicturesInTheirOrder() {
        ImportedArticle article = Exports.only(
                Exports.post("1", "a", "Before [gallery ids=\"12, 11,99\" columns=\"2\"] after"),
                Exports.attachment("11", "https://old.example/11.jpg"),
                Exports.attachment(
                        "12", "https://old.example/12.jpg", Exports.meta("_wp_attachment_image_alt", "Twelve")));
        String html = Body.fromHtml(article.html()).html();
        assertThat(html).contains("data-gallery").contains("Below 11").contains("alt=\"Twelve\"");
        assertThat(html.indexOf("12.jpg")).isLessThan(html.indexOf("11.jpg"));
        assertThat(article.notes()).extracting(Note::code).containsExactly("missing-picture");
    }

    @Test
    void addressWithinEmbedIsAnEmbed() {
        assertThat(html("See\n\n[embed width=\"4\"]https://www.youtube.com/watch?v=abcdefghijk[/embed]\n\nend"))
                .contains("data-embed=\"youtube\"");
        assertThat(html("See\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\nend"))
                .contains("data-embed=\"youtube\"");
    }

    @Test
    void playersKeepTheirFiles() {
        assertThat(html("[audio mp3=\"https://old.example/a.mp3\"][/audio]")).contains("<audio");
        assertThat(html("[video src='https://old.example/a.mp4' poster=\"https://old.example/p.jpg\"]"))
                .contains("<video")
                .contains("p.jpg");
    }

    @Test
    void unknownShortcodeLeavesItsContentAndALine() {
        ImportedArticle article = Exports.only(
                Exports.post("1", "a", "[box style=\"x\"]In [b2 x=1]the[/b2] box[/box] and [ad-slot id=\"4\"]"));
        assertThat(text(article)).isEqualTo("In the box and");
        assertThat(article.notes())
                .extracting(Note::detail)
                .containsExactly("[box] In [b2 x=1]the[/b2] box", "[b2] the", "[ad-slot]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"He said [sic] no", "a [1] b", "the [Foreign Minister] said", "[[gallery]]"})
    void bracketsOfPeopleStay(String words) {
        assertThat(text(Exports.only(Exports.post("1", "a", words))))
                .isEqualTo(words.replace("[[", "[").replace("]]", "]"));
    }

    @Test
    void nestedShortcodeOfOneNameEndsWhereItsOwnEnds() {
        ImportedArticle article =
                Exports.only(Exports.post("1", "a", "[col a=1]one [col b=2]two[/col] three[/col] four"));
        assertThat(text(article)).isEqualTo("one two three four");
    }

    private static String html(String content) {
        return Body.fromHtml(Exports.only(Exports.post("1", "a", content)).html())
                .html();
    }

    private static String text(ImportedArticle article) {
        return String.join("\n", List.of(Body.fromHtml(article.html()).text()));
    }
}
