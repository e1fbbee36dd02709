package press.gazette.article.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Builds a body from what a reader meets on its way through a document. It knows how the nesting of documents becomes
 * a flat list of blocks: only the outermost quotation or list counts, what stands inside it becomes its lines or
 * items, and a picture, an embed, code or a divider inside it splits it in two.
 */
final class Assembly {

    /** What gathers lines until it is closed. */
    enum Container {
        QUOTE,
        BULLETS,
        NUMBERS
    }

    private final List<Block> blocks = new ArrayList<>();
    private final List<Span> run = new ArrayList<>();
    private final List<List<Span>> parts = new ArrayList<>();
    private @Nullable Container outermost;
    private @Nullable String attribution;
    private int depth;
    private int level;
    private boolean lineBroken;

    /** White space in a document is never a line break. */
    void text(String text, Set<Mark> marks, @Nullable String href) {
        String flat = Prose.clean(text).replace('\n', ' ');
        run.add(new Span(flat, marks, href));
        lineBroken = lineBroken && flat.isBlank();
    }

    /** A second break with nothing in between is how many editors write a new paragraph. */
    void lineBreak(Set<Mark> marks, @Nullable String href) {
        if (lineBroken && depth == 0 && level == 0) {
            end();
            return;
        }
        run.add(new Span("\n", marks, href));
        lineBroken = true;
    }

    /** Ends the paragraph, heading, line or item that is being gathered; does nothing between them. */
    void end() {
        lineBroken = false;
        List<Span> text = Spans.normal(run);
        run.clear();
        if (text.isEmpty()) {
            return;
        }
        if (outermost != null) {
            extend(text);
        } else if (level > 0) {
            blocks.add(new Block.Heading(level, text));
        } else {
            blocks.add(new Block.Paragraph(text));
        }
    }

    /** Levels outside what a body holds become the nearest one. */
    void openHeading(int wanted) {
        end();
        level = Math.max(Block.Heading.TOP, Math.min(Block.Heading.LOWEST, wanted));
    }

    void closeHeading() {
        end();
        level = 0;
    }

    void open(Container container) {
        end();
        if (depth++ == 0) {
            outermost = container;
        }
    }

    void close() {
        end();
        if (--depth == 0) {
            flush();
            outermost = null;
            attribution = null;
        }
    }

    void item() {
        end();
        if (depth > 0) {
            parts.add(new ArrayList<>());
        }
    }

    /** True outside every quotation and list. */
    boolean atTop() {
        return depth == 0;
    }

    /** Whom the open quotation is by; null when nobody is named. */
    void attribute(@Nullable String name) {
        attribution = name;
    }

    void add(Block block) {
        end();
        flush();
        blocks.add(block);
    }

    int size() {
        return blocks.size();
    }

    /** The last block, which must exist. */
    Block last() {
        return blocks.get(blocks.size() - 1);
    }

    void replaceLast(Block block) {
        blocks.set(blocks.size() - 1, block);
    }

    Body body() {
        end();
        flush();
        return new Body(blocks);
    }

    private void extend(List<Span> line) {
        if (outermost == Container.QUOTE || parts.isEmpty()) {
            parts.add(new ArrayList<>(line));
            return;
        }
        List<Span> item = parts.get(parts.size() - 1);
        if (!item.isEmpty()) {
            item.add(Span.of("\n"));
        }
        item.addAll(line);
    }

    private void flush() {
        parts.removeIf(List::isEmpty);
        if (parts.isEmpty()) {
            return;
        }
        if (outermost == Container.QUOTE) {
            blocks.add(new Block.Quote(Spans.joined(parts), attribution));
        } else {
            blocks.add(new Block.ListBlock(outermost == Container.NUMBERS, parts));
        }
        parts.clear();
    }
}
