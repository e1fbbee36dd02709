package press.gazette.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

import org.jspecify.annotations.Nullable;

/**
 * The address of a listing without regard to its pages: what its cursors are good for.
 *
 * @param path from the root
 * @param filters the query without limit and cursor, in a fixed order, percent-encoded; empty: none
 */
public record ListingAddress(String path, String filters) {

    public static ListingAddress of(String path) {
        return new ListingAddress(path, "");
    }

    /** The same listing narrowed by one more filter; absent: not narrowed. */
    public ListingAddress with(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        String filter = name + "=" + URLEncoder.encode(value, UTF_8);
        return new ListingAddress(path, filters.isEmpty() ? filter : filters + "&" + filter);
    }

    /** The address of the page behind a cursor, from the root. */
    public String page(Limit limit, Cursor cursor) {
        String query = filters.isEmpty() ? "" : filters + "&";
        return path + "?" + query + "limit=" + limit.value() + "&cursor=" + cursor.encode(this);
    }

    @Override
    public String toString() {
        return path + "?" + filters;
    }
}
