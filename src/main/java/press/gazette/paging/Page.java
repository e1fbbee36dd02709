package press.gazette.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param items at most as many as the limit allowed, in the listing's order
 * @param next where the next page starts; absent on the last page
 * @param total how many items all pages have together; absent: nobody asked
 */
public record Page<T>(
        List<T> items, @Nullable Cursor next, @Nullable Total total) {

    public Page {
        items = List.copyOf(items);
    }

    public Page(List<T> items, @Nullable Cursor next) {
        this(items, next, null);
    }

    /**
     * Cuts a page from rows that were asked for with {@link Limit#plusOne()}: the one too many only tells that there is
     * a next page.
     */
    public static <T> Page<T> of(List<T> rows, Limit limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit.value()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit.value());
        return new Page<>(items, cursor.apply(items.get(items.size() - 1)));
    }

    /** The same page of other things, such as views of its rows. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, next, total);
    }

    /** The same page, and how many items there are. */
    public Page<T> of(Total counted) {
        return new Page<>(items, next, counted);
    }
}
