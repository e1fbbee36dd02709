package press.gazette.body.markdown;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.BlockBuilder;
import press.gazette.body.assembly.Losses;
import press.gazette.body.block.Block;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.NotesBlock.Footnote;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.inline.Style;
import press.gazette.body.reading.LinkResolver;
import press.gazette.body.reading.StyleReader;
import press.gazette.body.text.LineWriter;

/**
 * Reads Markdown: CommonMark 0.31 with GFM's tables, strikethrough and footnotes. A block of HTML becomes blocks; HTML
 * elements within a line give the words between them a style. {@link MarkdownFigures} reads embeds and captions, for
 * which CommonMark has no syntax.
 */
public final class MarkdownReader {

    /**
     * Depth of quotations and lists within one another. The parser matches each line against all of them, so depth
     * costs time.
     */
    private static final int MAX_NESTING = 64;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .extensions(List.of(TablesExtension.create(), new StrikeSyntax(), new FootnoteSyntax()))
            .build();

    private final BlockBuilder builder;
    private final Losses losses;
    private final @Nullable String base;
    private final LinkResolver links;
    private final StyleReader looks;
    private final InlineStyles styles;
    private final MarkdownHtml html;

    /** The ids of the footnotes so far. The first of several footnotes with one id counts. */
    private final Set<String> noteIds = new HashSet<>();

    private MarkdownReader(@Nullable String base, LinkResolver links, Losses losses) {
        this.builder = new BlockBuilder(losses);
        this.losses = losses;
        this.base = base;
        this.links = links;
        this.looks = new StyleReader(true, true, links, losses);
        this.styles = new InlineStyles(looks);
        this.html = new MarkdownHtml(builder, losses, base, styles);
    }

    /**
     * The blocks of a document, up to a gate that is closed.
     *
     * @param base relative addresses are resolved against this address; null: they are losses
     */
    public static List<Block> read(String markdown, @Nullable String base, Losses losses) {
        MarkdownBounds.require(markdown);
        Node document = PARSER.parse(markdown);
        MarkdownGate gate = MarkdownGate.of(document);
        reportCharacters(document, losses);
        MarkdownReader reader = new MarkdownReader(base, new LinkResolver(base, losses), losses);
        reader.walk(document);
        if (gate != null && !losses.isGated()) {
            losses.addRest(gate.name(), gate.near());
        }
        return reader.builder.blocks();
    }

    /** Reports the characters that no body may hold. The HTML in the document has a reader of its own. */
    private static void reportCharacters(Node document, Losses losses) {
        for (Node node = document; node != null; node = MarkdownGate.following(node)) {
            String text = "";
            if (node instanceof FencedCodeBlock fenced) {
                text = fenced.getLiteral();
            } else if (node instanceof IndentedCodeBlock indented) {
                text = indented.getLiteral();
            } else if (node instanceof Link link && link.getTitle() != null) {
                text = link.getTitle();
            } else if (node instanceof Image image && image.getTitle() != null) {
                text = image.getTitle();
            }
            losses.addCharacters(text + MarkdownFigures.literal(node));
        }
    }

    /** The running text within a node, with a line break between its blocks. */
    List<Span> text(Node root) {
        if (root.getFirstChild() == null) {
            return List.of();
        }
        MarkdownReader reader = new MarkdownReader(base, links, losses);
        reader.walk(root);
        LineWriter lines = new LineWriter(losses);
        return Spans.joined(reader.builder.blocks().stream()
                .flatMap(block -> block.writeTo(lines).stream())
                .toList());
    }

    /**
     * Visits the nodes in document order, up to a gate in a block of HTML. A loop, because the tree may be deep.
     */
    private void walk(Node root) {
        Node node = root.getFirstChild();
        while (node != null && !losses.isGated()) {
            Node child = enter(node) ? node.getFirstChild() : null;
            if (child != null) {
                node = child;
                continue;
            }
            leave(node);
            while (node.getNext() == null && node.getParent() != null && node.getParent() != root) {
                node = node.getParent();
                leave(node);
            }
            node = node.getNext();
        }
    }

