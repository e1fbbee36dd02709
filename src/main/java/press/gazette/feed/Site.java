package press.gazette.feed;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import press.gazette.article.ArticlePages;
import press.gazette.delivery.Links;
import press.gazette.delivery.ReaderSite;
import press.gazette.feed.format.Publisher;

/**
 * Where readers find what feeds speak of. All of it is absolute: a feed is read elsewhere. Where {@code gazette.public-url}
 * is not set, this server is the one on the reader's own machine; it is never what a client says in Host.
 */
@Singleton
public class Site {

    private final Publisher publisher;
    private final ArticlePages pages;

    /** Whether the reader site stands in for a site that the newsroom does not have. */
    private final boolean reader;

    Site(Links links, FeedConfig config, ArticlePages pages, ReaderSite reader) {
        this.pages = pages;
        this.reader = config.siteUrl().isEmpty() && reader.isOn();
        publisher = new Publisher(
                config.publication(),
                config.siteUrl()
                        .map(url -> absolute("site-url", url.toString()))
                        .orElseGet(() -> links.absolute(this.reader ? ReaderSite.HOME : "/")),
                links.absolute(""));
    }

    /** A setting that cannot be used stops the start. */
    void start(@Observes StartupEvent event) {}

    /** Whose feeds they are. */
    public Publisher publisher() {
        return publisher;
    }

    /** The absolute address of a path at this server. */
    public String here(String path) {
        return publisher.api() + path;
    }

    /**
     * Where readers find an article.
     *
     * @param canonicalUrl where its original is; absent: at the newsroom's own site
     */
    public String page(UUID id, String slug, Instant firstPublishedAt, @Nullable String canonicalUrl) {
        return canonicalUrl == null ? page(id, slug, firstPublishedAt) : canonicalUrl;
    }

    /** Where the newsroom's own site shows an article. */
    public String page(UUID id, String slug, Instant firstPublishedAt) {
        return pages.of(id, slug, firstPublishedAt);
    }

    /** Where readers find a tag; the home page of a site whose pages of tags are not known here. */
    public String pageOfTag(String slug) {
        return reader ? here(ReaderSite.TAGS + slug) : publisher.home();
    }

    private static String absolute(String setting, String url) {
        if (!url.matches("https?://[^/?#\\s]+[^\\s]*")) {
            throw new IllegalArgumentException(
                    "gazette." + setting + " is an absolute http or https URL; it is set to " + url);
        }
        return url;
    }
}
