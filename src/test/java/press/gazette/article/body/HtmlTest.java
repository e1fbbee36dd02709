package press.gazette.article.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** HTML as content systems export it, and as it leaves. */
class HtmlTest {

    @Test
    void aWholePageIsRead() {
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
                        new Block.Heading(2, plain("Harbour")),
                        new Block.Paragraph(
                                List.of(Span.of("bare & "), Span.of("bold", Mark.STRONG), Span.of(" text"))),
                        new Block.Paragraph(List.of(
                                Span.of("After "),
                                Span.link("six ", "https://example.org/a%20b"),
                                Span.link("years", "https://example.org/a%20b", Mark.EM))),
                        new Block.Heading(4, plain("Times")),
                        new Block.ListBlock(true, List.of(plain("Monday"), plain("morning\nearly"), plain("Tuesday"))),
                        new Block.Quote(plain("We waited.\nLong."), "Ada Lind"),
                        new Block.Picture("/c.jpg", "A crane", "The last crane.", "Ben Okri", 640, null),
                        new Block.Code("java", "int a;\n\n  <b>"),
                        new Block.Divider(),
                        new Block.Paragraph(plain("Boats 3")));
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    @Test
    void eachBlockHasOneForm() {
        Body body = new Body(List.of(
                new Block.Paragraph(List.of(
                        Span.of("a\n"),
                        Span.link("b & ", "https://example.org/?a=1&b=2"),
                        Span.link("c", "https://example.org/?a=1&b=2", Mark.STRONG, Mark.EM))),
                new Block.Heading(3, plain("<h>")),
                new Block.Quote(plain("q"), "Ada"),
                new Block.ListBlock(true, List.of(plain("1"), plain("2"))),
                new Block.Picture("/p.jpg", "\"alt\"", "caption", "credit", 4, 3),
                new Block.Embed("youtube", "https://youtu.be/x", "A film"),
                new Block.Code("c++", "a < b\n"),
                new Block.Divider()));
        assertThat(body.html()).isEqualTo("""
                        <p>a<br><a href="https://example.org/?a=1&amp;b=2">b &amp; <strong><em>c</em></strong></a></p>
                        <h3>&lt;h&gt;</h3>
                        <figure><blockquote><p>q</p></blockquote><figcaption>— Ada</figcaption></figure>
                        <ol><li>1</li><li>2</li></ol>
                        <figure><img src="/p.jpg" alt="&quot;alt&quot;" width="4" height="3" loading="lazy">\
                        <figcaption>caption <small>credit</small></figcaption></figure>
                        <figure data-embed="youtube"><a href="https://youtu.be/x">A film</a></figure>
                        <pre><code class="language-c++">a &lt; b</code></pre>
                        <hr>""");
    }

    @Test
    void twoLineBreaksAreANewParagraph() {
        assertThat(Body.fromHtml("<p><b>a<br>b<br> <br>c</b></p>").blocks())
                .containsExactly(
                        new Block.Paragraph(List.of(Span.of("a\nb", Mark.STRONG))),
                        new Block.Paragraph(List.of(Span.of("c", Mark.STRONG))));
    }

    @Test
    void aCiteInTheMiddleOfAQuotationIsATitle() {
        assertThat(Body.fromHtml("<blockquote><p>I read <cite>Emma</cite> twice.</p></blockquote>")
                        .blocks())
                .containsExactly(new Block.Quote(plain("I read Emma twice."), null));
        assertThat(Body.fromHtml("<blockquote><p>Twice.</p><p><cite>Ada</cite></p></blockquote>")
                        .blocks())
                .containsExactly(new Block.Quote(plain("Twice."), "Ada"));
        assertThat(Body.fromHtml("<blockquote><cite>Ada</cite></blockquote>").blocks())
                .containsExactly(new Block.Quote(plain("Ada"), null));
    }

    @Test
    void aPictureWithinAQuotationSplitsItAndBothPartsKeepTheName() {
        assertThat(Body.fromHtml("<blockquote>a<img src=/b.jpg>c<footer>Ada</footer></blockquote>")
                        .blocks())
                .containsExactly(
                        new Block.Quote(plain("a"), "Ada"),
                        new Block.Picture("/b.jpg", "", null, null, null, null),
                        new Block.Quote(plain("c"), "Ada"));
    }

    @Test
    void aCaptionAboveIsStillTheCaption() {
        assertThat(Body.fromHtml("<figure><figcaption>Cap</figcaption><a href=/big><img src=/b.jpg></a></figure>")
                        .blocks())
                .containsExactly(new Block.Picture("/b.jpg", "", "Cap", null, null, null));
        assertThat(Body.fromHtml("<figure><table><td>x</table><figcaption>Cap</figcaption></figure>")
                        .blocks())
                .containsExactly(new Block.Paragraph(plain("x")), new Block.Paragraph(plain("Cap")));
    }

    @Test
    void unknownElementsLeaveTheirTextAndQuotationMarks() {
        assertThat(Body.fromHtml("<x-card>a <q>b</q> <u>c</u><sup>2</sup></x-card>")
                        .blocks())
                .containsExactly(new Block.Paragraph(plain("a “b” c2")));
    }

    @Test
    void nothingIsAnEmptyBody() {
        assertThat(Body.fromHtml("<p>&nbsp;</p><ul><li></li></ul><blockquote></blockquote><pre> </pre><a href=x></a>"))
                .isEqualTo(Body.EMPTY);
        assertThat(Body.EMPTY.html()).isEmpty();
    }

    @Test
    void plainTextReadsWell() {
        Body body = new Body(List.of(
                new Block.Heading(2, plain("Title")),
                new Block.Quote(plain("q"), "Ada"),
                new Block.ListBlock(true, List.of(plain("a\nb"), plain("c"))),
                new Block.Picture("/p.jpg", "alt", null, "Ben", null, null),
                new Block.Picture("/p.jpg", "", null, null, null, null),
                new Block.Embed("x", "https://x.example/1", "A post"),
                new Block.Divider()));
        assertThat(body.text()).isEqualTo("Title\n\nq\n— Ada\n\n1. a\n   b\n2. c\n\nalt (Ben)\n\nA post\n\n* * *");
    }

    private static List<Span> plain(String text) {
        return List.of(Span.of(text));
    }
}
