package press.gazette.article.body;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/** What an element says, apart from how it looks: its plain text, its language, who signed it. */
final class HtmlText {

    /**
     * Elements whose content is not prose: programs, styles, other documents, other vocabularies, form controls, and
     * what is only shown when something else fails.
     */
    static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "noembed",
            "noframes",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "param",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "source",
            "track",
            "map",
            "area",
            "select",
            "option",
            "optgroup",
            "datalist",
            "button",
            "input",
            "textarea",
            "progress",
            "meter",
            "link",
            "meta",
            "base",
            "title",
            "head",
            "xmp",
            "plaintext",
            "dialog");

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|\\s)lang(?:uage)?-(\\S+)");

    private HtmlText() {}

    static boolean heard(Element element) {
        return !SILENT.contains(element.normalName());
    }

    /** The text of an element on one line. */
    static String of(Element element) {
        return without(element, null);
    }

    /** The text of an element on one line, leaving out one of its descendants. */
    static String without(Element element, @Nullable Element left) {
        StringBuilder text = new StringBuilder();
        element.filter((node, depth) -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
                return FilterResult.CONTINUE;
            }
            boolean silent = !(node instanceof Element inner) || !heard(inner) || inner.equals(left);
            text.append(node instanceof Element inner && (inner.isBlock() || inner.nameIs("br")) ? " " : "");
            return silent ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
        });
        return text.toString();
    }

    /**
     * Who a quotation is by: a footer or cite at its end, alone or as all there is in its last paragraph. A cite
     * anywhere else is the title of a work that is being talked about.
     */
    static @Nullable Element signature(Element quote) {
        Element last = lastChild(quote);
        if (last == null || without(quote, last).isBlank()) {
            return null;
        }
        Element inner = lastChild(last);
        boolean alone = inner != null && signs(inner) && without(last, inner).isBlank();
        return alone || signs(last) ? last : null;
    }

    /** What {@code class="language-…"} says on a pre or on the code in it; null when it says nothing usable. */
    static @Nullable String language(Element pre) {
        Element code = pre.selectFirst("code");
        Matcher named = LANGUAGE.matcher(pre.className() + " " + (code == null ? "" : code.className()));
        return named.find() && Block.Code.language(named.group(1)) ? named.group(1) : null;
    }

    private static boolean signs(Element element) {
        return element.nameIs("footer") || element.nameIs("cite");
    }

    /** The last child when it is an element and no text follows it. */
    private static @Nullable Element lastChild(Element parent) {
        Node node = parent.lastChild();
        while (node instanceof TextNode text && text.isBlank()) {
            node = node.previousSibling();
        }
        return node instanceof Element element ? element : null;
    }
}
