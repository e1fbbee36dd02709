package press.gazette.article.body;

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

/** Nothing that can run, load or disguise itself leaves as HTML, whatever came in. */
class InjectionTest {

    /** Every element and attribute that can leave, and the schemes of their addresses. */
    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "pre", "code", "hr", "br")
            .addTags("a", "strong", "em", "figure", "figcaption", "small", "img")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height", "loading")
            .addAttributes("code", "class")
            .addAttributes("figure", Figures.EMBED)
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addProtocols("img", "src", "http", "https")
            .preserveRelativeLinks(true);

    /** Never shown; the cleaner resolves root-relative pictures against it to learn their scheme. */
    private static final String ANY_SERVER = "https://gazette.invalid/";

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
        Body body = attackedEverywhere(vector);
        assertHarmless(body.html());
        assertHarmless(Body.fromMarkdown(body.markdown()).html());
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    private static Body attackedEverywhere(String vector) {
        return new Body(List.of(
                new Block.Paragraph(List.of(Span.of(vector))),
                new Block.Quote(List.of(Span.of(vector, Mark.CODE)), "by " + vector),
                new Block.Picture("/a.jpg", vector, vector, vector, null, null),
                new Block.Embed("x", "https://a.example/", vector),
                new Block.Code("html", "x" + vector)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyBodyIsHarmlessHtml(@ForAll("bodies") Body body) {
        assertHarmless(body.html());
    }

    /** So that nobody has to ask one at each reading. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aCleanerFindsNothingToTakeAway(@ForAll("bodies") Body body) {
        assertThat(cleaned(body.html())).isEqualTo(body.html());
    }

    @ParameterizedTest
    @FieldSource("press.gazette.newsroom.Injections#VECTORS")
    void aCleanerFindsNothingToTakeAwayFromAnAttackEither(String vector) {
        Body body = attackedEverywhere(vector);
        assertThat(cleaned(body.html())).isEqualTo(body.html());
    }

    private static String cleaned(String html) {
        OutputSettings compact = new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);
        return Jsoup.clean(html, ANY_SERVER, ALLOWED, compact);
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
