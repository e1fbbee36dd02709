package press.gazette.body.assembly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.body.block.BoxBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.NotesBlock.Footnote;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.inline.Style;

/**
 * Builds the blocks of a body from the pieces that a reader meets in a document. It maps nesting to blocks: lists
 * retain their levels and quotations their paragraphs. A block inside a list or a quotation splits it in two; the
 * second part of a list continues its numbers. Only boxes hold blocks.
 */
public final class BlockBuilder {

    /** The container under construction: the body, or a box in it. */
    private static final class Frame {
        final List<Block> blocks = new ArrayList<>();
        final List<Span> run = new ArrayList<>();
        final List<Footnote> notes = new ArrayList<>();
        final Nesting nesting = new Nesting();
        final String kind;
        final List<Span> title;

        @Nullable
        LineCollector collector;

        int level;

        @Nullable
        String id;

        boolean lineBroken;

        Frame(String kind, List<Span> title) {
            this.kind = kind;
            this.title = title;
        }
    }

    private final Deque<Frame> outer = new ArrayDeque<>();
    private final Losses losses;
    private Frame frame = new Frame("", List.of());

    public BlockBuilder(Losses losses) {
        this.losses = losses;
    }

    public Losses losses() {
        return losses;
    }

    /** Adds running text. Line ends in it become blanks; only {@link #lineBreak} breaks a line. */
    public void text(String text, Style style) {
        String flat = Prose.clean(text).replace('\n', ' ');
        frame.run.add(style.span(flat));
        frame.lineBroken = frame.lineBroken && flat.isBlank();
    }

    /** Breaks the line. A second break in a row begins a new paragraph, as many editors write it. */
    public void lineBreak(Style style) {
        if (frame.lineBroken && atTop() && frame.level == 0) {
            end();
            return;
        }
        frame.run.add(style.span("\n"));
        frame.lineBroken = true;
    }

    /** Adds spans that were read elsewhere, as a line of their own. */
    public void line(List<Span> spans) {
        end();
        frame.run.addAll(spans);
        end();
    }

    /** Ends the open paragraph, heading, line or item; does nothing if none is open. */
    public void end() {
        frame.lineBroken = false;
        List<Span> text = Spans.normal(frame.run);
        frame.run.clear();
        if (text.isEmpty()) {
            return;
        }
        frame.nesting.tell(text, losses);
        if (frame.collector != null) {
            if (frame.level > 0) {
                losses.add("heading", Spans.plain(text));
            }
            frame.collector.extend(text);
        } else if (frame.level > 0) {
            put(new HeadingBlock(frame.level, text, frame.id));
        } else {
            put(new ParagraphBlock(text));
        }
    }

    private void put(Block block) {
        endNotes();
        frame.blocks.add(block);
    }

    /** Joins consecutive footnotes in one block. */
    private void endNotes() {
        if (!frame.notes.isEmpty()) {
            frame.blocks.add(new NotesBlock(frame.notes));
            frame.notes.clear();
        }
    }

    /**
     * Begins a heading. A level that a body cannot hold becomes the nearest level that it can.
     *
     * @param id null or invalid: the id is made from the words
     */
    public void openHeading(int wanted, @Nullable String id) {
        end();
        frame.level = Math.max(HeadingBlock.TOP, Math.min(HeadingBlock.LOWEST, wanted));
        frame.id = id != null && HeadingBlock.isId(id) ? id : null;
    }

    public void closeHeading() {
        end();
        frame.level = 0;
        frame.id = null;
    }

    public void openQuote(boolean pull) {
        end();
        if (atTop()) {
            frame.collector = new QuoteCollector(pull, this::put);
            frame.nesting.open();
        } else {
            frame.nesting.openLost("quote");
        }
    }

    /**
     * Begins a list, within the open list if there is one.
     *
     * @param first the number of its first item
     */
    public void openList(boolean ordered, int first) {
        end();
        if (atTop()) {
            frame.collector = new ListCollector(this::put, losses);
        }
        if (frame.collector != null && frame.collector.openList(ordered, first)) {
            frame.nesting.open();
        } else {
            frame.nesting.openLost("list");
        }
    }

    public void closeList() {
        end();
        if (frame.collector != null) {
            frame.collector.closeList();
        }
        closeQuote();
    }

    public void closeQuote() {
        end();
        if (atTop()) {
            return;
        }
        frame.nesting.close();
        if (atTop()) {
            flush();
            frame.collector = null;
        }
    }

    /**
     * Begins an item of the innermost list.
     *
     * @param number the item's number as the document states it; null: the next number
     */
    public void item(@Nullable Integer number) {
        end();
        if (frame.collector != null) {
            frame.collector.item(number);
        }
    }

    /** True outside every quotation and list. */
    public boolean atTop() {
        return frame.nesting.isEmpty();
    }

    /** Names the speaker of the open quotation. */
    public void attribute(List<Span> name) {
        if (frame.collector != null) {
            frame.collector.attribute(name);
        }
    }

    public void add(Block block) {
        end();
        flush();
        put(block);
    }

    /** Adds a footnote; consecutive footnotes form one block. */
    public void note(Footnote note) {
        end();
        flush();
        frame.notes.add(note);
    }

    /** Begins a box, which holds all blocks up to {@link #closeBox}. */
    public void openBox(String kind, List<Span> title) {
        end();
        flush();
        outer.push(frame);
        frame = new Frame(kind, title);
    }

    /**
     * Ends the box. An empty box is dropped. A box that is too deep or too long is replaced by its title and blocks.
     */
    public void closeBox() {
        List<Block> inside = ended();
        Frame box = frame;
        frame = Objects.requireNonNull(outer.poll(), "A box is open");
        if (inside.isEmpty() && box.title.isEmpty()) {
            return;
        }
        boolean fits = !inside.isEmpty() && inside.size() <= BoxBlock.MAX_BLOCKS && outer.size() < BoxBlock.MAX_DEPTH;
        if (!fits && !inside.isEmpty()) {
            losses.add(
                    "box",
                    Spans.firstWords(
                            Stream.concat(Stream.of(box.title), inside.stream().flatMap(Block::texts))));
        }
        if (fits) {
            Line title = Line.of("box.title", box.title);
            put(new BoxBlock(box.kind, title.plain(), title.rich(), inside));
            return;
        }
        if (!box.title.isEmpty()) {
            put(new ParagraphBlock(box.title.stream()
                    .map(span -> Style.of(span).with(Mark.STRONG).span(span.text()))
                    .toList()));
        }
        inside.forEach(this::put);
    }

    public int size() {
        return frame.blocks.size();
    }

    /** The last block. At least one must exist. */
    public Block last() {
        return frame.blocks.get(frame.blocks.size() - 1);
    }

    public void replaceLast(Block block) {
        frame.blocks.set(frame.blocks.size() - 1, block);
    }

    /** Ends all open blocks and returns the blocks in reading order. Their number is not checked. */
    public List<Block> blocks() {
        while (!outer.isEmpty()) {
            closeBox();
        }
        return ended();
    }

    private List<Block> ended() {
        end();
        flush();
        endNotes();
        return List.copyOf(frame.blocks);
    }

    private void flush() {
        if (frame.collector != null) {
            frame.collector.flush();
        }
    }
}
