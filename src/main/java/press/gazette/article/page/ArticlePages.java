package press.gazette.article.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import press.gazette.address.UrlTemplate;
import press.gazette.response.Links;
import press.gazette.response.ReaderSite;

/**
 * The absolute URLs of the pages that show articles: by {@code gazette.article-url}, else in the reader site. If that is off
 * too, the URL of the article's JSON.
 */
@Singleton
public class ArticlePages {

    private static final Map<String, Function<Page, String>> PLACES = Map.of(
            "slug", Page::slug,
            "id", page -> page.id().toString(),
            "year", page -> "%04d".formatted(page.day().getYear()),
            "month", page -> "%02d".formatted(page.day().getMonthValue()),
            "day", page -> "%02d".formatted(page.day().getDayOfMonth()));

    private record Page(UUID id, String slug, ZonedDateTime day) {}

    private final UrlTemplate template;
    private final UrlTemplate linkTemplate;

    /** True if {@code gazette.article-url} is set. */
    private final boolean own;

    ArticlePages(ArticleConfig config, Links links, ReaderSite reader) {
        String here = (reader.isOn() ? ReaderSite.ARTICLES : "/v1/articles/") + "{slug}";
        Optional<UrlTemplate> site =
                config.articleUrl().map(url -> UrlTemplate.of("gazette.article-url", url, PLACES.keySet()));
        own = site.isPresent();
        template = site.orElseGet(() -> new UrlTemplate(links.absolute(here)));
        linkTemplate = site.orElseGet(() -> new UrlTemplate(links.to(here)));
    }

    /** Creates the bean at the start, so that an invalid setting stops it. */
    void start(@Observes StartupEvent event) {}

    /** The pages of this process. */
    public static ArticlePages get() {
        return Arc.container().instance(ArticlePages.class).get();
    }

    /** The URL of an article's page. */
    public String of(UUID id, String slug, Instant firstPublishedAt) {
        return filled(template, new Page(id, slug, firstPublishedAt.atZone(ZoneOffset.UTC)));
    }

    /** The same page as a link in the API: from the root if neither the site's URL nor the public one is configured. */
    public String link(UUID id, String slug, Instant firstPublishedAt) {
        return filled(linkTemplate, new Page(id, slug, firstPublishedAt.atZone(ZoneOffset.UTC)));
    }

    private static String filled(UrlTemplate template, Page page) {
        return template.filled(place -> Objects.requireNonNull(PLACES.get(place), "the setting was checked")
                .apply(page));
    }

    /** True if {@code gazette.article-url} is set: the reader site then has copies of pages. */
    public boolean areOnOwnSite() {
        return own;
    }

    /** The URL of an article's page on the newsroom's own site; null unless {@code gazette.article-url} is set. */
    public @Nullable String onOwnSite(UUID id, String slug, Instant firstPublishedAt) {
        return own ? of(id, slug, firstPublishedAt) : null;
    }

    /** The common beginning of the URLs of all pages; no other URL is a page of this site. */
    public String beginning() {
        return template.beginning();
    }
}
