package press.gazette.feed.format;

import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;
import press.gazette.tag.TagLabel;

/**
 * The publisher of feeds, and the site that they belong to.
 *
 * @param name for readers
 * @param site the title of the site
 * @param description of the site; null: none
 * @param language of the site, BCP 47
 * @param home the URL of its front page
 * @param logo null: none that readers may see
 * @param api the URL of this server, without a slash at the end
 */
public record Publisher(
        String name,
        String site,
        @Nullable String description,
        String language,
        String home,
        @Nullable Picture logo,
        String api) {

    /**
     * The title of a feed.
     *
     * @param topic null: the feed has all articles
     */
    public String titled(@Nullable String topic) {
        return topic == null ? site : topic + " – " + site;
    }

    /** The description of a feed without its own. */
    public String described() {
        return "News from " + site;
    }

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

    /** The absolute URL of the logo; null if there is none. */
    @Nullable
    String logoUrl() {
        return logo == null ? null : absolute(logo.url());
    }
}
