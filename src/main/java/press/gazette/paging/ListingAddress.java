package press.gazette.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

import org.jspecify.annotations.Nullable;

/**
 * The URL of a listing without its page.
 *
 * @param path from the root
 * @param filters the parameters that decide which items it has in which order; cursors are bound to them; in a fixed
 *     order, percent-encoded; empty if there are none
 * @param shape the parameters that decide how much of each item is shown, in the same form; cursors are not bound to
 *     them
 */
public record ListingAddress(String path, String filters, String shape) {

    public static ListingAddress of(String path) {
        return new ListingAddress(path, "", "");
    }

    /** Adds a filter; null adds none. */
    public ListingAddress with(String name, @Nullable String value) {
        return value == null ? this : new ListingAddress(path, joined(filters, parameter(name, value)), shape);
    }

    /** Adds a parameter that shows more or less of each item; null adds none. */
    public ListingAddress detail(String name, @Nullable String value) {
        return value == null ? this : new ListingAddress(path, filters, joined(shape, parameter(name, value)));
    }

    /** The URL of the page behind a cursor, from the root. */
    public String page(Limit limit, Cursor cursor) {
        return page(limit, "cursor", cursor);
    }

    /** As above, with the cursor in this parameter. */
    public String page(Limit limit, String name, Cursor cursor) {
        String page = parameter("limit", String.valueOf(limit.value())) + "&" + parameter(name, text(cursor));
        return path + "?" + joined(joined(filters, shape), page);
    }

    /** The text of a cursor of this listing. */
    public String text(Cursor cursor) {
        return cursor.encode(this);
    }

    /** The part of the URL that cursors are bound to. */
    String cursorScope() {
        return path + "?" + filters;
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static String joined(String some, String more) {
        return some.isEmpty() || more.isEmpty() ? some + more : some + "&" + more;
    }
}
