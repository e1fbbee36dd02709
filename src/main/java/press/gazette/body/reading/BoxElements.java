package press.gazette.body.reading;

import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.BoxBlock;
import press.gazette.body.html.DataAttribute;

/** Recognises elements whose content stands apart from the surrounding text. */
final class BoxElements {

    /** Elements that HTML parsers treat as inline. Their words must not join the words around them. */
    private static final Set<String> APART =
            Set.of("summary", "legend", "details", "dialog", "caption", "option", "label");

    private static final Map<String, String> BY_CLASS = Map.of(
            "kg-callout-card", "callout",
            "kg-toggle-card", "details",
            "wp-block-details", "details",
            "factbox", "facts",
            "fact-box", "facts",
            "infobox", "facts");

    private BoxElements() {}

    /** The kind of box for an element; null if the element is no box. */
    static @Nullable String kind(Element element) {
        String own = element.attr(DataAttribute.BOX);
        if (BoxBlock.isKind(own)) {
            return own;
        }
        String byClass = element.hasAttr("class")
                ? element.classNames().stream()
                        .filter(BY_CLASS::containsKey)
                        .map(BY_CLASS::get)
                        .findFirst()
                        .orElse(null)
                : null;
        return switch (element.normalName()) {
            case "aside", "details" -> byClass == null ? element.normalName() : byClass;
            case "div", "section" -> byClass;
            default -> null;
        };
    }

    /**
     * The title element of a box: the header of our own HTML, or the summary of a details element. Null if the box has
     * no title.
     */
    static @Nullable Element title(Element box) {
        Element first = box.firstElementChild();
        if (first == null) {
            return null;
        }
        boolean own = box.hasAttr(DataAttribute.BOX) && first.nameIs("header");
        boolean summary = box.nameIs("details") && first.nameIs("summary");
        return own || summary ? first : null;
    }

    /** True if the element is the title of its box, which is read with the box. */
    static boolean isTitle(Element element) {
        Element box = element.parent();
        return box != null
                && (element.nameIs("header") || element.nameIs("summary"))
                && element.equals(title(box))
                && kind(box) != null;
    }

    static boolean standsApart(Element element) {
        return APART.contains(element.normalName());
    }
}
