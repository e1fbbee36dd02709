package press.gazette.feed.format;

import org.jspecify.annotations.Nullable;

/**
 * A link of a feed.
 *
 * @param relation as registered (RFC 8288)
 * @param url absolute
 * @param type the expected media type; null if unknown
 */
public record FeedLink(
        String relation, String url, @Nullable String type) {

    /** The value of a Link header. */
    public String header() {
        return "<%s>; rel=\"%s\"".formatted(url, relation) + (type == null ? "" : "; type=\"" + type + "\"");
    }
}
