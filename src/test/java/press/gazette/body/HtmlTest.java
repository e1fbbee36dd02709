package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;
import press.gazette.body.table.TableCell;

/** Tests the HTML that content systems export, and the HTML that bodies become. */
class HtmlTest {

    @Test
    void wholePageIsRead() {
        Body body = Body.fromHtml("""
                <!doctype html><html><head><title>no</title><style>no</style></head><body>
                <h1>Harbour</h1>
                <article><div>bare &amp; <b>bold</b>
                  text<p>After <a href=" https://example.org/a b ">six <i>years</i></a> &nbsp;</p></div></article>
                <h6>Times</h6>
                <ol><li>Monday<ul><li><p>morning</p><p>early</p></li></ul></li><li> </li><li>Tuesday</li></ol>
                <blockquote><p>We waited.</p><p>Long.</p><footer>— <cite>Ada Lind</cite></footer></blockquote>
                <figure><img src="/c.jpg" alt="A crane" width="640" height="auto">
                  <figcaption>The <em>last</em> crane. <cite>Ben Okri</cite></figcaption></figure>
                <pre><code class="hljs language-java">int a;

                  &lt;b&gt;</code></pre><hr>
                <table><tr><th>Boats</th><td>3</td></tr></table>
                </body></html>""");
        assertThat(body.blocks())
                .containsExactly(
                        new HeadingBlock(2, plain("Harbour")),
                        new ParagraphBlock(List.of(Span.of("bare & "), Span.of("bold", Mark.STRONG), Span.of(" text"))),
                        new ParagraphBlock(List.of(
                                Span.of("After "),
                                Span.link("six ", "https://example.org/a%20b"),
                                Span.link("years", "https://example.org/a%20b", Mark.EM))),
                        new HeadingBlock(4, plain("Times")),
                        new ListBlock(
                                true,
                                List.of(plain("Monday"), plain("morning\nearly"), plain("Tuesday")),
                                null,
                                List.of(level(0), level(1), level(0))),
                        new QuoteBlock(List.of(), "Ada Lind", List.of(plain("We waited."), plain("Long.")), null, null),
                        new ImageBlock("/c.jpg", "A crane", null, "Ben Okri", 640, null)
                                .captioned(
                                        List.of(Span.of("The "), Span.of("last", Mark.EM), Span.of(" crane.")),
                                        "Ben Okri"),
                        new CodeBlock("java", "int a;\n\n  <b>"),
                        new DividerBlock(),
                        new TableBlock(
                                List.of(List.of(TableCell.of(plain("Boats")), TableCell.of(plain("3")))),
                                null,
                                1,
                                null,
                                null));
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    @Test
    void eachBlockHasOneForm() {
        Body body = new Body(List.of(
                new ParagraphBlock(List.of(
                        Span.of("a\n"),
                        Span.link("b & ", "https://example.org/?a=1&b=2"),
                        Span.link("c", "https://example.org/?a=1&b=2", Mark.STRONG, Mark.EM))),
                new HeadingBlock(3, plain("<h>")),
                new QuoteBlock(plain("q"), "Ada"),
                new ListBlock(true, List.of(plain("1"), plain("2"))),
                new ImageBlock("/p.jpg", "\"alt\"", "caption", "credit", 4, 3),
                new EmbedBlock("youtube", "https://youtu.be/x", "A film"),
                new CodeBlock("c++", "a < b\n"),
                new DividerBlock()));
        assertThat(body.html()).isEqualTo("""
                        <p>a<br><a href="https://example.org/?a=1&amp;b=2">b &amp; <strong><em>c</em></strong></a></p>
                        <h3 id="h">&lt;h&gt;</h3>
                        <figure><blockquote><p>q</p></blockquote><figcaption>— Ada</figcaption></figure>
                        <ol><li>1</li><li>2</li></ol>
                        <figure><img src="/p.jpg" alt="&quot;alt&quot;" width="4" height="3" loading="lazy">\
                        <figcaption>caption <small>credit</small></figcaption></figure>
                        <figure data-embed="youtube"><a href="https://youtu.be/x">A film</a></figure>
                        <pre><code class="language-c++">a &lt; b</code></pre>
                        <hr>""");
    }

    @Test
    void twoLineBreaksBeginANewParagraph() {
        assertThat(Body.fromHtml("<p><b>a<br>b<br> <br>c</b></p>").blocks())
                .containsExactly(
                        new ParagraphBlock(List.of(Span.of("a\nb", Mark.STRONG))),
                        new ParagraphBlock(List.of(Span.of("c", Mark.STRONG))));
    }

    @Test
    void citeInTheMiddleOfAQuotationIsATitle() {
        assertThat(Body.fromHtml("<blockquote><p>I read <cite>Emma</cite> twice.</p></blockquote>")
                        .blocks())
                .containsExactly(new QuoteBlock(
                        List.of(Span.of("I read "), Span.of("Emma", Mark.CITE), Span.of(" twice.")), null));
        assertThat(Body.fromHtml("<blockquote><p>Twice.</p><p><cite>Ada</cite></p></blockquote>")
                        .blocks())
                .containsExactly(new QuoteBlock(plain("Twice."), "Ada"));
        assertThat(Body.fromHtml("<blockquote><cite>Ada</cite></blockquote>").blocks())
                .containsExactly(new QuoteBlock(List.of(Span.of("Ada", Mark.CITE)), null));
    }

    @Test
    void pictureSplitsAQuotationIntoPartsWithTheSameName() {
        assertThat(Body.fromHtml("<blockquote>a<img src=/b.jpg>c<footer>Ada</footer></blockquote>")
                        .blocks())
                .containsExactly(
                        new QuoteBlock(plain("a"), "Ada"),
                        new ImageBlock("/b.jpg", "", null, null, null, null),
                        new QuoteBlock(plain("c"), "Ada"));
    }

    @Test
    void captionMayPrecedeItsPicture() {
        assertThat(Body.fromHtml("<figure><figcaption>Cap</figcaption><a href=/big><img src=/b.jpg></a></figure>")
                        .blocks())
                .containsExactly(new ImageBlock("/b.jpg", "", "Cap", null, null, null).linked("/big"));
        assertThat(Body.fromHtml("<figure><p>x</p><figcaption>Cap</figcaption></figure>")
                        .blocks())
                .containsExactly(new ParagraphBlock(plain("x")), new ParagraphBlock(plain("Cap")));
    }

    @Test
    void unknownElementsLeaveTheirTextAndQuotationMarks() {
        assertThat(Body.fromHtml("<x-card>a <q>b</q> <u>c</u><sup>2</sup></x-card>")
                        .blocks())
                .containsExactly(new ParagraphBlock(
                        List.of(Span.of("a “b” "), Span.of("c", Mark.UNDERLINE), Span.of("2", Mark.SUP))));
    }

    @Test
    void longTitlesOfLinksStay() {
        String title = "x".repeat(2_000);
        Body body = new Body(List.of(
                new ParagraphBlock(List.of(Style.PLAIN.linked("/a", null, title).span("a")))));
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
        assertThat(Body.fromHtml("<p><a href=/a title=" + "\u0958".repeat(3_000) + ">a</a></p>")
                        .text())
                .isEqualTo("a");
    }

    @Test
    void invisibleHtmlIsAnEmptyBody() {
        assertThat(Body.fromHtml("<p>&nbsp;</p><ul><li></li></ul><blockquote></blockquote><pre> </pre><a href=x></a>"))
                .isEqualTo(Body.EMPTY);
        assertThat(Body.EMPTY.html()).isEmpty();
    }

    @Test
    void plainTextReadsWell() {
        Body body = new Body(List.of(
                new HeadingBlock(2, plain("Title")),
                new QuoteBlock(plain("q"), "Ada"),
                new ListBlock(true, List.of(plain("a\nb"), plain("c"))),
                new ImageBlock("/p.jpg", "alt", null, "Ben", null, null),
                new ImageBlock("/p.jpg", "", null, null, null, null),
                new EmbedBlock("x", "https://x.example/1", "A post"),
                new DividerBlock()));
        assertThat(body.text()).isEqualTo("Title\n\nq\n— Ada\n\n1. a\n   b\n2. c\n\nalt (Ben)\n\nA post\n\n* * *");
    }

    private static ListBlock.ListLevel level(int depth) {
        return new ListBlock.ListLevel(depth, null, null);
    }

    private static List<Span> plain(String text) {
        return List.of(Span.of(text));
    }
}
