package press.gazette.article.body;

import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import press.gazette.problem.Legible;

/** Generated bodies, rich in characters that Markdown or HTML give a meaning to. */
final class Bodies {

    private static final String[] HOSTILE = {
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "```",
        "~~~",
        "~~",
        "[",
        "]",
        "](",
        "![",
        "(",
        ")",
        "<",
        ">",
        "</",
        "/>",
        "&",
        ";",
        "&amp;",
        "&#42;",
        "&lt",
        "#",
        "##",
        " #",
        "-",
        "--",
        "---",
        "+",
        "=",
        "===",
        ".",
        "!",
        "|",
        "\\",
        "\\\\",
        "\"",
        "'",
        ":",
        "/",
        "@",
        "$",
        "%",
        "^",
        "{",
        "}",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "12) ",
        "1234567890. ",
        "> ",
        "# ",
        "***\n",
        "___",
        "[a]: /b",
        "[a][b]",
        "<b>",
        "<!--",
        "-->",
        "<script>",
        "]]>",
        "<?x",
        "http://a.b",
        "www.a.b",
        "embed:x",
        "a@b.example",
        "— ",
        "-- ",
        "―",
        "– ",
        "“",
        "”",
        "«",
        "»",
        "…",
        "·"
    };

    private static final String[] BLANKS = {
        " ", "  ", "    ", "\t", "\n", "\n\n", " \n ", "\r\n", "\u00A0", "\u2003", "\u2028"
    };

    private static final String[] WORDS = {
        "a",
        "word",
        "Two words",
        "7",
        "42",
        "é",
        "e\u0301",
        "\u0301",
        "ß",
        "語",
        "日本",
        "слово",
        "عربي",
        "שלום",
        "ไทย",
        "한",
        "👍",
        "👩‍👩‍👧",
        "🏳️‍🌈",
        "\u200B",
        "\u200D",
        "\u00AD",
        "\uFEFF",
        "\uFFFD",
        "\u0000",
        "\u0007",
        "\u007F",
        "\u0085",
        "\uFFFF",
        "\uD83D",
        "\uDE00",
        "Å",
        "\u212B",
        "ﬁ",
        "€",
        "×",
        "\uE000",
        "\u202E",
        "𝒜"
    };

    private static final String[] LINKS = {
        "https://example.org/", "http://example.org/a_b_c?d=e&amp;f=(g)*h*#i", "https://example.org/(((",
                "https://example.org/)[x]",
        "mailto:desk@example.org", "tel:+4930123456", "https://пример.example/путь", "HTTPS://EXAMPLE.ORG/'!~{|}^&copy;"
    };

    private static final String[] PICTURES = {
        "/media/1.jpg", "https://cdn.example.org/a_(b).webp?w=1&h=2", "/'*_[x]&lt;.png"
    };

    private Bodies() {}

    /** Mostly short, since bugs live where two delimiters or a delimiter and one character meet. */
    static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(3);
        Arbitrary<String> dense = Arbitraries.strings()
                .withChars("ab1*_`.!)#-\\\"& \n\u00E9\u00A0\u2014\u20AC")
                .ofMaxLength(3);
        Arbitrary<String> piece =
                Arbitraries.oneOf(Arbitraries.of(HOSTILE), Arbitraries.of(WORDS), Arbitraries.of(BLANKS), dense, any);
        Arbitrary<String> longer = piece.list().ofMaxSize(10).map(pieces -> String.join("", pieces));
        return Arbitraries.oneOf(dense, longer);
    }

    static Arbitrary<List<Span>> spans() {
        Arbitrary<Set<Mark>> marks = Arbitraries.of(Mark.class).set().ofMaxSize(2);
        Arbitrary<String> hrefs = Arbitraries.of(LINKS).injectNull(0.7);
        Arbitrary<Span> span = Combinators.combine(texts(), marks, hrefs).as(Span::new);
        return span.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(spans -> Spans.normal(spans).isEmpty() ? List.of(Span.of("x")) : spans);
    }

    static Arbitrary<Body> bodies() {
        return blocks().list().ofMaxSize(6).map(Body::new);
    }

    private static Arbitrary<Block> blocks() {
        Arbitrary<String> line = texts().injectNull(0.3);
        Arbitrary<Block> quotes = Combinators.combine(spans(), line).as(Block.Quote::new);
        Arbitrary<Block> headings = Combinators.combine(Arbitraries.integers().between(2, 4), spans())
                .as(Block.Heading::new);
        Arbitrary<Block> lists = Combinators.combine(
                        Arbitraries.of(true, false), spans().list().ofMinSize(1).ofMaxSize(4))
                .as(Block.ListBlock::new);
        Arbitrary<Block> paragraphs = spans().map(Block.Paragraph::new);
        return Arbitraries.oneOf(
                paragraphs,
                paragraphs,
                quotes,
                headings,
                lists,
                pictures(),
                embeds(),
                codes(),
                Arbitraries.just(new Block.Divider()));
    }

    private static Arbitrary<Block> pictures() {
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 65_535).injectNull(0.5);
        Arbitrary<String> line = texts().injectNull(0.4);
        return Combinators.combine(Arbitraries.of(PICTURES), texts(), line, line, sides, sides)
                .as(Block.Picture::new);
    }

    private static Arbitrary<Block> embeds() {
        return Combinators.combine(
                        Arbitraries.of("youtube", "x", "9gag-2"),
                        Arbitraries.of(LINKS).filter(Address::isEmbed),
                        texts())
                .as(Block.Embed::new);
    }

    private static Arbitrary<Block> codes() {
        Arbitrary<String> languages = Arbitraries.of("java", "c++", "C#", "objective-c", "x_y_z", "a.b")
                .injectNull(0.4);
        return Combinators.combine(languages, texts())
                .as((language, text) -> new Block.Code(language, Legible.isVisible(Prose.verbatim(text)) ? text : "x"));
    }
}
