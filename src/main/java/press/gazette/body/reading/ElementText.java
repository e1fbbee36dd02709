package press.gazette.body.reading;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.CodeBlock;

/** Reads properties of an element apart from its look: plain text, language, signature. */
final class ElementText {

    /**
     * Elements whose content is not prose: programs, styles, other documents, other vocabularies, form controls and
     * fallbacks. If a reader would have seen them, they are reported as losses.
     */
    static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "template",
            "object",
            "embed",
            "applet",
            "frame",
            "frameset",
            "svg",
            "math",
            "canvas",
            "map",
            "select",
            "datalist",
            "button",
            "input",
            "textarea",
            "progress",
            "meter",
            "xmp",
            "plaintext",
            "dialog",
            "xml");

    /** Elements that are left out without a loss: readers do not see them, or see them only in browsers that lack a feature. */
    static final Set<String> UNSEEN = Set.of(
            "noscript",
            "noembed",
            "noframes",
            "param",
            "source",
            "track",
            "area",
            "option",
            "optgroup",
            "link",
            "meta",
            "base",
            "title",
            "head",
            "colgroup",
            "col",
            "rp",
            "wbr");

    /** Prefixes of vector graphics, Word's settings, formulas and settings of all Office programs. */
    private static final Set<String> FOREIGN = Set.of("v", "w", "m", "o");

    private static final int NEAR = 3;

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|\\s)lang(?:uage)?-(\\S+)");

    private ElementText() {}

    static boolean isProse(Element element) {
        String name = element.normalName();
        return !LEFT_OUT.contains(name) && !UNSEEN.contains(name) && !isForeign(name);
    }

    /**
     * True for drawings, settings and formulas in word processors' own vocabularies. Their other elements hold words of
     * the text, such as {@code o:p} and {@code st1:city}.
     */
    static boolean isForeign(String name) {
        int colon = name.indexOf(':');
        return colon > 0 && FOREIGN.contains(name.substring(0, colon)) && !name.equals("o:p");
    }

    /**
     * The element of a caption that names the makers, recognised by its class, or else small print or a citation at the
     * end. Null if there is no such element.
     */
    static @Nullable Element credit(Element caption) {
        Element named = caption.selectFirst("[class~=(?i)credit]");
        if (named != null) {
            return named;
        }
        Element last = lastChild(caption);
        for (int level = 0; level < NEAR && last != null; level++) {
            if (last.nameIs("small") || last.nameIs("cite")) {
                return last;
            }
            last = lastChild(last);
        }
        return null;
    }

    /** The text of an element on one line. */
    static String of(Element element) {
        return without(element, null);
    }

    /** The text of an element on one line, without one of its descendants. */
    static String without(Element element, @Nullable Element excluded) {
        StringBuilder text = new StringBuilder();
        element.filter((node, depth) -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
                return FilterResult.CONTINUE;
            }
            boolean skipped = !(node instanceof Element inner) || !isProse(inner) || inner.equals(excluded);
            text.append(node instanceof Element inner && (inner.isBlock() || inner.nameIs("br")) ? " " : "");
            return skipped ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
        });
        return text.toString();
    }

    /**
     * The element that signs a quotation: a footer or cite at its end, by itself or as the only content of the last
     * paragraph. A cite at any other place is the title of a work. Null if there is no signature.
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

    /**
     * The language from {@code class="language-…"} on a pre or on the code in it; null if the class names no usable
     * language.
     */
    static @Nullable String language(Element pre) {
        Element code = pre.selectFirst("code");
        Matcher named = LANGUAGE.matcher(pre.className() + " " + (code == null ? "" : code.className()));
        return named.find() && CodeBlock.isLanguage(named.group(1)) ? named.group(1) : null;
    }

    /** The id of a heading for links: its own, or that of an anchor in it, as on older pages. Null if it has no id. */
    static @Nullable String id(Element heading) {
        String own = heading.id();
        Element anchor = heading.firstElementChild();
        if (own.isEmpty() && anchor != null) {
            own = anchor.nameIs("a") && anchor.id().isEmpty() ? anchor.attr("name") : anchor.id();
        }
        return own.isEmpty() ? null : Normalizer.normalize(own, Normalizer.Form.NFC);
    }

    private static boolean signs(Element element) {
        return element.nameIs("footer") || element.nameIs("cite");
    }

    /** The last child if it is an element and no text follows it; null otherwise. */
    private static @Nullable Element lastChild(Element parent) {
        Node node = parent.lastChild();
        while (node instanceof TextNode text && text.isBlank()) {
            node = node.previousSibling();
        }
        return node instanceof Element element ? element : null;
    }
}
