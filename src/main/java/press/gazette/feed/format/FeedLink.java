package press.gazette.feed.format;

import org.jspecify.annotations.Nullable;

/**
 * Where else to go from a feed.
 *
 * @param relation as registered (RFC 8288)
 * @param url absolute
 * @param type the media type to expect there; absent: not told
 */
public record FeedLink(
        String relation, String url, @Nullable String type) {

    /** One value of the header Link. */
    public String header() {
        return "<%s>; rel=\"%s\"".formatted(url, relation) + (type == null ? "" : "; type=\"" + type + "\"");
    }
}
