package press.gazette.article.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Markdown as people write it, and as it is written for them. */
class MarkdownTest {

    @Test
    void aWholeArticleIsRead() {
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
                        new Block.Heading(2, plain("The harbour reopens")),
                        new Block.Paragraph(List.of(
                                Span.of("After "),
                                Span.of("six", Mark.EM),
                                Span.of(" years the "),
                                Span.of("old harbour", Mark.STRONG),
                                Span.of(" is "),
                                Span.link("open", "https://example.org/map"),
                                Span.of(" again.\nBoats are back."))),
                        new Block.Heading(4, plain("Times")),
                        new Block.ListBlock(
                                true, List.of(plain("Monday"), plain("morning"), plain("evening"), plain("Tuesday"))),
                        new Block.Quote(plain("We waited long."), "Ada Lind"),
                        new Block.Picture("/media/crane.jpg", "A crane", "The last crane", "Ben Okri", null, null),
                        new Block.Embed("vimeo", "https://video.example/1", "The film"),
                        new Block.Code("java", "int boats = 3;"),
                        new Block.Divider());
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    @Test
    void ordinaryTextIsWrittenWithoutNoise() {
        Body body = new Body(List.of(
                new Block.Heading(3, plain("What we know (so far): 3 things")),
                new Block.Paragraph(List.of(
                        Span.of("“It’s "),
                        Span.of("over", Mark.EM),
                        Span.of(",” said AT&T #1 — at 5.30 p.m. & "),
                        Span.of("un", Mark.STRONG),
                        Span.of("believable!"))),
                new Block.ListBlock(false, List.of(plain("one\ntwo"), plain("three"))),
                new Block.Quote(plain("a\nb"), "Ada")));
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
    void emphasisWithinAWordIsCarried() {
        Body body = new Body(List.of(new Block.Paragraph(
                List.of(Span.of("a"), Span.of("(b)", Mark.EM, Mark.STRONG), Span.of("c", Mark.EM), Span.of("d")))));
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    @Test
    void rawHtmlLosesItsTags() {
        assertThat(Body.fromMarkdown("a <b>b</b><br>c <i onclick=x>d</i>").blocks())
                .containsExactly(new Block.Paragraph(plain("a b\nc d")));
        assertThat(Body.fromMarkdown("<div class=x>one <b>two</b><script>three</script></div>\n\n<!-- more -->")
                        .blocks())
                .containsExactly(new Block.Paragraph(plain("one two")));
    }

    @Test
    void picturesWithinTextStandBetweenItsParts() {
        assertThat(Body.fromMarkdown("a ![b](/c.jpg) [![d](/e.jpg)](https://example.org/) f")
                        .blocks())
                .containsExactly(
                        new Block.Paragraph(plain("a")),
                        new Block.Picture("/c.jpg", "b", null, null, null, null),
                        new Block.Picture("/e.jpg", "d", null, null, null, null),
                        new Block.Paragraph(plain("f")));
    }

    @Test
    void codeWithinAListSplitsIt() {
        assertThat(Body.fromMarkdown("- a\n\n  ```\n  b\n  ```\n\n  c\n- d").blocks())
                .containsExactly(
                        new Block.ListBlock(false, List.of(plain("a"))),
                        new Block.Code(null, "b"),
                        new Block.ListBlock(false, List.of(plain("c"), plain("d"))));
    }

    @Test
    void nothingIsAnEmptyBody() {
        assertThat(Body.fromMarkdown(" \n\n<!-- x -->\n\n[a]: https://example.org/"))
                .isEqualTo(Body.EMPTY);
        assertThat(Body.EMPTY.markdown()).isEmpty();
    }

    private static Block list(boolean ordered) {
        return new Block.ListBlock(ordered, List.of(plain("x")));
    }

    private static List<Span> plain(String text) {
        return List.of(Span.of(text));
    }
}