    /** Handles the start of a node; true if its children are to be read too. */
    private boolean enter(Node node) {
        if (node instanceof Heading heading) {
            builder.openHeading(heading.getLevel(), null);
        } else if (node instanceof BlockQuote) {
            builder.openQuote(false);
        } else if (node instanceof BulletList) {
            builder.openList(false, 1);
        } else if (node instanceof OrderedList list) {
            builder.openList(true, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
        } else if (node instanceof ListItem) {
            builder.item(null);
        } else {
            Style within = style(node);
            if (within == null) {
                return !words(node) && !whole(node);
            }
            styles.open(node, within);
        }
        return true;
    }

    /** The style within a node; null if the node does not change the style. */
    private @Nullable Style style(Node node) {
        Style around = styles.style();
        if (node instanceof StrongEmphasis) {
            return around.with(Mark.STRONG);
        } else if (node instanceof Emphasis) {
            return around.with(Mark.EM);
        } else if (node instanceof StrikeSyntax.Struck) {
            return around.with(Mark.STRIKE);
        } else if (node instanceof Link link) {
            String href = links.link(link.getDestination(), MarkdownFigures.words(link));
            return href == null ? around : around.linked(href, null, looks.title(link.getTitle()));
        }
        return null;
    }

    private void leave(Node node) {
        if (node instanceof Paragraph) {
            builder.end();
            styles.closeAll();
        } else if (node instanceof Heading) {
            builder.closeHeading();
            styles.closeAll();
        } else if (node instanceof BlockQuote) {
            builder.closeQuote();
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            builder.closeList();
        } else if (node instanceof StrongEmphasis
                || node instanceof Emphasis
                || node instanceof StrikeSyntax.Struck
                || node instanceof Link) {
            styles.close(node);
        }
    }

    /** Reads a node that is running text; false for every other node. */
    private boolean words(Node node) {
        if (node instanceof Text text) {
            builder.text(text.getLiteral(), styles.style());
        } else if (node instanceof Code code) {
            builder.text(code.getLiteral(), styles.style().with(Mark.CODE));
        } else if (node instanceof SoftLineBreak) {
            builder.text(" ", styles.style());
        } else if (node instanceof HardLineBreak) {
            builder.lineBreak(styles.style());
        } else if (node instanceof FootnoteSyntax.Mark reference) {
            builder.text(reference.id(), Style.noteMark(reference.id()));
        } else if (node instanceof HtmlInline element) {
            html.inline(element);
        } else {
            return false;
        }
        return true;
    }

    /** Reads a node that is a block as a whole, including its children; false for every other node. */
    private boolean whole(Node node) {
        if (node instanceof ThematicBreak) {
            builder.add(new DividerBlock());
        } else if (node instanceof FencedCodeBlock fenced) {
            MarkdownFigures.code(fenced.getLiteral(), fenced.getInfo()).ifPresent(builder::add);
        } else if (node instanceof IndentedCodeBlock indented) {
            MarkdownFigures.code(indented.getLiteral(), null).ifPresent(builder::add);
        } else if (node instanceof HtmlBlock element) {
            html.block(element);
        } else if (node instanceof Image image) {
            picture(image);
        } else if (node instanceof TableBlock table) {
            builder.end();
            MarkdownTableReader.read(table, this).ifPresent(builder::add);
        } else if (node instanceof FootnoteSyntax.Note note) {
            note(note);
        } else if (node instanceof Paragraph paragraph) {
            Optional<? extends Block> embed = MarkdownFigures.embed(paragraph, builder.atTop());
            embed.ifPresent(builder::add);
            return embed.isPresent();
        } else {
            return false;
        }
        return true;
    }

    private void picture(Image image) {
        Optional<Block> picture =
                MarkdownFigures.picture(image, links.resolved(image.getDestination()), styles.style());
        picture.ifPresentOrElse(builder::add, () -> losses.add("img", MarkdownFigures.words(image)));
    }

    private void note(FootnoteSyntax.Note note) {
        List<Span> text = text(note);
        if (text.isEmpty() || noteIds.contains(note.id())) {
            losses.add("footnote", note.id());
        } else {
            noteIds.add(note.id());
            builder.note(new Footnote(note.id(), text));
        }
    }
}
