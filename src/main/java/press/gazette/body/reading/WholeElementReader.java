package press.gazette.body.reading;

import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import press.gazette.body.assembly.BlockBuilder;
import press.gazette.body.block.Block;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.NotesBlock.Footnote;
import press.gazette.body.html.EmbedProviders;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;
import press.gazette.body.reading.DocumentIndex.FigureContent;
import press.gazette.problem.PrintableText;

/** Reads elements that become one piece as a whole, including their content. */
final class WholeElementReader {

    private final BlockBuilder builder;
    private final DocumentContext context;
    private final OpenFigures figures;
    private final FigureReader reader;

    WholeElementReader(BlockBuilder builder, DocumentContext context, OpenFigures figures) {
        this.builder = builder;
        this.context = context;
        this.figures = figures;
        this.reader = new FigureReader(context);
    }

    /**
     * Reads the element; false if its content is to be read piece by piece.
     *
     * @param style the style within the element
     */
    boolean read(Element element, Style style) {
        if (readInline(element, style) || readFootnote(element)) {
            return true;
        }
        switch (element.normalName()) {
            case "hr" -> builder.add(new DividerBlock());
            case "pre", "listing", "xmp", "plaintext" -> preformatted(element);
            case "iframe" -> reader.frame(element).ifPresent(builder::add);
            case "video", "audio" -> reader.player(element, null).ifPresent(builder::add);
            case "figcaption" -> {
                return figures.caption(element);
            }
            case "header", "summary" -> {
                return BoxElements.isTitle(element);
            }
            default -> {
                return readBlock(element);
            }
        }
        return true;
    }

    /** Reads an element that runs with the text around it; false for every other element. */
    private boolean readInline(Element element, Style style) {
        switch (element.normalName()) {
            case "br" -> builder.lineBreak(style);
            case "ruby" -> RubyReader.read(element, style).forEach(span -> builder.text(span.text(), Style.of(span)));
            case "img" -> picture(element, style);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void picture(Element img, Style style) {
        if (ImageElements.isEmoji(img)) {
            builder.text(img.attr("alt"), style);
        } else if (!ImageElements.isPixel(img)) {
            figures.picture(reader.image(img));
        }
    }

    private boolean readFootnote(Element element) {
        if (element.nameIs("a")) {
            String note = context.footnotes().readMark(element);
            if (note != null) {
                builder.text(note, Style.noteMark(note));
            }
            return note != null || context.footnotes().isBackLink(element);
        }
        if (!context.isDocument() || context.footnotes().idOf(element) == null) {
            return false;
        }
        note(element);
        return true;
    }

    /** Adds the element as a footnote. */
    void note(Element element) {
        String id = context.footnotes().idOf(element);
        if (id == null) {
            return;
        }
        context.footnotes().noteRead(id);
        List<Span> text = context.text(element);
        builder.note(new Footnote(id, text.isEmpty() ? List.of(Span.of("…")) : text));
    }

    private boolean readBlock(Element element) {
        FigureContent content = context.index().content(element);
        Optional<? extends Block> block = content == null ? Optional.empty() : figureOrTable(content);
        if (block.isEmpty() && content == null) {
            block = addressOrPost(element);
        }
        block.ifPresent(builder::add);
        return block.isPresent();
    }

    private Optional<? extends Block> figureOrTable(FigureContent content) {
        return content.element.nameIs("table") ? TableReader.read(content, context) : reader.figure(content);
    }

    private Optional<? extends Block> addressOrPost(Element element) {
        return switch (element.normalName()) {
            case "p", "div" ->
                element.hasAttr("class") && isFile(element)
                        ? file(element)
                        : builder.atTop() ? address(element) : Optional.empty();
            case "blockquote" -> SocialPostReader.of(element, context.links());
            default -> Optional.empty();
        };
    }

    /** The embed for a paragraph with nothing but an address of a known service; empty for every other paragraph. */
    private static Optional<? extends Block> address(Element paragraph) {
        if (paragraph.childNodeSize() == 0 || paragraph.childNodeSize() > MOST_CHILDREN) {
            return Optional.empty();
        }
        String address = "";
        for (Node child : paragraph.childNodes()) {
            boolean blank = child instanceof TextNode text && text.isBlank();
            String words = child instanceof TextNode text ? text.getWholeText().strip() : shownAddress(child);
            if (!blank && (!address.isEmpty() || words.isEmpty())) {
                return Optional.empty();
            }
            address = blank ? address : words;
        }
        return address.startsWith("http") ? EmbedProviders.alone(address) : Optional.empty();
    }

    /** The text of an anchor that shows its own address; empty for every other node. */
    private static String shownAddress(Node node) {
        boolean shown = node instanceof Element anchor
                && anchor.nameIs("a")
                && anchor.childrenSize() == 0
                && LinkResolver.article(anchor) == null
                && anchor.text().strip().equals(anchor.attr("href").strip());
        return shown ? ((Element) node).text().strip() : "";
    }

    private static boolean isFile(Element element) {
        return element.hasClass("wp-block-file") || element.hasClass("kg-file-card");
    }

    private Optional<? extends Block> file(Element card) {
        Element link = card.selectFirst("a[href]");
        String url = link == null ? "" : context.links().media(link, "href");
        Element title = card.selectFirst(".kg-file-card-title");
        return link == null || url.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileBlock(url, ElementText.of(title == null ? link : title), null, null, null));
    }

    /** True if the noscript element holds a picture that does not also stand before it. */
    boolean showsLazyPicture(Element noscript) {
        Element img = noscript.selectFirst("img");
        if (img == null || ImageElements.isOrnament(img)) {
            return false;
        }
        String url = context.links().picture(img);
        Element before = noscript.previousElementSibling();
        Element late = before == null || before.nameIs("img") ? before : before.selectFirst("img");
        return late == null
                || context.links().picture(late).isEmpty()
                || !context.links().picture(late).equals(url);
    }

    private void preformatted(Element pre) {
        builder.end();
        for (Element inner : pre.getAllElements()) {
            switch (inner.normalName()) {
                case "img" -> drawnInCode(inner);
                case "video", "audio", "iframe" -> context.reportLoss(inner, inner.attr("title"));
                case "sup", "sub", "del", "s", "strike", "ins", "u" -> context.reportLoss(inner, inner.text());
                case "a" -> context.reportLink(inner);
                default -> {
                    // Code has characters only.
                }
            }
        }
        String text = Prose.verbatim(pre.nameIs("xmp") ? pre.data() : pre.wholeText());
        if (PrintableText.isVisible(text)) {
            builder.add(new CodeBlock(ElementText.language(pre), text));
        }
    }

    /** A character that is drawn as a picture becomes that character; every other picture is a loss. */
    private void drawnInCode(Element img) {
        if (ImageElements.isEmoji(img)) {
            img.replaceWith(new TextNode(img.attr("alt")));
        } else if (!ImageElements.isPixel(img)) {
            context.reportLoss(img, img.attr("alt"));
        }
    }

    /** Child nodes of such a paragraph: blanks, an anchor, blanks. */
    private static final int MOST_CHILDREN = 3;
}
