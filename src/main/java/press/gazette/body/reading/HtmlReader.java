package press.gazette.body.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.BlockBuilder;
import press.gazette.body.assembly.BodyBounds;
import press.gazette.body.assembly.Losses;
import press.gazette.body.assembly.LostPlaces;
import press.gazette.body.block.Block;
import press.gazette.body.html.HtmlWriter;
import press.gazette.body.inline.Style;

/**
 * Reads HTML. The parser builds the same tree as a browser. This walk reads the elements that it names, unwraps all
 * others, and drops {@link ElementText#LEFT_OUT} ones with their content. docs/elements.md lists the result for each
 * element. The walk is a loop, not a recursion, so deep nesting costs no stack. {@link WholeElementReader} reads elements that become one block as a whole.
 */
public final class HtmlReader implements NodeFilter {

    /** Tags of a document, opening and closing: several for each block that a body may have. Each costs time. */
    static final int MOST_TAGS = 6 * BodyBounds.BLOCKS;

    private static final int SHORTEST_COMMENT = "<!---->".length();

    private final DocumentContext context;
    private final BlockBuilder builder;
    private final OpenFigures figures;
    private final WholeElementReader whole;
    private final WordListReader wordLists;
    private final Deque<Style> styles = new ArrayDeque<>();
    private final Deque<Element> boxes = new ArrayDeque<>();
    private final Element root;
    private final @Nullable Element excluded;
    private @Nullable Element signature;

    private HtmlReader(Element root, @Nullable Element excluded, DocumentContext context) {
        this.root = root;
        this.context = context;
        this.excluded = excluded;
        this.builder = new BlockBuilder(context.losses());
        this.figures = new OpenFigures(builder, context);
        this.whole = new WholeElementReader(builder, context, figures);
        this.wordLists = new WordListReader(builder);
        styles.push(Style.PLAIN);
    }

    /**
     * The blocks of a fragment or a page, up to a gate that is closed.
     *
     * @param base relative addresses are resolved against this address; null: against the page's base element, if any
     */
    public static List<Block> read(String html, @Nullable String base, Losses losses) {
        requireBounded(html);
        Document document = Jsoup.parse(html);
        Element own = document.selectFirst("base[href]");
        String known = base == null && own != null ? own.attr("href") : base;
        Footnotes footnotes = Footnotes.of(document);
        Comment gate = Gates.closed(document);
        String near = gate == null ? "" : Gates.textAfter(gate);
        if (gate != null) {
            Gates.removeRest(gate);
        }
        DocumentContext context = new DocumentContext(document, footnotes, new LinkResolver(known, losses), losses);
        HtmlReader reader = new HtmlReader(document, null, context);
        document.filter(reader);
        if (gate != null) {
            losses.addRest(Objects.requireNonNull(Gates.of(gate)), near);
        }
        reader.addUnreadNotes();
        List<Block> blocks = reader.builder.blocks();
        new LostPlaces(context.index().places(), losses).report(blocks);
        return blocks;
    }

    /** Adds the notes of marks that were read. Such a note may have a mark of a further note. */
    private void addUnreadNotes() {
        List<Element> notes = context.footnotes().unreadNotes();
        while (!notes.isEmpty()) {
            notes.forEach(whole::note);
            notes = context.footnotes().unreadNotes();
        }
    }

    /** The blocks of one element of a document. */
    static List<Block> read(Element element, @Nullable Element excluded, DocumentContext context) {
        HtmlReader reader = new HtmlReader(element, excluded, context);
        element.filter(reader);
        return reader.builder.blocks();
    }

    /** The name of the gate for a comment with its delimiters; null for other comments and for all other text. */
    public static @Nullable String gate(String html) {
        String comment = html.strip();
        boolean complete = comment.startsWith("<!--") && comment.endsWith("-->") && comment.length() > SHORTEST_COMMENT;
        return complete
                ? Gates.of(new Comment(comment.substring("<!--".length(), comment.length() - "-->".length())))
                : null;
    }

    /** True for a gate that ends the body. */
    public static boolean isClosed(String gate) {
        return Gates.isClosed(gate);
    }

    /** True for an element whose content is not prose, and which is reported as a loss. */
    public static boolean isLeftOut(Element element) {
        return ElementText.LEFT_OUT.contains(element.normalName());
    }

