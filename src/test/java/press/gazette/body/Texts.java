package press.gazette.body;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.inline.Style;

/** Generated texts and spans, rich in characters that Markdown or HTML give a meaning to. */
final class Texts {

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
        "https://youtu.be/abcdefghijk",
        "[^1]",
        "[^1]: ",
        "<sup>",
        "</span>",
        "| - |",
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

    static final String[] LINKS = {
        "https://example.org/",
        "http://example.org/a_b_c?d=e&amp;f=(g)*h*#i",
        "https://example.org/(((",
        "https://example.org/)[x]",
        "mailto:desk@example.org",
        "tel:+4930123456",
        "https://пример.example/путь",
        "HTTPS://EXAMPLE.ORG/'!~{|}^&copy;",
        "/2024/05/a_(b)|c",
        "#kosten",
        "https://youtu.be/abcdefghijk"
    };

    /** Articles that links lead to by their ids. */
    static final UUID[] ARTICLES = {
        UUID.fromString("01936f3e-0000-7000-8000-00000000000a"), UUID.fromString("01936f3e-0000-7000-8000-00000000000b")
    };

    private Texts() {}

    /** Mostly short texts, since bugs occur between two delimiters, or between a delimiter and one character. */
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
        Arbitrary<Span> simple = Combinators.combine(texts(), marks, hrefs).as(Span::new);
        Arbitrary<Span> internal = Combinators.combine(texts(), Arbitraries.of(ARTICLES))
                .as((text, article) -> Style.PLAIN.linkedTo(article, null, null).span(text));
        return Arbitraries.frequencyOf(Tuple.of(6, simple), Tuple.of(1, internal), Tuple.of(2, rich()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(spans -> Spans.normal(spans).isEmpty() ? List.of(Span.of("x")) : spans);
    }

    /** Spans with every component except footnotes, which belong to a body. */
    private static Arbitrary<Span> rich() {
        Arbitrary<Set<Mark>> marks = Arbitraries.of(Mark.class).set().ofMaxSize(4);
        Arbitrary<UnaryOperator<Style>> links = Combinators.combine(
                        Arbitraries.of(LINKS),
                        Arbitraries.of(ARTICLES).injectNull(0.7),
                        Arbitraries.of("nofollow", "sponsored ugc").injectNull(0.6),
                        texts().injectNull(0.6))
                .as((href, article, rel, title) -> style ->
                        article == null ? style.linked(href, rel, title) : style.linkedTo(article, rel, title));
        Arbitrary<Style> languages = Combinators.combine(
                        Arbitraries.of("la", "zh-Hant").injectNull(0.3),
                        Arbitraries.of("rtl", "ltr", "auto").injectNull(0.3))
                .as(Style.PLAIN::inLanguage);
        Arbitrary<Style> meanings = Arbitraries.oneOf(
                texts().map(Style.PLAIN::expanded),
                Arbitraries.of("2026-11-29", "2026-11-29T10:00:00+01:00", "P3D", "14:30")
                        .map(Style.PLAIN::dated),
                texts().map(Style.PLAIN::pronounced));
        Arbitrary<Style> styles = Arbitraries.oneOf(
                links.map(link -> link.apply(Style.PLAIN)),
                languages,
                meanings,
                Combinators.combine(links, languages, meanings)
                        .as((link, language, meaning) ->
                                link.apply(meaning).inLanguage(language.lang(), language.dir())));
        return Combinators.combine(texts(), marks, styles)
                .as((text, marked, style) -> marked.stream()
                        .reduce(style, Style::with, (one, other) -> other)
                        .span(text));
    }
}
