package press.gazette.body.markdown;

import java.util.List;
import java.util.Set;

import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.BlockBuilder;
import press.gazette.body.assembly.Losses;
import press.gazette.body.block.Block;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;
import press.gazette.body.reading.HtmlReader;
import press.gazette.body.reading.RubyReader;

/** Reads HTML in Markdown: a block of it becomes blocks, an element within a line gives a style to the words in it. */
final class MarkdownHtml {

    /** Elements that are blocks at every place. */
    private static final Set<String> BLOCKS = Set.of("img", "hr", "iframe", "video", "audio");

    private final BlockBuilder builder;
    private final Losses losses;
    private final @Nullable String base;
    private final InlineStyles styles;

    MarkdownHtml(BlockBuilder builder, Losses losses, @Nullable String base, InlineStyles styles) {
        this.builder = builder;
        this.losses = losses;
        this.base = base;
        this.styles = styles;
    }

    void inline(HtmlInline html) {
        String tag = html.getLiteral();
        String closed = InlineStyles.closedBy(tag);
        Element opened = closed == null ? InlineStyles.openedBy(tag) : null;
        if (closed != null) {
            if (styles.end(closed) && closed.equals("q")) {
                builder.text("”", styles.style());
            }
        } else if (opened == null) {
            gate(tag, html);
        } else if (opened.nameIs("br")) {
            builder.lineBreak(styles.style());
        } else if (HtmlReader.isLeftOut(opened)) {
            losses.add(opened.normalName(), InlineElement.extract(html, opened.normalName()));
        } else if (opened.nameIs("ruby")) {
            InlineRuby.extract(html)
                    .ifPresent(ruby -> RubyReader.read(ruby, styles.style())
                            .forEach(span -> builder.text(span.text(), Style.of(span))));
        } else if (BLOCKS.contains(opened.normalName())) {
            HtmlReader.read(tag, base, losses).stream()
                    .map(block -> block.withPictures(image -> MarkdownFigures.linked(image, styles.style())))
                    .forEach(builder::add);
        } else {
            losses.addCharacters(opened.attr("title"));
            styles.begin(opened);
            if (opened.nameIs("q")) {
                builder.text("“", styles.style());
            }
        }
    }

    /** True for a comment that is a gate. Reports an open one as a loss with the words after it. */
    private boolean gate(String comment, Node place) {
        String gate = HtmlReader.gate(comment);
        if (gate == null) {
            return false;
        }
        if (!HtmlReader.isClosed(gate)) {
            losses.add(gate, MarkdownGate.textAfter(place));
        }
        return true;
    }

    /** Reads a block of HTML. Within a quotation or a list, its running text joins that; its other blocks split it. */
    void block(HtmlBlock html) {
        if (gate(html.getLiteral(), html)) {
            return;
        }
        List<Block> blocks = HtmlReader.read(html.getLiteral(), base, losses);
        if (builder.atTop()) {
            blocks.forEach(builder::add);
            return;
        }
        blocks.forEach(this::join);
    }

    private void join(Block block) {
        List<List<Span>> lines = block.writeTo(new JoinableLines(losses));
        if (lines.isEmpty()) {
            builder.add(block);
        }
        lines.forEach(builder::line);
    }
}
