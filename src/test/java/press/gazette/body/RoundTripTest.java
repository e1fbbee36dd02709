package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import press.gazette.body.block.Block;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.inline.Style;

/** Every format is read back as the same body, with any characters. */
class RoundTripTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void htmlIsReadBackAsTheSameBody(@ForAll("bodies") Body body) {
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    /** Markdown has no syntax for the width and height of a picture. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void markdownIsReadBackAsTheSameBodyExceptForPictureSizes(@ForAll("bodies") Body body) {
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(withoutSizes(body));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void markdownAndHtmlAgree(@ForAll("bodies") Body body) {
        assertThat(Body.fromMarkdown(body.markdown()).html())
                .isEqualTo(withoutSizes(body).html());
    }

    /** Readers get addresses beside the ids of articles; a client that sends such a body back keeps the ids. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void linksToArticlesAreReadBackWithoutTheirAddresses(@ForAll("bodies") Body body) {
        Body shown = body.addressed(Map.of(Texts.ARTICLES[0], "/a?b&c|d", Texts.ARTICLES[1], "https://b.example/"));
        assertThat(Body.fromHtml(shown.html())).isEqualTo(body);
        assertThat(Body.fromMarkdown(shown.markdown())).isEqualTo(withoutSizes(body));
        assertThat(shown.unaddressed()).isEqualTo(body);
        assertThat(shown.text()).isEqualTo(body.text());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void linksToHiddenArticlesLeaveTheirWords(@ForAll("bodies") Body body) {
        Body shown = body.addressed(Map.of());
        assertThat(shown.articles()).isEmpty();
        assertThat(shown.text()).isEqualTo(body.text());
        assertThat(shown.html()).doesNotContain(Texts.ARTICLES[0].toString(), Texts.ARTICLES[1].toString());
        assertThat(Body.fromHtml(shown.html())).isEqualTo(shown);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void normalisingTwiceChangesNothing(@ForAll("spans") List<Span> spans) {
        List<Span> once = Spans.normal(spans);
        assertThat(Spans.normal(once)).isEqualTo(once);
    }

    /** Text of one line that is in normal form already takes a shortcut; a line break at its end excludes it. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void shortcutForNormalTextChangesNothing(@ForAll("spans") List<Span> spans) {
        List<Span> once = Spans.normal(spans);
        assertThat(Spans.joined(List.of(spans))).isEqualTo(once);
        assertThat(Spans.joined(List.of(once))).isEqualTo(once);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void hostileTextSurvivesEveryFormat(@ForAll("texts") String text) {
        ParagraphBlock paragraph = new ParagraphBlock(List.of(Span.of("x" + text + "x")));
        Body body = new Body(List.of(paragraph));
        String said = Spans.plain(paragraph.text());
        assertThat(body.text()).isEqualTo(said);
        assertThat(Body.fromMarkdown(body.markdown()).text()).isEqualTo(said);
        assertThat(Body.fromHtml(body.html()).text()).isEqualTo(said);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyTextReadAsMarkdownRoundTrips(@ForAll("texts") String source) {
        Body body = Body.fromMarkdown(source);
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyTextReadAsHtmlRoundTrips(@ForAll("texts") String source) {
        Body body = Body.fromHtml(source);
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    /** A combining mark without a letter, and an address that would be an embed as a paragraph. */
    @Example
    void footnotesOfOneMarkOrOneAddressStay() {
        for (String text : List.of("\u0301", "https://youtu.be/abcdefghijk")) {
            NotesBlock notes = new NotesBlock(List.of(new NotesBlock.Footnote("1", List.of(Span.of(text)))));
            Body body = new Body(List.of(
                    new ParagraphBlock(List.of(Span.of("x"), Style.noteMark("1").span("1"))), notes));
            assertThat(Body.fromHtml(body.html())).isEqualTo(body);
            assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
        }
    }

    /** In Markdown a link has its target there, and a footnote its text. */
    @Example
    void textBehindTheMarkOfAFootnoteStays() {
        for (String text : List.of(": b", "(b)", "(*)y", "[b](c)", "[b]", "{b}", "\\(b)")) {
            Body body = new Body(List.of(
                    new ParagraphBlock(List.of(Span.of("x"), Style.noteMark("1").span("1"), Span.of(text))),
                    new NotesBlock(List.of(new NotesBlock.Footnote("1", List.of(Span.of("The note.")))))));
            assertThat(Body.fromMarkdown(body.markdown())).as(body.markdown()).isEqualTo(body);
        }
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.bodies();
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        return Texts.spans();
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.texts();
    }

    private static Body withoutSizes(Body body) {
        return new Body(body.blocks().stream().map(RoundTripTest::withoutSize).toList());
    }

    private static Block withoutSize(Block block) {
        boolean plain = block instanceof ImageBlock picture
                && picture.captionText() == null
                && picture.role() == null
                && picture.article() == null
                && picture.media() == null;
        return plain ? withoutSize((ImageBlock) block) : block;
    }

    private static Block withoutSize(ImageBlock picture) {
        ImageBlock bare = new ImageBlock(picture.url(), picture.alt(), picture.caption(), picture.credit(), null, null);
        return picture.link() == null ? bare : bare.linked(picture.link());
    }
}