    private static void requireBounded(String html) {
        long tags = html.chars().filter(c -> c == '<').count();
        if (tags > MOST_TAGS) {
            throw new IllegalArgumentException(
                    "html must have at most " + MOST_TAGS + " tags, opening and closing; this has " + tags + ".");
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            builder.text(text.getWholeText(), style());
            return FilterResult.CONTINUE;
        }
        if (node instanceof Comment comment) {
            gate(comment);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (!(node instanceof Element element) || isReadElsewhere(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        boolean showsPicture = element.nameIs("noscript") && whole.showsLazyPicture(element);
        if (!showsPicture) {
            reportLeftOut(element);
        }
        return showsPicture || ElementText.isProse(element) ? enter(element) : FilterResult.SKIP_ENTIRELY;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            leave(element);
            styles.pop();
        }
        return FilterResult.CONTINUE;
    }

    private Style style() {
        return styles.element();
    }

    private boolean isReadElsewhere(Element element) {
        return element.equals(signature) || element.equals(excluded) || WordListReader.isMarker(element);
    }

    private void reportLeftOut(Element element) {
        String name = element.normalName();
        if (ElementText.LEFT_OUT.contains(name) || (ElementText.isForeign(name) && element.hasText())) {
            context.reportLoss(element, element.text());
        } else if (ElementText.FALLBACKS.contains(name)) {
            String words = ElementText.fallback(element);
            if (!words.isBlank()) {
                context.reportLoss(element, words);
            }
        }
    }

    /** Reports a gate that is open. The document ends at a closed one. */
    private void gate(Comment comment) {
        String gate = Gates.of(comment);
        if (gate != null && !isClosed(gate)) {
            context.losses().add(gate, Gates.textAfter(comment));
        }
    }

    private FilterResult enter(Element element) {
        if (ElementText.isUnwrapped(element)) {
            context.reportLoss(element, element.ownText());
        }
        Style within = context.styles().within(element, style());
        if (element.equals(root) || (element.isBlock() && wordLists.item(element))) {
            styles.push(within);
            return FilterResult.CONTINUE;
        }
        if (whole.read(element, within)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        styles.push(within);
        switch (element.normalName()) {
            case "q" -> builder.text("“", within);
            case "td", "th" -> builder.text(" ", Style.PLAIN);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> builder.openHeading(level(element), ElementText.id(element));
            case "ul", "menu", "dir" -> builder.openList(false, 1);
            case "ol" -> openNumbers(element);
            case "li" -> builder.item(number(element, "value"));
            case "blockquote" -> quote(element);
            case "figure" -> figures.open(element);
            default -> open(element);
        }
        return FilterResult.CONTINUE;
    }

    private void leave(Element element) {
        if (element.equals(root)) {
            builder.end();
            return;
        }
        switch (element.normalName()) {
            case "q" -> builder.text("”", style());
            case "td", "th" -> builder.text(" ", Style.PLAIN);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> builder.closeHeading();
            case "ul", "menu", "dir", "ol" -> builder.closeList();
            case "blockquote" -> builder.closeQuote();
            case "figure" -> figures.close();
            default -> {
                separate(element);
                if (element.equals(boxes.peek())) {
                    boxes.pop();
                    builder.closeBox();
                }
            }
        }
    }

    /** Blocks number items upwards in digits. */
    private void openNumbers(Element list) {
        if (ElementText.isLettered(list) || list.hasAttr("reversed")) {
            context.reportLoss(list, "numbering", ElementText.item(list));
        }
        Integer first = number(list, "start");
        builder.openList(true, first == null ? 1 : first);
    }

    private void open(Element element) {
        separate(element);
        String kind = BoxElements.kind(element);
        if (kind != null) {
            boxes.push(element);
            Element title = BoxElements.title(element);
            builder.openBox(kind, title == null ? List.of() : context.line(title, null));
        }
    }

    private void quote(Element quote) {
        boolean outermost = builder.atTop();
        builder.openQuote(quote.hasClass(HtmlWriter.PULL) || figures.isPull());
        if (outermost) {
            signature = ElementText.signature(quote);
            // A last paragraph that is a citation signs a quotation only if no caption does.
            Element caption = signature == null || signature.nameIs("p") ? figures.signature() : null;
            Element signed = caption == null ? signature : caption;
            signature = caption == null ? signature : null;
            builder.attribute(signed == null ? List.of() : context.line(signed, null));
        }
    }

    private void separate(Element element) {
        if (element.isBlock() || BoxElements.standsApart(element)) {
            builder.end();
        }
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    /** The number in an HTML attribute; null: none. A number that no list may have is reported as a loss. */
    private @Nullable Integer number(Element element, String attribute) {
        String value = element.attr(attribute).strip();
        if (value.matches("[0-9]{1,8}")) {
            return Integer.valueOf(value);
        }
        if (value.matches("[+-]?[0-9]+")) {
            context.reportLoss(element, "numbering", ElementText.item(element));
        }
        return null;
    }
}
