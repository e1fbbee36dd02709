package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.Block;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.block.VideoBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;

/** Documents that other systems, or an earlier version of this one, changed or lost. One test for each case. */
class ReportedCasesTest {

    @Test
    void googleDocsWrapper() {
        Body body = whole("<b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\">"
                + "<span style=\"font-weight:400\">Plain words and </span><span style=\"font-weight:700\">bold words</span>"
                + "<span style=\"font-style:italic\"> italic words</span></p></b>");
        assertThat(body.html()).isEqualTo("<p>Plain words and <strong>bold words</strong> <em>italic words</em></p>");
    }

    @Test
    void subAndSupKeepTheirPlace() {
        Body body = whole("<p>H<sub>2</sub>O, 3×10<sup>8</sup> m/s, 2<sup>10</sup> = 1024, 21 m<sup>2</sup></p>");
        String html = "H<sub>2</sub>O, 3×10<sup>8</sup> m/s, 2<sup>10</sup> = 1024, 21 m<sup>2</sup>";
        assertThat(body.html()).isEqualTo("<p>" + html + "</p>");
        assertThat(body.markdown()).isEqualTo(html);
        assertThat(body.text()).isEqualTo("H₂O, 3×10⁸ m/s, 2¹⁰ = 1024, 21 m²");
    }

    @Test
    void struckOut() {
        Body body = whole("<p>The vote was <del>lost by 12</del> <ins>won by 2</ins>, and tickets are <s>free</s> 5"
                + " crowns.</p>");
        assertThat(body.html())
                .isEqualTo("<p>The vote was <s>lost by 12</s> <u>won by 2</u>, and tickets are <s>free</s> 5"
                        + " crowns.</p>");
        assertThat(body.markdown())
                .isEqualTo("The vote was ~~lost by 12~~ <u>won by 2</u>, and tickets are ~~free~~ 5 crowns.");
        assertThat(body.text()).isEqualTo("The vote was won by 2, and tickets are 5 crowns.");
    }

    @Test
    void galleryCaptions() {
        Body body = whole("<figure class=\"wp-block-gallery\"><figure class=\"wp-block-image\">"
                + "<img src=\"https://m.example/1.jpg\" alt=\"one\"><figcaption>First</figcaption></figure>"
                + "<figure class=\"wp-block-image\"><img src=\"https://m.example/2.jpg\" alt=\"two\">"
                + "<figcaption>Second</figcaption></figure><figcaption>Whole gallery</figcaption></figure>");
        assertThat(body.blocks())
                .containsExactly(new GalleryBlock(
                        List.of(
                                new ImageBlock("https://m.example/1.jpg", "one", "First", null, null, null),
                                new ImageBlock("https://m.example/2.jpg", "two", "Second", null, null, null)),
                        "Whole gallery",
                        null));
    }

    @Test
    void videoFrame() {
        Body body = whole("<p>Before</p><iframe width=\"560\" height=\"315\""
                + " src=\"https://www.youtube.com/embed/abcdefghijk\" title=\"Some film\" allowfullscreen></iframe>"
                + "<p>After</p>");
        assertThat(body.blocks())
                .containsExactly(
                        paragraph("Before"),
                        new EmbedBlock("youtube", "https://www.youtube.com/watch?v=abcdefghijk", "Some film")
                                .sized(560, 315),
                        paragraph("After"));
    }

    @Test
    void postPermalink() {
        Body body = whole("<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">Hello <a"
                + " href=\"https://t.co/x\">t.co/x</a></p>&mdash; Ann (@ann) <a"
                + " href=\"https://twitter.com/ann/status/1\">May 1, 2024</a></blockquote>");
        assertThat(body.blocks())
                .containsExactly(new EmbedBlock(
                        "x", "https://twitter.com/ann/status/1", "Hello t.co/x — Ann (@ann) May 1, 2024"));
    }

    @Test
    void relativeLink() {
        String html = "<p>See <a href=\"/2024/05/our-earlier-story\">our earlier story</a> and <a"
                + " href=\"https://e.example/a#frag\">this</a>.</p>";
        assertThat(whole(html).html()).isEqualTo(html);
        assertThat(whole(html).markdown())
                .isEqualTo("See [our earlier story](/2024/05/our-earlier-story) and [this](https://e.example/a#frag).");
    }

