package press.gazette.feed.format;

import press.gazette.tag.TagLabel;

/**
 * The publisher of feeds.
 *
 * @param name for readers
 * @param home the URL of its front page
 * @param api the URL of this server, without a slash at the end
 */
public record Publisher(String name, String home, String api) {

    /** The URI of the vocabulary that a tag belongs to: the URL of all tags of its type. */
    String scheme(TagLabel tag) {
        return api + "/v1/tags?type=" + tag.type().word;
    }

    /** The permanent URI of a tag. */
    String uri(TagLabel tag) {
        return api + "/v1/tags/" + tag.id();
    }

    /** Returns an absolute URL. */
    String absolute(String url) {
        return url.startsWith("/") ? api + url : url;
    }
}
