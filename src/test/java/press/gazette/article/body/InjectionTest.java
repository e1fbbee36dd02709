package press.gazette.article.body;

import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.newsroom.Injections.assertHarmless;

import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Nothing that can run, load or disguise itself leaves as HTML, whatever came in. */
class InjectionTest {

    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void htmlInIsHarmlessHtmlOut(String vector) {
        assertHarmless(Body.fromHtml(vector).html());
        assertHarmless(Body.fromHtml("<p>before " + vector + " after</p>").html());
        assertHarmless(Body.fromHtml(Body.fromHtml(vector).html()).html());
    }

    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void markdownInIsHarmlessHtmlOut(String vector) {
        assertHarmless(Body.fromMarkdown(vector).html());
        assertHarmless(Body.fromMarkdown("before " + vector + " after").html());
        assertHarmless(Body.fromMarkdown(Body.fromHtml(vector).markdown()).html());
    }

    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void plainTextThatLooksLikeAnAttackStaysPlainText(String vector) {
        Body body = new Body(List.of(
                new Block.Paragraph(List.of(Span.of(vector))),
                new Block.Quote(List.of(Span.of(vector, Mark.CODE)), "by " + vector),
                new Block.Picture("/a.jpg", vector, vector, vector, null, null),
                new Block.Embed("x", "https://a.example/", vector),
                new Block.Code("html", "x" + vector)));
        assertHarmless(body.html());
        assertHarmless(Body.fromMarkdown(body.markdown()).html());
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyBodyIsHarmlessHtml(@ForAll("bodies") Body body) {
        assertHarmless(body.html());
    }

    @Test
    void theTextOfARefusedLinkStays() {
        Body expected = new Body(List.of(new Block.Paragraph(List.of(Span.of("go there now")))));
        assertThat(Body.fromHtml("go <a href='javascript:x'>there</a> now")).isEqualTo(expected);
        assertThat(Body.fromMarkdown("go [there](javascript:x) now")).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.bodies();
    }
}
