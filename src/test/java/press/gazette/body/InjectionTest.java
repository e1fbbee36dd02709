package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.newsroom.Injections.assertHarmless;

import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.Block;
import press.gazette.body.block.BoxBlock;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.block.VideoBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;
import press.gazette.body.table.TableCell;

/** No input becomes HTML that can run scripts, load other content or disguise itself. */
class InjectionTest {

    /** Every element and attribute that bodies can become, and the schemes of their addresses. */
    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "pre", "code", "hr", "br")
            .addTags("a", "strong", "em", "figure", "figcaption", "small", "img")
            .addTags("sub", "sup", "s", "u", "mark", "cite", "abbr", "time", "ruby", "rp", "rt", "span")
            .addTags("table", "caption", "thead", "tbody", "tr", "th", "td")
            .addTags("video", "audio", "track", "details", "summary", "aside", "header", "section")
            .addAttributes(":all", "lang", "dir")
            .addAttributes("a", "href", "data-article", "rel", "title")
            .addAttributes("abbr", "title")
            .addAttributes("time", "datetime")
            .addAttributes("sup", "id")
            .addAttributes("h2", "id")
            .addAttributes("h3", "id")
            .addAttributes("h4", "id")
            .addAttributes("li", "id")
            .addAttributes("ol", "start")
            .addAttributes("blockquote", "class")
            .addAttributes("small", "class")
            .addAttributes("img", "src", "alt", "width", "height", "loading")
            .addAttributes("code", "class")
            .addAttributes("th", "scope", "colspan", "rowspan")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("table", "data-table")
            .addAttributes("video", "controls", "preload", "src", "poster", "width", "height")
            .addAttributes("audio", "controls", "preload", "src")
            .addAttributes("track", "kind", "src", "srclang", "label")
            .addAttributes("details", "data-transcript")
            .addAttributes("aside", "data-box")
            .addAttributes("section", "data-notes")
            .addAttributes("figure", "data-embed", "data-gallery", "data-role", "data-media", "data-duration")
            .addAttributes("figure", "data-file", "data-size", "data-width", "data-height")
            .addProtocols("a", "href", "http", "https", "mailto", "tel", "#")
            .addProtocols("img", "src", "http", "https")
            .addProtocols("video", "src", "http", "https")
            .addProtocols("video", "poster", "http", "https")
            .addProtocols("audio", "src", "http", "https")
            .addProtocols("track", "src", "http", "https")
            .preserveRelativeLinks(true);

    /**
     * The sanitiser resolves root-relative pictures against this address to learn their scheme. It appears in no
     * result.
     */
    private static final String ANY_SERVER = "https://gazette.invalid/";

    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void htmlBecomesHarmlessHtml(String vector) {
        assertHarmless(Body.fromHtml(vector).html());
        assertHarmless(Body.fromHtml("<p>before " + vector + " after</p>").html());
        assertHarmless(Body.fromHtml(Body.fromHtml(vector).html()).html());
    }

    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void markdownBecomesHarmlessHtml(String vector) {
        assertHarmless(Body.fromMarkdown(vector).html());
        assertHarmless(Body.fromMarkdown("before " + vector + " after").html());
        assertHarmless(Body.fromMarkdown(Body.fromHtml(vector).markdown()).html());
    }

    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void plainTextThatLooksLikeAnAttackStaysPlainText(String vector) {
        Body body = attackedEverywhere(vector);
        assertHarmless(body.html());
        assertHarmless(Body.fromMarkdown(body.markdown()).html());
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    private static Body attackedEverywhere(String vector) {
        List<Span> text = List.of(Span.of("x" + vector));
        Style link = Style.PLAIN.linked("https://a.example/", null, vector);
        ImageBlock picture = new ImageBlock("/a.jpg", vector, vector, vector, null, null);
        List<Block> blocks = List.of(
                new ParagraphBlock(List.of(Span.of(vector))),
                new ParagraphBlock(List.of(
                        link.span("a"),
                        Style.PLAIN.expanded(vector).span("b"),
                        Style.PLAIN.pronounced(vector).span("c" + vector),
                        Span.of(vector, Mark.SUP, Mark.STRIKE, Mark.CITE),
                        Style.noteMark("1").span("1"))),
                new HeadingBlock(2, text),
                new QuoteBlock(List.of(Span.of(vector, Mark.CODE)), "by " + vector),
                new QuoteBlock(List.of(), null, List.of(text, text), List.of(Span.of("x" + vector, Mark.EM)), true),
                new ListBlock(
                        false,
                        List.of(text, text),
                        null,
                        List.of(new ListBlock.ListLevel(0, null, null), new ListBlock.ListLevel(1, true, 2))),
                picture,
                picture.captioned(List.of(Span.of("x" + vector, Mark.SMALL)), vector),
                new GalleryBlock(List.of(picture), vector, null),
                new VideoBlock(
                        "/v.mp4",
                        "/p.jpg",
                        vector,
                        null,
                        vector,
                        1,
                        2,
                        3,
                        List.of(new VideoBlock.MediaTrack("/t.vtt", "subtitles", "fr", vector)),
                        List.of(text),
                        null),
                new AudioBlock("/a.mp3", vector, null, vector, null, List.of(text), null),
                new TableBlock(List.of(List.of(TableCell.of(text), TableCell.of(text))), 1, null, vector, null),
                new TableBlock(
                        List.of(
                                List.of(TableCell.of(text), TableCell.of(text)),
                                List.of(TableCell.of(text), TableCell.of(text))),
                        1,
                        null,
                        null,
                        null),
                new BoxBlock(
                        "facts",
                        vector,
                        null,
                        List.of(new ParagraphBlock(text), new CodeBlock(null, "x\n\n" + vector))),
                new FileBlock("/f.pdf", vector, "application/pdf", 1L, null),
                new EmbedBlock("x", "https://a.example/", vector),
                new EmbedBlock("x", "https://a.example/", vector, vector, 1, 2, vector, null),
                new CodeBlock("html", "x" + vector),
                new NotesBlock(List.of(new NotesBlock.Footnote("1", text))));
        return new Body(blocks);
    }

    /** The vector stands at every place of the HTML from which a reader takes a value. */
    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void attacksInAttributesAndElementsAreHarmless(String vector) {
        String value = vector.replace("\"", "&quot;");
        String html = """
                <p lang="%1$s" dir="%1$s"><abbr title="%1$s">a</abbr><time datetime="%1$s">b</time>
                <a href="%1$s" rel="%1$s" title="%1$s" data-article="%1$s">c</a><ruby>d<rt>%2$s</rt></ruby></p>
                <h2 id="%1$s">e%2$s</h2><ol start="%1$s"><li value="%1$s">f%2$s</li></ol>
                <figure data-role="%1$s" data-media="%1$s"><img src="%1$s" srcset="%1$s" data-src="%1$s" alt="%1$s"></figure>
                <figure class="wp-block-gallery"><img src="/1.jpg"><img src="/2.jpg"><figcaption>%2$s</figcaption></figure>
                <video src="%1$s" poster="%1$s"><track src="%1$s" label="%1$s"></video><audio src="%1$s"></audio>
                <iframe src="%1$s" srcdoc="%1$s" title="%1$s"></iframe>
                <table><caption>%2$s</caption><tr><th scope="%1$s">g%2$s</th><td colspan="%1$s">h%2$s</td></tr></table>
                <aside data-box="%1$s"><header>%2$s</header><p>i</p></aside><details><summary>%2$s</summary>j</details>
                <figure data-file="%1$s" data-size="%1$s"><a href="%1$s">k%2$s</a></figure>
                <blockquote class="twitter-tweet" cite="%1$s"><p>l%2$s</p><a href="%1$s">m</a></blockquote>
                <section data-notes=""><ol><li id="note-%1$s">n%2$s</li></ol></section>
                <a href="%1$s" data-article="%1$s"><img src="/3.jpg" alt="o" class="%1$s"></a>
                <figure data-embed="x" data-width="%1$s"><a href="https://a.example/">p</a><figcaption>%2$s</figcaption></figure>
                <figure data-duration="%1$s"><audio src="/q.mp3"></audio><figcaption>%2$s<small>%2$s</small></figcaption>
                <details data-transcript="%1$s"><summary>r</summary><p>%2$s</p></details></figure>
                <video src="/s.mp4"><track src="/s.vtt" kind="%1$s" srclang="%1$s" label="%1$s"></video>
                <dir><li>%2$s</li></dir><p><bdi>%2$s</bdi><bdo dir="%1$s">t</bdo></p><ol type="%1$s"><li>u</li></ol>
                <pre class="language-%1$s">v%2$s</pre><listing>%2$s</listing><xmp>%2$s</xmp><noembed>%2$s</noembed>
                <noframes>%2$s</noframes><noscript>%2$s</noscript><optgroup label="%1$s"><option>%2$s</option></optgroup>
                <embed src="%1$s"><object data="%1$s">%2$s</object><plaintext>%2$s""".formatted(value, vector);
        Body body = Body.fromHtml(html);
        assertHarmless(body.html());
        assertThat(cleaned(body.html())).isEqualTo(body.html());
        assertHarmless(Body.fromMarkdown(html.replace("\n", " ")).html());
        assertHarmless(Body.fromMarkdown("a " + html.replace("\n", " ")).html());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyBodyIsHarmlessHtml(@ForAll("bodies") Body body) {
        assertHarmless(body.html());
    }

    /** This is the reason that no sanitiser runs when a body is shown. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void sanitiserChangesNoBody(@ForAll("bodies") Body body) {
        assertThat(cleaned(body.html())).isEqualTo(body.html());
    }

    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void sanitiserChangesNoAttackedBody(String vector) {
        Body body = attackedEverywhere(vector);
        assertThat(cleaned(body.html())).isEqualTo(body.html());
    }

    private static String cleaned(String html) {
        OutputSettings compact = new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);
        return Jsoup.clean(html, ANY_SERVER, ALLOWED, compact);
    }

    @Test
    void droppedLinkLeavesItsText() {
        Body expected = new Body(List.of(new ParagraphBlock(List.of(Span.of("go there now")))));
        assertThat(Body.fromHtml("go <a href='javascript:x'>there</a> now")).isEqualTo(expected);
        assertThat(Body.fromMarkdown("go [there](javascript:x) now")).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.bodies();
    }
}
