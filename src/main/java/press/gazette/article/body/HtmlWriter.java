package press.gazette.article.body;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * HTML out, safe to insert as it is. Two walls: everything that came from outside is escaped here, and the result
 * passes {@link #ALLOWED}, which would still hold if this class had a bug. Only the five entities of XML are used, so
 * that feeds can carry the result.
 */
final class HtmlWriter {

    /** Every element and attribute that can leave, and the schemes of their addresses. */
    static final Safelist ALLOWED = new Safelist()
            .addTags("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "pre", "code", "hr", "br")
            .addTags("a", "strong", "em", "figure", "figcaption", "small", "img")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height", "loading")
            .addAttributes("code", "class")
            .addAttributes("figure", Figures.EMBED)
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addProtocols("img", "src", "http", "https")
            .preserveRelativeLinks(true);

    /** Never shown; the allow-list resolves root-relative pictures against it to learn their scheme. */
    private static final String ANY_SERVER = "https://gazette.invalid/";

    private HtmlWriter() {}

    static String write(Body body) {
        String html = body.blocks().stream().map(HtmlWriter::block).collect(Collectors.joining("\n"));
        OutputSettings compact = new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);
        return Jsoup.clean(html, ANY_SERVER, ALLOWED, compact);
    }

    private static String block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return "<p>" + inline(paragraph.text()) + "</p>";
        } else if (block instanceof Block.Heading heading) {
            return "<h" + heading.level() + ">" + inline(heading.text()) + "</h" + heading.level() + ">";
        } else if (block instanceof Block.Quote quote) {
            return quote(quote);
        } else if (block instanceof Block.ListBlock list) {
            return list(list);
        } else if (block instanceof Block.Picture picture) {
            return picture(picture);
        } else if (block instanceof Block.Embed embed) {
            return "<figure " + Figures.EMBED + "=\"" + embed.provider() + "\">"
                    + anchor(embed.url(), escaped(embed.fallback())) + "</figure>";
        } else if (block instanceof Block.Code code) {
            return code(code);
        }
        return "<hr>";
    }

    private static String quote(Block.Quote quote) {
        String said = "<blockquote><p>" + inline(quote.text()) + "</p></blockquote>";
        return quote.attribution() == null
                ? said
                : "<figure>" + said + "<figcaption>— " + escaped(quote.attribution()) + "</figcaption></figure>";
    }

    private static String list(Block.ListBlock list) {
        String name = list.ordered() ? "ol" : "ul";
        return list.items().stream()
                .map(item -> "<li>" + inline(item) + "</li>")
                .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }

    private static String picture(Block.Picture picture) {
        String img = "<img src=\"" + escaped(picture.url()) + "\" alt=\"" + escaped(picture.alt()) + "\""
                + side("width", picture.width()) + side("height", picture.height()) + " loading=\"lazy\">";
        String caption = picture.caption() == null ? "" : escaped(picture.caption());
        String credit = picture.credit() == null ? "" : "<small>" + escaped(picture.credit()) + "</small>";
        String gap = caption.isEmpty() || credit.isEmpty() ? "" : " ";
        String said = caption + gap + credit;
        return "<figure>" + img + (said.isEmpty() ? "" : "<figcaption>" + said + "</figcaption>") + "</figure>";
    }

    private static String side(String name, @Nullable Integer pixels) {
        return pixels == null ? "" : " " + name + "=\"" + pixels + "\"";
    }

    private static String code(Block.Code code) {
        String named = code.language() == null ? "" : " class=\"language-" + escaped(code.language()) + "\"";
        return "<pre><code" + named + ">" + escaped(code.text()) + "</code></pre>";
    }

    /** Spans that share a link share one anchor. */
    private static String inline(List<Span> spans) {
        StringBuilder html = new StringBuilder();
        StringBuilder linked = new StringBuilder();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            linked.append(marked(span));
            boolean linkGoesOn =
                    i + 1 < spans.size() && Objects.equals(spans.get(i + 1).href(), span.href());
            if (!linkGoesOn) {
                html.append(span.href() == null ? linked : anchor(span.href(), linked.toString()));
                linked.setLength(0);
            }
        }
        return html.toString();
    }

    private static String marked(Span span) {
        String html = escaped(span.text()).replace("\n", "<br>");
        html = span.has(Mark.CODE) ? "<code>" + html + "</code>" : html;
        html = span.has(Mark.EM) ? "<em>" + html + "</em>" : html;
        return span.has(Mark.STRONG) ? "<strong>" + html + "</strong>" : html;
    }

    private static String anchor(String href, String html) {
        return "<a href=\"" + escaped(href) + "\">" + html + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
