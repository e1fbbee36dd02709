package press.gazette.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.article.page.ArticlePages;
import press.gazette.article.translation.TranslationRow;
import press.gazette.feed.format.FeedItem.Alternate;
import press.gazette.response.Links;
import press.gazette.tag.TagLabel;
import press.gazette.tag.reading.TagPages;

/**
 * Makes the URLs of articles and tags for readers. All are absolute, since feeds are read elsewhere. Without
 * {@code gazette.public-url}, this server is taken to be on the reader's own machine; the Host header is never used.
 */
@Singleton
public class PageUrls {

    /** The URL of this server, without a slash at the end. */
    private final String server;

    private final ArticlePages pages;
    private final TagPages tags;

    PageUrls(Links links, ArticlePages pages, TagPages tags) {
        this.pages = pages;
        this.tags = tags;
        server = links.absolute("");
    }

    /** The absolute URL of a path on this server. */
    public String absolute(String path) {
        return server + path;
    }

    /**
     * The URL of an article for readers.
     *
     * @param canonicalUrl the URL of the original; null if it is on the newsroom's own site
     */
    public String page(UUID id, String slug, Instant firstPublishedAt, @Nullable String canonicalUrl) {
        return canonicalUrl == null ? page(id, slug, firstPublishedAt) : canonicalUrl;
    }

    /** The URL of an article on the newsroom's own site. */
    public String page(UUID id, String slug, Instant firstPublishedAt) {
        return pages.of(id, slug, firstPublishedAt);
    }

    /** The pages of translations, in their order. */
    public List<Alternate> alternates(List<TranslationRow> translations) {
        return translations.stream()
                .map(each -> new Alternate(
                        each.language(), page(each.id(), each.slug(), each.firstPublishedAt(), each.canonicalUrl())))
                .toList();
    }

    /** The URL of a tag for readers; empty if the site's URLs of tags are not known. */
    public Optional<String> page(TagLabel tag) {
        return Optional.ofNullable(tags.of(tag));
    }
}
