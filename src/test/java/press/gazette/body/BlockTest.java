package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.body.assembly.BodyBounds;
import press.gazette.body.block.Block;
import press.gazette.body.block.BoxBlock;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;
import press.gazette.body.table.TableCell;

/** Tests the normal form of blocks, and the messages for rejected values. */
class BlockTest {

    private static final List<Span> TEXT = List.of(Span.of("text"));

    @Test
    void blanksCollapseAsInABrowser() {
        assertThat(normal(Span.of("  a \t b\r\n c  "), Span.of("  d \n\n\n e ")))
                .containsExactly(Span.of("a b\nc d\ne"));
    }

    @Test
    void noBreakSpacesStayInsideTextAndAreTrimmedAtItsEnds() {
        assertThat(normal(Span.of("\u00A0«\u00A0oui\u00A0»\u00A0\u2003")))
                .containsExactly(Span.of("«\u00A0oui\u00A0»"));
    }

    @Test
    void adjacentSpansOfEqualStyleMerge() {
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
    void controlCharactersAreDroppedAndLettersComposed() {
        assertThat(normal(Span.of("\u0000a\u0007\uFEFF\uFFFE\uD83D e\u0301"))).containsExactly(Span.of("a \u00E9"));
        assertThat(normal(Span.of("👩‍👩‍👧"))).containsExactly(Span.of("👩‍👩‍👧"));
    }

    @Test
    void headingsAreOneLine() {
        assertThat(new HeadingBlock(2, List.of(Span.of("a\nb"))).text()).containsExactly(Span.of("a b"));
    }

    @Test
    void quotationMayBeSignedOnItsLastLine() {
        QuoteBlock quote = new QuoteBlock(List.of(Span.of("To be.\n— Hamlet, "), Span.of("Act III", Mark.EM)), null);
        assertThat(quote)
                .isEqualTo(new QuoteBlock(
                        List.of(Span.of("To be.")),
                        "Hamlet, Act III",
                        null,
                        List.of(Span.of("Hamlet, "), Span.of("Act III", Mark.EM)),
                        null));
        assertThat(new QuoteBlock(List.of(Span.of("— alone")), null).attribution())
                .isNull();
        assertThat(new QuoteBlock(TEXT, "— -- Ada").attribution()).isEqualTo("Ada");
    }

    @Test
    void twoMembersOfOneLineMustAgree() {
        refused(
                () -> new QuoteBlock(TEXT, "Ada", null, List.of(Span.of("Ben", Mark.EM)), null),
                "quote.attribution and quote.attributionText must say the same");
        refused(
                () -> new QuoteBlock(TEXT, null, List.of(TEXT, TEXT), null, null),
                "quote.text and quote.paragraphs must say the same");
    }

    @Test
    void headingIdsAreMadeFromTheirWords() {
        assertThat(new HeadingBlock(2, List.of(Span.of("Was kostet’s? Überführung & Co."))).id())
                .isEqualTo("was-kostet-s-überführung-co");
        assertThat(new HeadingBlock(2, List.of(Span.of("港の 再開"))).id()).isEqualTo("港の-再開");
        assertThat(new HeadingBlock(2, List.of(Span.of("!?"))).id()).isEqualTo("part");
        Body body = new Body(List.of(heading(null), heading(null), heading("cost-2"), heading(null)));
        assertThat(body.blocks().stream().map(block -> ((HeadingBlock) block).id()))
                .containsExactly("cost", "cost-2", "cost-2-2", "cost-3");
        assertThat(new Body(body.blocks())).isEqualTo(body);
        refused(() -> heading("a b"), "heading.id must be 1 to 220 letters");
    }

    private static HeadingBlock heading(@Nullable String id) {
        return new HeadingBlock(2, List.of(Span.of("Cost")), id);
    }

    @Test
    void markNeedsItsFootnote() {
        List<Span> marked = List.of(Span.of("x"), Style.noteMark("1").span(""));
        refused(() -> new Body(List.of(new ParagraphBlock(marked))), "span.note must be the id of a footnote");
        NotesBlock notes = new NotesBlock(List.of(new NotesBlock.Footnote("1", TEXT)));
        assertThat(new Body(List.of(new ParagraphBlock(marked), notes)).text()).isEqualTo("x[1]\n\n[1] text");
        refused(() -> new Body(List.of(notes, notes)), "notes.id must be there once");
    }

    @Test
    void boxesNestAtMostThreeDeep() {
        Block box = new ParagraphBlock(TEXT);
        for (int depth = 0; depth < 3; depth++) {
            box = new BoxBlock("facts", null, null, List.of(box));
        }
        Block deepest = box;
        refused(() -> new BoxBlock("facts", null, null, List.of(deepest)), "box.blocks must hold boxes at most 3 deep");
    }

    @Test
    void tablesAreBounded() {
        List<TableCell> row = Collections.nCopies(200, TableCell.of(TEXT));
        refused(() -> table(Collections.nCopies(101, row)), "table.rows must have at most 20000 cells");
        refused(() -> table(List.of(Collections.nCopies(201, TableCell.of(TEXT)))), "table.rows must have at most");
        refused(() -> table(List.of(List.of(TableCell.of(List.of())))), "table.rows must hold at least one visible");
        refused(() -> new TableCell(TEXT, 201, null), "table.rows.colspan must be 1 to 200");
        TableCell tall = new TableCell(TEXT, null, 9);
        assertThat(table(List.of(List.of(tall), List.of())).rows().get(0).get(0).rowspan())
                .isEqualTo(2);
    }

    private static TableBlock table(List<List<TableCell>> rows) {
        return new TableBlock(rows, null, null, null, null);
    }

    @Test
    void codeRetainsIndentationAndLosesEmptyLinesAround() {
        assertThat(new CodeBlock(null, "\r\n \n\tif\r\n\n  x  \n \n").text()).isEqualTo("\tif\n\n  x");
    }

    @Test
    void wordsAreCountedInProseOnly() {
        Body body = new Body(List.of(
                new HeadingBlock(2, List.of(Span.of("Two words"))),
                new ParagraphBlock(List.of(Span.of("It's a well-known 24,000—not "), Span.of("more", Mark.EM))),
                new ListBlock(false, List.of(List.of(Span.of("日本語")), List.of(Span.of("& …")))),
                new CodeBlock(null, "not counted"),
                new DividerBlock()));
        assertThat(body.words()).isEqualTo(2 + 6 + 3);
        assertThat(Body.EMPTY.words()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org/",
                "#",
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
    void blocksRejectOtherAddresses(String href) {
        refused(() -> Span.link("a", href), "span.href must be an absolute http, https, mailto or tel address, a path");
    }

    @Test
    void picturesMayComeFromTheRootButNotFromAnotherHost() {
        assertThat(new ImageBlock("/a.jpg", "", null, null, null, null).url()).isEqualTo("/a.jpg");
        for (String url :
                List.of("//a.example/b.jpg", "a.jpg", "data:image/png,x", "/\\a.example", "mailto:a@b.example")) {
            refused(() -> new ImageBlock(url, "", null, null, null, null), "image.url must be an absolute http");
        }
    }

    @Test
    void everyRejectionNamesItsComponent() {
        refused(
                () -> new ParagraphBlock(List.of(Span.of(" \u200B "))),
                "paragraph.text must hold at least one visible");
        refused(() -> new HeadingBlock(1, TEXT), "heading.level must be 2, 3 or 4");
        refused(() -> new HeadingBlock(5, TEXT), "heading.level must be 2, 3 or 4");
        refused(() -> new QuoteBlock(List.of(), "Ada"), "quote.text must hold");
        refused(() -> new QuoteBlock(TEXT, "a".repeat(2_001)), "quote.attribution must be one line of at most 2000");
        refused(() -> new ListBlock(false, List.of()), "list.items must be a list of 1 to 1000 items");
        refused(() -> new ListBlock(false, Collections.nCopies(1_001, TEXT)), "list.items must be");
        refused(() -> new ListBlock(false, List.of(TEXT, List.of())), "list.items[1] must hold");
        refused(() -> new ImageBlock("/a", "", null, null, 0, null), "image.width must be 1 to 65535 pixels");
        refused(() -> new ImageBlock("/a", "", null, null, null, 65_536), "image.height must be");
        refused(() -> new EmbedBlock("You Tube", "https://a.example", "x"), "embed.provider must be");
        refused(() -> new EmbedBlock("x", "/a", "x"), "embed.url must be");
        refused(() -> new CodeBlock("two words", "x"), "code.language must be one word");
        refused(() -> new CodeBlock(null, " \n\t"), "code.text must hold");
        refused(
                () -> new Body(Collections.nCopies(Body.MAX_BLOCKS + 1, new DividerBlock())),
                "blocks must hold at most");
        refused(
                () -> new Body(List.of(new CodeBlock(null, "a".repeat(BodyBounds.TEXT + 1)))),
                "blocks must hold at most");
        refused(() -> Body.fromMarkdown("a".repeat(Body.MAX_SOURCE + 1)), "markdown must be a text of at most");
        refused(() -> Body.fromHtml("a".repeat(Body.MAX_SOURCE + 1)), "html must be a text of at most");
    }

    /** A URL may have 2,048 characters, a line 2,000. */
    @Test
    void urlLongerThanALineIsAName() {
        String url = "https://a.example/" + "x".repeat(2_020);
        assertThat(new FileBlock(url, url, null, null, null).name()).isEqualTo(url);
        assertThat(new EmbedBlock("x", url, url).sized(16, 9).fallback()).isEqualTo(url);
    }

    @Test
    void headingsHaveNoIdOfAFootnote() {
        NotesBlock notes = new NotesBlock(List.of(new NotesBlock.Footnote("1", TEXT)));
        Body body = new Body(List.of(
                new HeadingBlock(2, List.of(Span.of("Note 1"))),
                new ParagraphBlock(List.of(Span.of("x"), Style.noteMark("1").span("1"))),
                notes));
        assertThat(((HeadingBlock) body.blocks().get(0)).id()).isEqualTo("note-1-2");
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
        assertThat(Body.fromHtml(body.html())).isEqualTo(body);
    }

    private static List<Span> normal(Span... spans) {
        return new ParagraphBlock(List.of(spans)).text();
    }

    private static void refused(ThrowingCallable call, String start) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(start)
                .hasMessageEndingWith(".");
    }
}
