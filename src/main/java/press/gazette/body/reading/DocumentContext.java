package press.gazette.body.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.Losses;
import press.gazette.body.block.Block;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.text.LineWriter;

/** The state that the readers of one document share: addresses, footnotes, losses and the index of the document. */
final class DocumentContext {

    /**
     * Depth of readers. Captions, cells and footnotes have readers of their own; deeper content is read as plain text.
     */
    private static final int MOST_READERS = 3;

    private final LinkResolver links;
    private final Losses losses;
    private final DocumentIndex index;
    private final Footnotes footnotes;
    private final StyleReader styles;
    private final Set<Element> reported = new HashSet<>();
    private int readers;

    /** @param footnotes those of the whole document, including the notes behind a gate */
    DocumentContext(Element root, Footnotes footnotes, LinkResolver links, Losses losses) {
        this.links = links;
        this.losses = losses;
        this.index = DocumentIndex.of(root, losses);
        this.footnotes = footnotes;
        this.styles = new StyleReader(!index.office, index.rightToLeft, links, losses);
    }

    LinkResolver links() {
        return links;
    }

    Losses losses() {
        return losses;
    }

    /** Reports the element as a loss, once, however often it is read. An element equals only itself. */
    void reportLoss(Element element, String near) {
        reportLoss(element, element.normalName(), near);
    }

    /**
     * Reports a property of the element as a loss, once.
     *
     * @param near the words of it; empty: its label or its address
     */
    void reportLoss(Element element, String what, String near) {
        if (reported.add(element)) {
            losses.add(what, near.isBlank() ? ElementText.label(element) : near);
        }
    }

    /** Reports an anchor whose words stay without their link. */
    void reportLink(Element anchor) {
        if (anchor.hasAttr("href")) {
            reportLoss(anchor, "link", anchor.text());
        }
    }

    DocumentIndex index() {
        return index;
    }

    Footnotes footnotes() {
        return footnotes;
    }

    StyleReader styles() {
        return styles;
    }

    /** True while the document itself is read; false within a caption, cell or footnote. */
    boolean isDocument() {
        return readers <= 1;
    }

    /** The element's text on one line. */
    List<Span> line(Element element, @Nullable Element excluded) {
        return Spans.oneLine(text(element, excluded));
    }

    List<Span> text(Element element) {
        return text(element, null);
    }

    /**
     * The element's text, with a line break between its blocks. Blocks that are not text leave their words or become
     * losses.
     */
    private List<Span> text(Element element, @Nullable Element excluded) {
        if (readers > MOST_READERS) {
            return Spans.normal(List.of(Span.of(ElementText.without(element, excluded))));
        }
        LineWriter lines = new LineWriter(losses);
        return Spans.joined(blocks(element, excluded).stream()
                .flatMap(block -> block.writeTo(lines).stream())
                .toList());
    }

    List<Block> blocks(Element element, @Nullable Element excluded) {
        readers++;
        try {
            return HtmlReader.read(element, excluded, this);
        } finally {
            readers--;
        }
    }
}
