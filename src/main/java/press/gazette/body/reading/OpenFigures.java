package press.gazette.body.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.BlockBuilder;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Span;

/**
 * The open figures of a document that is being read. These figures are read piece by piece: a quotation with its
 * speaker, a picture among text, other content with a caption.
 */
final class OpenFigures {

    private static final class Figure {
        final int start;
        final Element element;

        @Nullable
        Element caption;

        /** The last picture so far; null before the first. */
        @Nullable
        ImageBlock picture;

        int place;
        boolean signature;

        Figure(int start, Element element) {
            this.start = start;
            this.element = element;
        }
    }

    private final BlockBuilder builder;
    private final DocumentContext context;
    private final Deque<Figure> open = new ArrayDeque<>();

    OpenFigures(BlockBuilder builder, DocumentContext context) {
        this.builder = builder;
        this.context = context;
    }

    void open(Element element) {
        builder.end();
        Figure figure = new Figure(builder.size(), element);
        figure.caption = element.children().stream()
                .filter(child -> child.nameIs("figcaption"))
                .findFirst()
                .orElse(null);
        open.push(figure);
    }

    /**
     * Ends the figure and places its caption. The caption may precede its picture, so the end is the first place to
     * decide.
     */
    void close() {
        builder.end();
        Figure figure = open.pop();
        Element caption = figure.signature ? null : figure.caption;
        if (caption != null && !captioned(figure, caption)) {
            List<Span> words = context.line(caption, null);
            if (!words.isEmpty()) {
                builder.add(new ParagraphBlock(words));
            }
        }
    }

    /** True for the caption of the open figure, which is read separately. */
    boolean caption(Element element) {
        Figure figure = open.peek();
        if (figure != null && figure.caption == null) {
            figure.caption = element;
        }
        return figure != null && element.equals(figure.caption);
    }

    /** True within a figure that a content system wraps around a pull quote. */
    boolean isPull() {
        Figure figure = open.peek();
        return figure != null
                && figure.element.hasAttr("class")
                && figure.element.className().contains("pullquote");
    }

    /**
     * The caption of the open figure, taken as the speaker of a quotation; null outside of figures and without a
     * caption.
     */
    @Nullable
    Element signature() {
        Figure figure = open.peek();
        if (figure == null || figure.caption == null) {
            return null;
        }
        figure.signature = true;
        return figure.caption;
    }

    void picture(Optional<ImageBlock> picture) {
        picture.ifPresent(image -> {
            builder.add(image);
            Figure figure = open.peek();
            if (figure != null) {
                figure.picture = image;
                figure.place = builder.size() - 1;
            }
        });
    }

    /** Gives the caption to the picture if the picture is the last block of the figure; false otherwise. */
    private boolean captioned(Figure figure, Element caption) {
        ImageBlock picture = figure.picture;
        if (picture == null || figure.place != builder.size() - 1 || figure.place < figure.start) {
            return false;
        }
        Element credit = ElementText.credit(caption);
        builder.replaceLast(
                picture.captioned(context.line(caption, credit), credit == null ? null : ElementText.of(credit)));
        return true;
    }
}
