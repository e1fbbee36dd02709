package press.gazette.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param items at most as many as the limit, in the listing's order
 * @param next the start of the next page; null on the last page
 * @param total the number of items on all pages; null if not requested
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
     * Makes a page from rows that were read with {@link Limit#plusOne()}: the extra row only tells that there is a next
     * page.
     */
    public static <T> Page<T> of(List<T> rows, Limit limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit.value()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit.value());
        return new Page<>(items, cursor.apply(items.get(items.size() - 1)));
    }

    /** The same page with other items, such as views of its rows. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, next, total);
    }

    /** The same page with a total. */
    public Page<T> of(Total counted) {
        return new Page<>(items, next, counted);
    }
}
