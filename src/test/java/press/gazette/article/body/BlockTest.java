package press.gazette.article.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The normal form, and what is refused with a sentence that says what would be right. */
class BlockTest {

    private static final List<Span> TEXT = List.of(Span.of("text"));

    @Test
    void blanksCollapseAsInABrowser() {
        assertThat(normal(Span.of("  a \t b\r\n c  "), Span.of("  d \n\n\n e ")))
                .containsExactly(Span.of("a b\nc d\ne"));
    }

    @Test
    void noBreakSpacesStayWithinAndGoAtTheEdges() {
        assertThat(normal(Span.of("\u00A0«\u00A0oui\u00A0»\u00A0\u2003")))
                .containsExactly(Span.of("«\u00A0oui\u00A0»"));
    }

    @Test
    void neighboursThatLookTheSameAreOne() {
        assertThat(normal(Span.of("a", Mark.EM), Span.of(""), Span.of("b", Mark.EM)))
                .containsExactly(Span.of("ab", Mark.EM));
    }

    @Test
    void blanksBetweenDifferentMarksCarryNone() {
        assertThat(normal(
                        Span.of("a ", Mark.STRONG), Span.of(" b", Mark.EM), Span.link(" c d", "https://example.org/")))
                .containsExactly(
                        Span.of("a", Mark.STRONG),
                        Span.of(" "),
                        Span.of("b", Mark.EM),
                        Span.of(" "),
                        Span.link("c d", "https://example.org/"));
    }

    @Test
    void codeExcludesOtherMarksButNotLinks() {
        assertThat(Span.link("a", "https://example.org/", Mark.CODE, Mark.STRONG))
                .isEqualTo(Span.link("a", "https://example.org/", Mark.CODE));
    }

    @Test
    void controlsGoAndLettersAreComposed() {
        assertThat(normal(Span.of("\u0000a\u0007\uFEFF\uFFFE\uD83D e\u0301"))).containsExactly(Span.of("a \u00E9"));
        assertThat(normal(Span.of("👩‍👩‍👧"))).containsExactly(Span.of("👩‍👩‍👧"));
    }

    @Test
    void headingsAreOneLine() {
        assertThat(new Block.Heading(2, List.of(Span.of("a\nb"))).text()).containsExactly(Span.of("a b"));
    }

    @Test
    void aQuotationMayBeSignedOnItsLastLine() {
        Block.Quote quote = new Block.Quote(List.of(Span.of("To be.\n— Hamlet, "), Span.of("Act III", Mark.EM)), null);
        assertThat(quote).isEqualTo(new Block.Quote(List.of(Span.of("To be.")), "Hamlet, Act III"));
        assertThat(new Block.Quote(List.of(Span.of("— alone")), null).attribution())
                .isNull();
        assertThat(new Block.Quote(TEXT, "— -- Ada").attribution()).isEqualTo("Ada");
    }

    @Test
    void codeKeepsItsIndentationAndLosesEmptyLinesAround() {
        assertThat(new Block.Code(null, "\r\n \n\tif\r\n\n  x  \n \n").text()).isEqualTo("\tif\n\n  x");
    }

    @Test
    void wordsAreCountedInProseOnly() {
        Body body = new Body(List.of(
                new Block.Heading(2, List.of(Span.of("Two words"))),
                new Block.Paragraph(List.of(Span.of("It's a well-known 24,000—not "), Span.of("more", Mark.EM))),
                new Block.ListBlock(false, List.of(List.of(Span.of("日本語")), List.of(Span.of("& …")))),
                new Block.Code(null, "not counted"),
                new Block.Divider()));
        assertThat(body.words()).isEqualTo(2 + 6 + 3);
        assertThat(Body.EMPTY.words()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org/",
                "/about",
                "about",
                "https://",
                "https:///x",
                "http:/x",
                "https://a b",
                "https://a.example/\"",
                "https://a.example/<x>",
                "https://a.example/\\",
                " https://a.example",
                "mailto:",
                "https://a.example/\n",
                "ftp://a.example/",
                ""
            })
    void otherAddressesAreRefusedInBlocks(String href) {
        refused(() -> Span.link("a", href), "span.href must be an absolute http, https, mailto or tel address");
    }

    @Test
    void picturesMayComeFromTheRootButNotFromAnotherHost() {
        assertThat(new Block.Picture("/a.jpg", "", null, null, null, null).url())
                .isEqualTo("/a.jpg");
        for (String url :
                List.of("//a.example/b.jpg", "a.jpg", "data:image/png,x", "/\\a.example", "mailto:a@b.example")) {
            refused(() -> new Block.Picture(url, "", null, null, null, null), "image.url must be an absolute http");
        }
    }

    @Test
    void everyRefusalNamesItsComponent() {
        refused(
                () -> new Block.Paragraph(List.of(Span.of(" \u200B "))),
                "paragraph.text must hold at least one visible");
        refused(() -> new Block.Heading(1, TEXT), "heading.level must be 2, 3 or 4");
        refused(() -> new Block.Heading(5, TEXT), "heading.level must be 2, 3 or 4");
        refused(() -> new Block.Quote(List.of(), "Ada"), "quote.text must hold");
        refused(() -> new Block.Quote(TEXT, "a".repeat(2_001)), "quote.attribution must be one line of at most 2000");
        refused(() -> new Block.ListBlock(false, List.of()), "list.items must be a list of 1 to 1000 items");
        refused(() -> new Block.ListBlock(false, Collections.nCopies(1_001, TEXT)), "list.items must be");
        refused(() -> new Block.ListBlock(false, List.of(TEXT, List.of())), "list.items[1] must hold");
        refused(() -> new Block.Picture("/a", "", null, null, 0, null), "image.width must be 1 to 65535 pixels");
        refused(() -> new Block.Picture("/a", "", null, null, null, 65_536), "image.height must be");
        refused(() -> new Block.Embed("You Tube", "https://a.example", "x"), "embed.provider must be");
        refused(() -> new Block.Embed("x", "/a", "x"), "embed.url must be");
        refused(() -> new Block.Code("two words", "x"), "code.language must be one word");
        refused(() -> new Block.Code(null, " \n\t"), "code.text must hold");
        refused(
                () -> new Body(Collections.nCopies(Body.MAX_BLOCKS + 1, new Block.Divider())),
                "blocks must hold at most");
        refused(
                () -> new Body(List.of(new Block.Code(null, "a".repeat(Body.MAX_TEXT + 1)))),
                "blocks must hold at most");
        refused(() -> Body.fromMarkdown("a".repeat(Body.MAX_SOURCE + 1)), "markdown must be a text of at most");
        refused(() -> Body.fromHtml("a".repeat(Body.MAX_SOURCE + 1)), "html must be a text of at most");
    }

    private static List<Span> normal(Span... spans) {
        return new Block.Paragraph(List.of(spans)).text();
    }

    private static void refused(ThrowingCallable call, String start) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(start)
                .hasMessageEndingWith(".");
    }
}
