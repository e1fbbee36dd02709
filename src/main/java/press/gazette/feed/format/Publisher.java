package press.gazette.feed.format;

import press.gazette.tag.TagLabel;

/**
 * Whose feeds they are.
 *
 * @param name what readers know it by
 * @param home its front page
 * @param api where this server is, without a slash at the end
 */
public record Publisher(String name, String home, String api) {

    /** What names the vocabulary that a tag belongs to: the address of all tags of its type. */
    String scheme(TagLabel tag) {
        return api + "/v1/tags?type=" + tag.type().word;
    }

    /** What names a tag for ever. */
    String uri(TagLabel tag) {
        return api + "/v1/tags/" + tag.id();
    }

    /** An address as it is seen from elsewhere. */
    String absolute(String url) {
        return url.startsWith("/") ? api + url : url;
    }
}
