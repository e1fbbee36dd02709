package press.gazette.body.markdown;

import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** An HTML element within a line of Markdown. The parser gives its tags and their content as separate nodes. */
final class InlineElement {

    /** Nodes of one element. The search for its end costs time, and the end may be missing. */
    private static final int MOST_NODES = 1_000;

    private InlineElement() {}

    /** The closing tag of the element; null if it is not near in the same line. */
    static @Nullable Node end(HtmlInline start, String name) {
        Node node = start.getNext();
        for (int step = 0; step < MOST_NODES && node != null; step++) {
            if (node instanceof HtmlInline tag && name.equals(InlineStyles.closedBy(tag.getLiteral()))) {
                return node;
            }
            node = node.getNext();
        }
        return null;
    }

    /** Removes the nodes from the one after the start to the end of the element. */
    static void remove(HtmlInline start, Node end) {
        while (start.getNext() != end) {
            start.getNext().unlink();
        }
        end.unlink();
    }

    /** Removes the content of the element and returns its words; empty if the element does not end in the same line. */
    static String extract(HtmlInline start, String name) {
        Node end = end(start, name);
        if (end == null) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (Node node = start.getNext(); node != end; node = node.getNext()) {
            words.append(MarkdownFigures.words(node));
        }
        remove(start, end);
        return words.toString();
    }
}
