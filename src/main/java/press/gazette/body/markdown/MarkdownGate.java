package press.gazette.body.markdown;

import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

import press.gazette.body.reading.HtmlReader;

/**
 * The comment at which a Markdown document ends, because the rest is for some readers only.
 *
 * @param name the kind of gate
 * @param near the first words behind it; empty: none
 */
record MarkdownGate(String name, String near) {

    /**
     * Finds the first closed gate, wherever it stands, and removes all nodes after it, so that no reader meets them.
     * Null if there is none. A comment among other HTML is not found; the HTML's own reader finds it.
     */
    static @Nullable MarkdownGate of(Node document) {
        Node node = document;
        while (node != null) {
            String name = closed(node);
            if (name != null) {
                MarkdownGate gate = new MarkdownGate(name, textAfter(node));
                removeRest(node);
                return gate;
            }
            node = following(node);
        }
        return null;
    }

    /** The first words after the node at its level; empty if it is the last. */
    static String textAfter(Node node) {
        return node.getNext() == null ? "" : MarkdownFigures.words(node.getNext());
    }

    private static @Nullable String closed(Node node) {
        String html = node instanceof HtmlInline inline
                ? inline.getLiteral()
                : node instanceof HtmlBlock block ? block.getLiteral() : null;
        String gate = html == null ? null : HtmlReader.gate(html);
        return gate == null || !HtmlReader.isClosed(gate) ? null : gate;
    }

    /** The next node in document order; null behind the last. */
    static @Nullable Node following(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && up.getNext() == null) {
            up = up.getParent();
        }
        return up == null ? null : up.getNext();
    }

    private static void removeRest(Node gate) {
        for (Node up = gate; up != null; up = up.getParent()) {
            while (up.getNext() != null) {
                up.getNext().unlink();
            }
        }
    }
}
