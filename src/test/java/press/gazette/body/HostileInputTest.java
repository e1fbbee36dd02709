package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Slow;

/** Markup made to exhaust the stack or the processor is read or rejected in reasonable time. */
@Slow
class HostileInputTest {

    static final List<String> NESTED_HTML = List.of(
            "<div>",
            "<b>",
            "<a href=https://a.example/>",
            "<blockquote>",
            "<ul><li>",
            "<li>",
            "<table><tr><td>",
            "<p>",
            "<figure>",
            "<figure data-embed=x>",
            "<font>",
            "<pre>",
            "<code>",
            "<svg>",
            "<math><mtext>",
            "<template>",
            "<select>",
            "<h1>",
            "<q>",
            "<figure><figcaption>",
            "<b><i>",
            "<b><p>",
            "<a><div>",
            "<!--",
            "<",
            "&",
            "&#",
            "<script>",
            "</p>",
            "</b>",
            "<br>",
            "<unknown-thing>",
            "<xmp>",
            "<listing>",
            "<plaintext>",
            "<noframes>",
            "<noembed>",
            "<noscript>",
            "<noscript><img src=/a.jpg>",
            "<bdo dir=rtl>",
            "<dir><li>",
            "<ol reversed><li value=9>",
            "<optgroup label=x>",
            "<isindex>",
            "<map><area alt=x>",
            "<details><summary>",
            "<aside data-box=facts>",
            "<ruby>a<rt>",
            "<table><caption>",
            "<figure class=wp-block-gallery>",
            "<video src=/v.mp4>",
            "<img src=/a.jpg alt=",
            "<p x='");

    static final List<String> REPEATED_MARKDOWN = List.of(
            "> ",
            ">",
            "- ",
            "1. ",
            "[",
            "![",
            "*",
            "**a ",
            "*a_ ",
            "_a",
            "a**b",
            "`",
            "`a``",
            "<",
            "<a",
            "<!--",
            "&",
            "\\",
            "[a](",
            "[a](<b",
            "![](",
            "[]",
            "[a]: b\n",
            "[a][b]",
            "]",
            "~",
            "# ",
            "```\n",
            "- a\n",
            "a\n> ",
            "<b>",
            "<a href='",
            "<?",
            "<![CDATA[",
            "* * ",
            "|",
            "(",
            "***",
            "[a](b 'c",
            "\t",
            "\u0080",
            "\u0000");

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<blockquote>", "<figure data-embed=x>"})
    void fiftyThousandLevelsOfHtmlAreRead(String open) {
        Effort.answers(() -> Body.fromHtml(open.repeat(50_000) + "end").html());
    }

    @ParameterizedTest
    @FieldSource("NESTED_HTML")
    void deepHtmlWithTextAtEveryLevelIsRead(String open) {
        Effort.answers(() -> Body.fromHtml(("x" + open).repeat(3_000) + "end").markdown());
    }

    @ParameterizedTest
    @FieldSource("REPEATED_MARKDOWN")
    void repetitiveMarkdownIsRead(String piece) {
        Effort.answers(() -> Body.fromMarkdown(piece.repeat(5_000) + "end").html());
    }

    @ParameterizedTest
    @FieldSource("REPEATED_MARKDOWN")
    void repetitiveMarkdownOnManyLinesIsRead(String piece) {
        Effort.answers(
                () -> Body.fromMarkdown((piece.repeat(50) + "\n").repeat(50)).markdown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a **a ", "a*b ", "**[a](b)", "[a](", "`a", "_a*", "![a", "<div>\n\n", "a\n"})
    void markdownWithTooManyDelimitersIsRejectedBeforeParsing(String piece) {
        assertThatThrownBy(() -> Body.fromMarkdown(piece.repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have at most 20000 delimiters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<b><p>", "<q>", "<p>a<b>b</b></p>"})
    void htmlWithTooManyTagsIsRejectedBeforeParsing(String piece) {
        assertThatThrownBy(() -> Body.fromHtml(piece.repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have at most 60000 tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<p>", "<table><tr><td>", "<figure><figcaption>"})
    void hundredThousandNestedTagsAreAnsweredAtOnce(String open) {
        Effort.answers(() -> Body.fromHtml(open.repeat(100_000)));
    }

    @Test
    void veryLongArticleIsRead() {
        String paragraph =
                "The *lock* is **closed** [until May](https://a.example/may), says [the port](https://a.example).\n\n";
        assertThat(Body.fromMarkdown(paragraph.repeat(2_000)).blocks()).hasSize(2_000);
        String html = "<p>The <em>lock</em> is <a href='https://a.example/'>closed</a>.</p>\n";
        assertThat(Body.fromHtml(html.repeat(Body.MAX_BLOCKS)).blocks()).hasSize(Body.MAX_BLOCKS);
    }

    /**
     * Sorting a row of combining marks takes the square of its length. Character references hide them from the checks
     * of the JSON reader.
     */
    @Test
    void longRowsOfCombiningMarksAreCut() {
        String marks = "&#x301;&#x316;".repeat(50_000);
        assertThat(Body.fromHtml("a" + marks + "b").text().strip())
                .hasSizeLessThan(110)
                .endsWith("b");
        assertThat(Body.fromMarkdown("a" + marks + "b").text().strip())
                .hasSizeLessThan(110)
                .endsWith("b");
    }
}
