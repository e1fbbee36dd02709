package press.gazette.body.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * A list of items at one or several levels. All items stand in one JSON list in reading order, so a client that ignores
 * levels still shows each item.
 *
 * @param ordered true for numbers at the outermost level, false (and absent in JSON) for bullets
 * @param items at least one, none of them empty
 * @param start the first number; absent: 1, or bullets
 * @param levels one for each item; absent if all items are at the outermost level
 */
@Schema(description = "Numbered items or bullets, at one level or at several.")
public record ListBlock(
        @Schema(description = "True for numbers, false for bullets, at the outermost level.")
        boolean ordered,

        @Schema(description = "Each item is running text, in reading order, those of inner lists among them.")
        List<List<Span>> items,

        @Schema(description = "The first number. Absent: 1.", minimum = "0", maximum = "999999999", example = "3")
        @Nullable
        Integer start,

        @Schema(description = "The level of each item, at the same place. Absent: all are at the outermost level.")
        @Nullable
        List<ListLevel> levels)
        implements Block {

    /** Items of one list; a longer list deserves a page of its own. */
    static final int MAX_ITEMS = 1_000;

    /** Depth of lists within lists. */
    public static final int MAX_DEPTH = 8;

    /** CommonMark allows at most nine digits in a list number. */
    public static final int MAX_NUMBER = 999_999_999;

    /**
     * The level of one item. An item one level deeper than the previous item begins a list within that item. An item
     * whose kind differs from the previous one at its level begins a new list there.
     *
     * @param depth 0 for the outermost list
     * @param ordered true for numbers; absent: bullets. At depth 0 the list's own value decides
     * @param start the first number of an inner list, at its first item; absent: 1
     */
    @Schema(name = "ListLevel", description = "The level of an item.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListLevel(
            @Schema(description = "0: the outermost list.", minimum = "0", maximum = "8", example = "1")
            int depth,

            @Schema(description = "True when numbered. Absent: bullets; at depth 0 the list says it.") @Nullable
            Boolean ordered,

            @Schema(description = "The first number of an inner list, at its first item. Absent: 1.") @Nullable
            Integer start) {

        static final ListLevel OUTERMOST = new ListLevel(0, null, null);

        public ListLevel {
            if (depth < 0 || depth > MAX_DEPTH) {
                throw new IllegalArgumentException(
                        "list.levels.depth must be 0 to " + MAX_DEPTH + "; this is " + depth + ".");
            }
            requireNumber(start);
            boolean numbered = depth > 0 && Boolean.TRUE.equals(ordered);
            ordered = numbered ? ordered : null;
            start = numbered && start != null && start != 1 ? start : null;
        }

        boolean numbered() {
            return Boolean.TRUE.equals(ordered);
        }

        int firstNumber() {
            return start == null ? 1 : start;
        }
    }

    public ListBlock {
        if (items == null || items.isEmpty() || items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("list.items must be a list of 1 to " + MAX_ITEMS
                    + " items, each a list of spans; this has " + (items == null ? 0 : items.size()) + ".");
        }
        List<List<Span>> kept = new ArrayList<>();
        for (List<Span> item : items) {
            kept.add(Spans.required("list.items[" + kept.size() + "]", item));
        }
        items = List.copyOf(kept);
        requireNumber(start);
        start = ordered && start != null && start != 1 ? start : null;
        levels = levels == null || levels.isEmpty() ? null : settled(levels, items.size());
    }

    @Override
    public Stream<Measure> measures() {
        int deepest = levels == null
                ? 0
                : levels.stream().mapToInt(ListLevel::depth).max().orElse(0);
        return Stream.of(new Measure(Part.ITEMS, "items", items.size()), new Measure(Part.LEVELS, "levels", deepest));
    }

    public ListBlock(boolean ordered, List<List<Span>> items) {
        this(ordered, items, null, null);
    }

    private static void requireNumber(@Nullable Integer start) {
        if (start != null && (start < 0 || start > MAX_NUMBER)) {
            throw new IllegalArgumentException(
                    "list.start must be 0 to " + MAX_NUMBER + " or absent; this is " + start + ".");
        }
    }

    /**
     * The levels in normal form: no item skips a level, and only the first item of a list has a start. Null if all
     * items are at the outermost level.
     */
    private static @Nullable List<ListLevel> settled(List<ListLevel> levels, int items) {
        if (levels.size() != items) {
            throw new IllegalArgumentException("list.levels must have one level for each of the " + items
                    + " items; this has " + levels.size() + ".");
        }
        List<ListLevel> open = new ArrayList<>();
        List<ListLevel> settled = new ArrayList<>();
        for (ListLevel level : levels) {
            int depth = Math.min(level.depth(), open.size());
            while (open.size() > depth + 1) {
                open.remove(open.size() - 1);
            }
            boolean goesOn = open.size() > depth && open.get(depth).numbered() == level.numbered();
            ListLevel kept = new ListLevel(depth, level.ordered(), goesOn ? null : level.start());
            if (open.size() > depth) {
                open.set(depth, kept);
            } else {
                open.add(kept);
            }
            settled.add(kept);
        }
        return settled.stream().allMatch(level -> level.depth() == 0) ? null : List.copyOf(settled);
    }

    /** True if the item has a number, false for a bullet. */
    public boolean numbered(int item) {
        ListLevel level = level(item);
        return level.depth() == 0 ? ordered : level.numbered();
    }

    /** The first number of the list that begins at the item. */
    public int firstNumber(int item) {
        ListLevel level = level(item);
        return level.depth() > 0 ? level.firstNumber() : start == null ? 1 : start;
    }

    public ListLevel level(int item) {
        return levels == null ? ListLevel.OUTERMOST : levels.get(item);
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.list(this);
    }

    @Override
    public List<List<Span>> prose() {
        return items;
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        return new ListBlock(ordered, items.stream().map(change).toList(), start, levels);
    }

    @Override
    public long length() {
        return items.stream().mapToLong(Spans::length).sum();
    }

    @Override
    public ListBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
