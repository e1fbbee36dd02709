package press.gazette.body.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.CodeBlock;

/**
 * Knows the elements without prose, and reads the properties of an element apart from its look: its words on one line, its id,
 * the credit of a caption, the signature of a quotation, the language of code.
 */
final class ElementText {

    /**
     * Elements whose content is not prose: programs, styles, other documents, other vocabularies, form controls, sounds of a page.
     * They are reported as losses.
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
            "keygen",
            "area",
            "bgsound",
            "portal",
            "fencedframe",
            "dialog",
            "xml");

    /** Elements for browsers that lack a feature. Their words are reported as losses. */
    static final Set<String> FALLBACKS = Set.of("noscript", "noembed", "noframes");

    /** Elements that are left out without a loss: they have no words, or words about the page. */
    private static final Set<String> UNSEEN =
            Set.of("param", "source", "track", "link", "meta", "base", "title", "colgroup", "col", "rp", "wbr");

    /** Attributes that may say what an element without words is about, the best first. */
    private static final List<String> LABELS = List.of(
            "title", "alt", "label", "aria-label", "placeholder", "prompt", "value", "src", "data", "code", "href");

    /** Elements within an element that may say what it is about. */
    private static final int MOST_LABELLED = 20;

    /** Prefixes of vector graphics, Word's settings, formulas and settings of all Office programs. */
    private static final Set<String> FOREIGN = Set.of("v", "w", "m", "o");

    private static final int NEAR = 3;

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|\\s)lang(?:uage)?-(\\S+)");

    private static final Pattern SEMICOLON = Pattern.compile(";");

    /** The styles of lists that count in other characters than digits. */
    private static final Pattern LETTERS = Pattern.compile(
            "(?:lower|upper)-(?:alpha|latin|roman|greek)|hiragana|katakana|hebrew|armenian|georgian|cjk");

    private ElementText() {}

    static boolean isProse(Element element) {
        String name = element.normalName();
        return !LEFT_OUT.contains(name) && !FALLBACKS.contains(name) && !UNSEEN.contains(name) && !isForeign(name);
    }

    /** True for an element whose words stay without its meaning: a forced direction, a question, the name of a group. */
    static boolean isUnwrapped(Element element) {
        return switch (element.normalName()) {
            case "isindex" -> true;
            case "bdo" -> element.hasAttr("dir");
            case "optgroup" -> element.hasAttr("label");
            default -> false;
        };
    }

    /** The words in a fallback, whose content some parsers leave unparsed. */
    static String fallback(Element element) {
        String raw = element.data();
        return raw.isBlank() ? element.text() : Jsoup.parse(raw).text();
    }

    /** The first label or address of an element or of the elements in it; empty: none. */
    static String label(Element element) {
        return element.stream()
                .limit(MOST_LABELLED)
                .flatMap(one -> LABELS.stream().map(one::attr))
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse("");
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

    /** True for an ordered list that counts in letters or Roman numerals. Word processors set the style on the items. */
    static boolean isLettered(Element list) {
        boolean digits = !list.hasAttr("type") || list.attr("type").equals("1");
        Element first = list.firstElementChild();
        return !digits || hasLetters(list) || (first != null && hasLetters(first));
    }

    private static boolean hasLetters(Element element) {
        String css = element.attr("style").toLowerCase(Locale.ROOT);
        return css.contains("list-style")
                && SEMICOLON
                        .splitAsStream(css)
                        .map(String::strip)
                        .anyMatch(one -> one.startsWith("list-style")
                                && LETTERS.matcher(one).find());
    }

    /** The words of an item itself, or of the first item of a list. */
    static String item(Element element) {
        Element item = element.nameIs("li") ? element : element.firstElementChild();
        return item == null ? "" : item.ownText();
    }
}
