package press.gazette.body.assembly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.ListBlock.ListLevel;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Span;

/**
 * The items of an open list and of the lists within it. When a block splits an item, the rest of the item becomes a
 * paragraph and the next item has the next number.
 */
final class ListCollector implements LineCollector {

    private static final class Item {
        final List<Span> text = new ArrayList<>();
        final int depth;
        final boolean ordered;
        final int number;

        /** True if the document states the number. */
        final boolean stated;

        boolean flushed;

        /** The last list in this item that has ended; null: none. */
        @Nullable
        Level inner;

        Item(int depth, Level level, boolean stated) {
            this.depth = depth;
            this.ordered = level.ordered;
            this.number = level.next;
            this.stated = stated;
        }
    }

    private static final class Level {
        final boolean ordered;

        /** The list before this one in the same item, which it continues if both have numbers; null: none. */
        final @Nullable Level before;

        int next;

        @Nullable
        Item current;

        Level(boolean ordered, int next, @Nullable Level before) {
            this.ordered = ordered;
            this.next = next;
            this.before = before;
        }
    }

    private final Consumer<Block> sink;
    private final Losses losses;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<Item> items = new ArrayList<>();

    /** The depth of the outermost item since the last split. */
    private int base;

    ListCollector(Consumer<Block> sink, Losses losses) {
        this.sink = sink;
        this.losses = losses;
    }

    @Override
    public boolean openList(boolean ordered, int first) {
        Level around = levels.peek();
        Item item = around == null ? null : around.current;
        levels.push(new Level(ordered, first, item == null || item.flushed ? null : item.inner));
        return levels.size() <= ListBlock.MAX_DEPTH + 1;
    }

    @Override
    public void closeList() {
        Level closed = levels.poll();
        Level around = levels.peek();
        if (around != null && around.current != null) {
            around.current.inner = closed;
        }
    }

    @Override
    public void attribute(List<Span> name) {
        // Only quotations are signed.
    }

    @Override
    public void item(@Nullable Integer number) {
        Level level = levels.peek();
        if (level != null) {
            int shown = number == null ? level.next : number;
            if (isLost(shown, level)) {
                losses.add("numbering", Integer.toString(shown));
            }
            level.next = shown;
            begin(level, number != null);
        }
    }

    /** True for a number out of order within an inner list, which has a first number only. */
    private boolean isLost(int number, Level level) {
        if (!level.ordered || levels.size() == 1) {
            return false;
        }
        if (level.current != null) {
            return number != level.next;
        }
        Level before = level.before;
        return before != null && before.ordered && before.current != null && number != before.next;
    }

    private Item begin(Level level, boolean stated) {
        int depth = levels.size() - 1;
        if (items.isEmpty() || depth < base) {
            flush();
            base = depth;
        }
        Item item = new Item(depth, level, stated);
        level.next = Math.min(level.next + 1, ListBlock.MAX_NUMBER);
        level.current = item;
        items.add(item);
        return item;
    }

    @Override
    public void extend(List<Span> line) {
        Level level = levels.element();
        Item item = level.current == null ? begin(level, false) : level.current;
        if (item.flushed) {
            flush();
            sink.accept(new ParagraphBlock(line));
            return;
        }
        if (!item.text.isEmpty()) {
            item.text.add(Span.of("\n"));
        }
        item.text.addAll(line);
    }

    /**
     * An item without words is dropped, and the lists within it move up a level. At the outermost level, a change
     * between numbers and bullets begins a new list, and so does a stated number out of order.
     */
    @Override
    public void flush() {
        List<Item> part = new ArrayList<>();
        List<ListLevel> depths = new ArrayList<>();
        List<Boolean> gone = new ArrayList<>();
        int next = 0;
        for (Item item : items) {
            item.flushed = true;
            int depth = item.depth - base;
            while (gone.size() > depth) {
                gone.remove(gone.size() - 1);
            }
            while (gone.size() < depth) {
                gone.add(true);
            }
            gone.add(item.text.isEmpty());
            if (item.text.isEmpty()) {
                continue;
            }
            int shown = (int) gone.subList(0, depth).stream().filter(up -> !up).count();
            if (shown == 0 && !part.isEmpty() && begins(item, part.get(0), next)) {
                close(part, depths);
            }
            if (shown == 0) {
                next = Math.min((part.isEmpty() ? item.number : next) + 1, ListBlock.MAX_NUMBER);
            }
            part.add(item);
            depths.add(new ListLevel(Math.min(shown, ListBlock.MAX_DEPTH), item.ordered, item.number));
        }
        close(part, depths);
        items.clear();
    }

    private static boolean begins(Item item, Item first, int next) {
        return item.ordered != first.ordered || (item.ordered && item.stated && item.number != next);
    }

    private void close(List<Item> part, List<ListLevel> depths) {
        if (!part.isEmpty()) {
            List<List<Span>> texts = part.stream().map(item -> item.text).toList();
            Item first = part.get(0);
            sink.accept(new ListBlock(first.ordered, texts, first.number, depths));
        }
        part.clear();
        depths.clear();
    }
}
