package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import press.gazette.body.assembly.Loss;
import press.gazette.body.block.Block;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.EmbedBlock;
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

/** Tests the Markdown that people write, and the Markdown that bodies become. */
class MarkdownTest {

    @Test
    void wholeArticleIsRead() {
        Body body = Body.fromMarkdown("""
                # The harbour reopens

                After *six* years the **old harbour** is [open](https://example.org/map) again.\\
                Boats are back.

                ##### Times

                1. Monday
                   - morning
                   - evening
                2. Tuesday

                > We waited long.
                >
                > — Ada Lind

                ![A crane](/media/crane.jpg "The last crane
                Ben Okri")

                [The film](https://video.example/1 "embed:vimeo")

                ~~~ java extra
                int boats = 3;
                ~~~

                ---
                """);
        assertThat(body.blocks())
                .containsExactly(
                        new HeadingBlock(2, plain("The harbour reopens")),
                        new ParagraphBlock(List.of(
                                Span.of("After "),
                                Span.of("six", Mark.EM),
                                Span.of(" years the "),
                                Span.of("old harbour", Mark.STRONG),
                                Span.of(" is "),
                                Span.link("open", "https://example.org/map"),
                                Span.of(" again.\nBoats are back."))),
                        new HeadingBlock(4, plain("Times")),
                        new ListBlock(
                                true,
                                List.of(plain("Monday"), plain("morning"), plain("evening"), plain("Tuesday")),
                                null,
                                List.of(level(0), level(1), level(1), level(0))),
                        new QuoteBlock(plain("We waited long."), "Ada Lind"),
                        new ImageBlock("/media/crane.jpg", "A crane", "The last crane", "Ben Okri", null, null),
                        new EmbedBlock("vimeo", "https://video.example/1", "The film"),
                        new CodeBlock("java", "int boats = 3;"),
                        new DividerBlock());
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    @Test
    void ordinaryTextIsWrittenWithoutNoise() {
        Body body = new Body(List.of(
                new HeadingBlock(3, plain("What we know (so far): 3 things")),
                new ParagraphBlock(List.of(
                        Span.of("“It’s "),
                        Span.of("over", Mark.EM),
                        Span.of(",” said AT&T #1 — at 5.30 p.m. & "),
                        Span.of("un", Mark.STRONG),
                        Span.of("believable!"))),
                new ListBlock(false, List.of(plain("one\ntwo"), plain("three"))),
                new QuoteBlock(plain("a\nb"), "Ada")));
        assertThat(body.markdown()).isEqualTo("""
                        ### What we know (so far): 3 things

                        “It’s _over_,” said AT&T #1 — at 5.30 p.m. & **un**believable!

                        - one\\
                          two
                        - three

                        > a\\
                        > b
                        >
                        > — Ada""");
    }

    @Test
    void listsInARowStayApart() {
        Body body = new Body(List.of(list(false), list(false), list(false), list(true), list(true)));
        assertThat(body.markdown()).isEqualTo("- x\n\n* x\n\n- x\n\n1. x\n\n1) x");
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    @Test
    void emphasisWithinAWordIsWritten() {
        Body body = new Body(List.of(new ParagraphBlock(
                List.of(Span.of("a"), Span.of("(b)", Mark.EM, Mark.STRONG), Span.of("c", Mark.EM), Span.of("d")))));
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    @Test
    void htmlIsReadAsHtml() {
        assertThat(Body.fromMarkdown(
                                "a <b>b</b><br>c <i onclick=x>d</i> H<sub>2</sub>O <mark>*e*</mark> <font>f</font>")
                        .blocks())
                .containsExactly(new ParagraphBlock(List.of(
                        Span.of("a "),
                        Span.of("b", Mark.STRONG),
                        Span.of("\nc "),
                        Span.of("d", Mark.EM),
                        Span.of(" H"),
                        Span.of("2", Mark.SUB),
                        Span.of("O "),
                        Span.of("e", Mark.EM, Mark.MARK),
                        Span.of(" f"))));
        assertThat(Body.fromMarkdown("<div class=x>one <b>two</b><script>three</script></div>\n\n<!-- x -->")
                        .blocks())
                .containsExactly(new ParagraphBlock(List.of(Span.of("one "), Span.of("two", Mark.STRONG))));
    }

    @Test
    void unclosedElementEndsWithItsParagraph() {
        assertThat(Body.fromMarkdown("a <sup>b *c\n\nd</sup> e").blocks())
                .containsExactly(
                        new ParagraphBlock(List.of(Span.of("a "), Span.of("b *c", Mark.SUP))),
                        new ParagraphBlock(plain("d e")));
    }

    @Test
    void githubsMarkdownIsRead() {
        assertThat(Body.fromMarkdown("""
                        It was ~~lost~~ won.[^1]

                        | Party | Seats |
                        |-------|------:|
                        | Reds  | *12*  |
                        | Blues |       |

                        [^1]: The count of *Monday*.
                            Not official.
                        """).blocks())
                .containsExactly(
                        new ParagraphBlock(List.of(
                                Span.of("It was "),
                                Span.of("lost", Mark.STRIKE),
                                Span.of(" won."),
                                Style.noteMark("1").span("1"))),
                        new TableBlock(
                                List.of(
                                        List.of(cell("Party"), cell("Seats")),
                                        List.of(cell("Reds"), TableCell.of(List.of(Span.of("12", Mark.EM)))),
                                        List.of(cell("Blues"), TableCell.of(List.of()))),
                                1,
                                null,
                                null,
                                null),
                        new NotesBlock(List.of(new NotesBlock.Footnote(
                                "1",
                                List.of(
                                        Span.of("The count of "),
                                        Span.of("Monday", Mark.EM),
                                        Span.of(". Not official."))))));
    }

    @Test
    void listsMayStartAtAnyNumber() {
        Body body = new Body(List.of(new ListBlock(
                true, List.of(plain("x"), plain("y"), plain("z")), 7, List.of(level(0), numbered(1, 3), level(0)))));
        assertThat(body.markdown()).isEqualTo("7. x\n\n   3. y\n8. z");
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
        assertThat(body.text()).isEqualTo("7. x\n   3. y\n8. z");
    }

    @Test
    void picturesWithinTextStandBetweenItsParts() {
        assertThat(Body.fromMarkdown("a ![b](/c.jpg) [![d](/e.jpg)](https://example.org/) f")
                        .blocks())
                .containsExactly(
                        new ParagraphBlock(plain("a")),
                        new ImageBlock("/c.jpg", "b", null, null, null, null),
                        new ImageBlock("/e.jpg", "d", null, null, null, null).linked("https://example.org/"),
                        new ParagraphBlock(plain("f")));
    }

    @Test
    void codeSplitsAListWhoseNumbersContinue() {
        assertThat(Body.fromMarkdown("1. a\n\n   ```\n   b\n   ```\n\n   c\n2. d")
                        .blocks())
                .containsExactly(
                        new ListBlock(true, List.of(plain("a"))),
                        new CodeBlock(null, "b"),
                        new ParagraphBlock(plain("c")),
                        new ListBlock(true, List.of(plain("d")), 2, null));
    }

    @Test
    void programsAndControlsWithinALineAreLosses() {
        BodyReading reading = Body.readMarkdown(
                "a <script>x()</script> b <button class=x>*Send* it</button> <svg><text>Chart</text></svg> c <input> d",
                null);
        assertThat(reading.body().html()).isEqualTo("<p>a b c d</p>");
        assertThat(reading.losses())
                .containsExactly(
                        new Loss("script", 1, "x()"),
                        new Loss("button", 1, "Send it"),
                        new Loss("svg", 1, "Chart"),
                        new Loss("input", 1, ""));
    }

    @Test
    void quotationMarksAndBreaksOfHtmlAreRead() {
        assertThat(Body.fromMarkdown("a <q>b *c*</q> d<br clear=all>e</q>").html())
                .isEqualTo("<p>a “b <em>c</em>” d<br>e</p>");
    }

    @Test
    void numbersEndAtTheLargest() {
        assertThat(Body.fromMarkdown("999999999. a\n1. b\n1. c").blocks())
                .containsExactly(new ListBlock(true, List.of(plain("a"), plain("b"), plain("c")), 999_999_999, null));
    }

    @Test
    void htmlWithinListsAndQuotationsKeepsItsBlocks() {
        String box = "<aside><h3>Facts</h3><table><tr><th>a<td>b</table></aside>";
        assertThat(Body.fromMarkdown("- one\n\n  " + box + "\n- two").html()).isEqualTo("""
                        <ul><li>one</li></ul>
                        <aside data-box="aside"><h3 id="facts">Facts</h3>
                        <table><tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table></aside>
                        <ul><li>two</li></ul>""");
        assertThat(Body.fromMarkdown("> one\n>\n> <blockquote><p>two</p><footer>Ada</footer></blockquote>")
                        .blocks())
                .containsExactly(new QuoteBlock(List.of(), "Ada", List.of(plain("one"), plain("two")), null, null));
        assertThat(Body.fromMarkdown("- <blockquote>one<footer>Ada</footer></blockquote>")
                        .blocks())
                .containsExactly(new ListBlock(false, List.of(plain("one\n— Ada"))));
    }

    @Test
    void firstFootnoteOfAnIdCounts() {
        BodyReading reading = Body.readMarkdown("a[^1]\n\n[^1]: first\n\n[^1]: second", null);
        assertThat(reading.body().text()).contains("first").doesNotContain("second");
        assertThat(reading.losses()).containsExactly(new Loss("footnote", 1, "1"));
    }

    @Test
    void invisibleMarkdownIsAnEmptyBody() {
        assertThat(Body.fromMarkdown(" \n\n<!-- x -->\n\n[a]: https://example.org/"))
                .isEqualTo(Body.EMPTY);
        assertThat(Body.EMPTY.markdown()).isEmpty();
    }

    private static Block list(boolean ordered) {
        return new ListBlock(ordered, List.of(plain("x")));
    }

    private static ListBlock.ListLevel level(int depth) {
        return new ListBlock.ListLevel(depth, null, null);
    }

    private static ListBlock.ListLevel numbered(int depth, int start) {
        return new ListBlock.ListLevel(depth, true, start);
    }

    private static TableCell cell(String text) {
        return TableCell.of(plain(text));
    }

    private static List<Span> plain(String text) {
        return List.of(Span.of(text));
    }
}
