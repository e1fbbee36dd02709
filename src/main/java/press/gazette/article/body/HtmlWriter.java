package press.gazette.article.body;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * HTML out, safe to insert as it is: addresses are those that {@link Address} lets into a body, and all else that came from
 * outside is escaped here. A cleaner with a list of what is allowed finds nothing to take away; that it does not is tested
 * with any bodies and not asked at each reading, for it takes longer than the writing. Only entities of XML are used, so that
 * feeds can carry the result.
 */
final class HtmlWriter {

    private HtmlWriter() {}

    static String write(Body body) {
        return body.blocks().stream().map(HtmlWriter::block).collect(Collectors.joining("\n"));
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
            return "<figure " + Figures.EMBED + "=\"" + attribute(embed.provider()) + "\">"
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
        String img = "<img src=\"" + attribute(picture.url()) + "\" alt=\"" + attribute(picture.alt()) + "\""
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
        String named = code.language() == null ? "" : " class=\"language-" + attribute(code.language()) + "\"";
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
        return "<a href=\"" + attribute(href) + "\">" + html + "</a>";
    }

    private static String attribute(String value) {
        return escaped(value).replace("\"", "&quot;");
    }

    /** For use outside of tags only. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\u00a0", "&#xa0;");
    }
}