    @Test
    void headingAnchors() {
        Body body =
                whole("<p><a href=\"#kosten\">Kosten</a></p><h2 id=\"kosten\">Kosten für Überführung</h2><p>Text</p>");
        assertThat(body.blocks())
                .containsExactly(
                        new ParagraphBlock(List.of(Span.link("Kosten", "#kosten"))),
                        new HeadingBlock(2, List.of(Span.of("Kosten für Überführung")), "kosten"),
                        paragraph("Text"));
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    @Test
    void wordFootnotes() {
        Body body = whole("<p>A claim.<a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a></p>"
                + "<p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> The source.</p>");
        assertThat(body.blocks())
                .containsExactly(
                        new ParagraphBlock(
                                List.of(Span.of("A claim."), Style.noteMark("1").span("1"))),
                        new NotesBlock(List.of(new NotesBlock.Footnote("1", List.of(Span.of("The source."))))));
    }

    @Test
    void nestedList() {
        String html = "<ul><li>One<ul><li>One A</li><li>One B</li></ul></li><li>Two</li></ul>";
        assertThat(whole(html).html()).isEqualTo(html);
        assertThat(whole(html).markdown()).isEqualTo("- One\n  - One A\n  - One B\n- Two");
    }

    @Test
    void listSplitByPicture() {
        Body body = whole("<ol><li>Step one<img src=\"https://m.example/a.jpg\" alt=\"s\"></li><li>Step two</li></ol>");
        assertThat(body.blocks())
                .containsExactly(
                        new ListBlock(true, List.of(List.of(Span.of("Step one")))),
                        new ImageBlock("https://m.example/a.jpg", "s", null, null, null, null),
                        new ListBlock(true, List.of(List.of(Span.of("Step two"))), 2, null));
    }

    @Test
    void tableKeepsItsCaptionAndHeaders() {
        Body body = whole("<table><caption>Results</caption><thead><tr><th>Party</th><th>Seats</th></tr></thead><tbody>"
                + "<tr><td>Reds</td><td>12</td></tr><tr><td>Blues</td><td>9</td></tr></tbody></table>");
        assertThat(body.blocks()).singleElement().isInstanceOfSatisfying(TableBlock.class, table -> {
            assertThat(table.caption()).isEqualTo("Results");
            assertThat(table.headerRows()).isOne();
            assertThat(table.rows()).hasSize(3);
        });
        assertThat(body.html())
                .isEqualTo("<table><caption>Results</caption><thead><tr><th scope=\"col\">Party</th><th"
                        + " scope=\"col\">Seats</th></tr></thead><tbody><tr><td>Reds</td><td>12</td></tr><tr>"
                        + "<td>Blues</td><td>9</td></tr></tbody></table>");
    }

    @Test
    void lazyPicture() {
        Body body =
                whole("<p><img data-src=\"https://m.example/a.jpg\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\""
                        + " alt=\"Lazy\"><noscript><img src=\"https://m.example/a.jpg\" alt=\"Lazy\"></noscript></p>");
        assertThat(body.blocks())
                .containsExactly(new ImageBlock("https://m.example/a.jpg", "Lazy", null, null, null, null));
    }

    @Test
    void audioAndVideo() {
        Body body = whole("<figure><video controls poster=\"https://m.example/p.jpg\" src=\"https://m.example/v.mp4\">"
                + "</video><figcaption>The film</figcaption></figure><audio controls src=\"https://m.example/a.mp3\">"
                + "</audio>");
        assertThat(body.blocks())
                .satisfiesExactly(
                        film -> assertThat(film).isInstanceOfSatisfying(VideoBlock.class, video -> {
                            assertThat(video.url()).isEqualTo("https://m.example/v.mp4");
                            assertThat(video.poster()).isEqualTo("https://m.example/p.jpg");
                            assertThat(video.caption()).isEqualTo("The film");
                        }),
                        sound -> assertThat(sound)
                                .isInstanceOfSatisfying(
                                        AudioBlock.class,
                                        audio -> assertThat(audio.url()).isEqualTo("https://m.example/a.mp3")));
    }

    @Test
    void captionLinkAndCredit() {
        Body body = whole("<figure><img src=\"https://m.example/a.jpg\" alt=\"A boat\" width=\"800\" height=\"600\">"
                + "<figcaption>The boat, <a href=\"https://e.example/b\">built in 1901</a>, leaves. <em>Photo: Ann"
                + " Lee</em></figcaption></figure>");
        assertThat(body.blocks())
                .containsExactly(new ImageBlock("https://m.example/a.jpg", "A boat", null, null, 800, 600)
                        .captioned(
                                List.of(
                                        Span.of("The boat, "),
                                        Span.link("built in 1901", "https://e.example/b"),
                                        Span.of(", leaves. "),
                                        Span.of("Photo: Ann Lee", Mark.EM)),
                                null));
    }

    @Test
    void emojiAsPicture() {
        assertThat(whole("<p>Good <img src=\"https://s.w.org/images/core/emoji/15/72x72/1f600.png\" alt=\"😀\""
                                + " class=\"wp-smiley\" style=\"height:1em\"> day</p>")
                        .blocks())
                .containsExactly(paragraph("Good 😀 day"));
    }

    @Test
    void wordXml() {
        BodyReading word = Body.readHtml(
                "<p class=MsoNormal>Hello<o:p></o:p></p><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom>"
                        + "</w:WordDocument></xml><p class=MsoNormal><o:p>&nbsp;</o:p></p>",
                null);
        assertThat(word.body().html()).isEqualTo("<p>Hello</p>");
    }

    @Test
    void rubyKeepsItsReadings() {
        Body body = whole("<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です</p>");
        assertThat(body.html())
                .isEqualTo("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby><ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp>"
                        + "</ruby>です</p>");
        assertThat(body.text()).isEqualTo("漢(かん)字(じ)です");
    }

    @Test
    void directionOfAParagraphIsKept() {
        Body body = whole("<p dir=\"rtl\">hello سلام تست</p><p>English</p>");
        assertThat(body.html()).isEqualTo("<p dir=\"rtl\">hello سلام تست</p>\n<p>English</p>");
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    /** The body, which holds all of the document, and which every other reader reads back. */
    private static Body whole(String html) {
        BodyReading reading = Body.readHtml(html, null);
        Body body = reading.body();
        assertThat(reading.losses()).isEmpty();
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
        return body;
    }

    private static Block paragraph(String text) {
        return new ParagraphBlock(List.of(Span.of(text)));
    }
}
