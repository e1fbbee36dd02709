package press.gazette.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

import org.jspecify.annotations.Nullable;

/**
 * The address of a listing without regard to its pages.
 *
 * @param path from the root
 * @param filters what decides which items it has in which order, and so what its cursors are good for; in a fixed order,
 *     percent-encoded; empty: none
 * @param shape what decides how much of each item is shown, in the same form; a cursor is good for any
 */
public record ListingAddress(String path, String filters, String shape) {

    public static ListingAddress of(String path) {
        return new ListingAddress(path, "", "");
    }

    /** The same listing narrowed by one more filter; absent: not narrowed. */
    public ListingAddress with(String name, @Nullable String value) {
        return value == null ? this : new ListingAddress(path, joined(filters, parameter(name, value)), shape);
    }

    /** The same listing with more or less of each item; absent: as it comes. */
    public ListingAddress showing(String name, @Nullable String value) {
        return value == null ? this : new ListingAddress(path, filters, joined(shape, parameter(name, value)));
    }

    /** The address of the page behind a cursor, from the root. */
    public String page(Limit limit, Cursor cursor) {
        String page =
                parameter("limit", String.valueOf(limit.value())) + "&" + parameter("cursor", cursor.encode(this));
        return path + "?" + joined(joined(filters, shape), page);
    }

    /** What a cursor is bound to. */
    String order() {
        return path + "?" + filters;
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static String joined(String some, String more) {
        return some.isEmpty() || more.isEmpty() ? some + more : some + "&" + more;
    }
}
