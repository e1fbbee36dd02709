package press.gazette.article.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back as the same body, whatever characters it holds. */
class RoundTripTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void htmlComesBackAsTheSameBody(@ForAll("bodies") Body body) {
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    /** Markdown has no form for the width and height of a picture; all else is carried. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void markdownComesBackAsTheSameBodyButForTheSizesOfPictures(@ForAll("bodies") Body body) {
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(withoutSizes(body));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void markdownAndHtmlAgree(@ForAll("bodies") Body body) {
        assertThat(Body.fromMarkdown(body.markdown()).html())
                .isEqualTo(withoutSizes(body).html());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theNormalFormOfTheNormalFormIsItself(@ForAll("spans") List<Span> spans) {
        List<Span> once = Spans.normal(spans);
        assertThat(Spans.normal(once)).isEqualTo(once);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void hostileTextIsStillThereAfterEveryFormat(@ForAll("texts") String text) {
        Block.Paragraph paragraph = new Block.Paragraph(List.of(Span.of("x" + text + "x")));
        Body body = new Body(List.of(paragraph));
        String said = Spans.plain(paragraph.text());
        assertThat(body.text()).isEqualTo(said);
        assertThat(Body.fromMarkdown(body.markdown()).text()).isEqualTo(said);
        assertThat(Body.fromHtml(body.html()).text()).isEqualTo(said);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void readingAnythingAsMarkdownGivesABodyThatComesBack(@ForAll("texts") String source) {
        Body body = Body.fromMarkdown(source);
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void readingAnythingAsHtmlGivesABodyThatComesBack(@ForAll("texts") String source) {
        Body body = Body.fromHtml(source);
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.bodies();
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        return Bodies.spans();
    }

    @Provide
    Arbitrary<String> texts() {
        return Bodies.texts();
    }

    private static Body withoutSizes(Body body) {
        return new Body(body.blocks().stream().map(RoundTripTest::withoutSize).toList());
    }

    private static Block withoutSize(Block block) {
        return block instanceof Block.Picture picture
                ? new Block.Picture(picture.url(), picture.alt(), picture.caption(), picture.credit(), null, null)
                : block;
    }
}
