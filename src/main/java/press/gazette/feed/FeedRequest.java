package press.gazette.feed;

import org.jspecify.annotations.Nullable;

import press.gazette.feed.format.FeedFormat;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;

/**
 * The parameters of a feed.
 *
 * @param address with the extension, without the page; its cursors are bound to it
 * @param self the requested path and query, normalised
 * @param after the end of the page before; null for the first page
 */
record FeedRequest(
        ListingAddress address,
        FeedFormat format,
        String self,
        Limit limit,
        @Nullable DatedKey after) {

    /**
     * Parses the parameters.
     *
     * @param path without the extension
     * @throws Problem if a parameter is invalid, before any statement
     */
    static FeedRequest parse(String path, String format, @Nullable String limit, @Nullable String cursor) {
        FeedFormat parsed = FeedFormat.parse(format);
        ListingAddress address = ListingAddress.of(path + "." + parsed.extension);
        String query = (limit == null ? "" : "&limit=" + limit) + (cursor == null ? "" : "&cursor=" + cursor);
        return new FeedRequest(
                address,
                parsed,
                address.path() + query.replaceFirst("&", "?"),
                limit == null ? new Limit(Limit.FEED) : Limit.parse(limit),
                DatedKey.parse(cursor, address));
    }

    /** A feed without pages. */
    static FeedRequest unpaged(String path, String format) {
        return parse(path, format, null, null);
    }

    /** The extension with its dot. */
    String extension() {
        return "." + format.extension;
    }
}
