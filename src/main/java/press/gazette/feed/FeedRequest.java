package press.gazette.feed;

import org.jspecify.annotations.Nullable;

import press.gazette.feed.format.FeedFormat;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;

/**
 * A feed as a client asked for it.
 *
 * @param address with the extension, without its pages: what its cursors are good for
 * @param self the path and query that were asked for, in one order whatever the client wrote
 * @param after where the page starts; absent: at the beginning
 */
record FeedRequest(
        ListingAddress address,
        FeedFormat format,
        String self,
        Limit limit,
        @Nullable DatedKey after) {

    /**
     * Reads what was asked for; refuses before anything is asked of the database.
     *
     * @param path without the extension
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

    /** Of a feed that has no pages. */
    static FeedRequest whole(String path, String format) {
        return parse(path, format, null, null);
    }

    /** The extension with its dot. */
    String extension() {
        return "." + format.extension;
    }
}
