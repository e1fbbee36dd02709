package press.gazette.body.markdown;

import java.util.Optional;

import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** A ruby element within a line of Markdown. The parser gives its tags and the words between them as separate nodes. */
final class InlineRuby {

    private InlineRuby() {}

    /**
     * Removes the nodes up to the end of the element from the document and returns the element; empty if the element
     * does not end in the same line.
     */
    static Optional<Element> extract(HtmlInline start) {
        Node end = InlineElement.end(start, "ruby");
        if (end == null) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder(start.getLiteral());
        for (Node node = start.getNext(); node != end; node = node.getNext()) {
            html.append(source(node));
        }
        InlineElement.remove(start, end);
        return Optional.ofNullable(
                Jsoup.parseBodyFragment(html.append("</ruby>").toString())
                        .body()
                        .firstElementChild());
    }

    private static String source(Node node) {
        if (node instanceof HtmlInline tag) {
            return tag.getLiteral();
        } else if (node instanceof Text text) {
            return Entities.escape(text.getLiteral());
        }
        return node instanceof Code code ? Entities.escape(code.getLiteral()) : "";
    }
}
