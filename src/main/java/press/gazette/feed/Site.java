package press.gazette.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.Links;
import press.gazette.feed.format.Publisher;

/**
 * Where readers find what feeds speak of. All of it is absolute: a feed is read elsewhere. Where {@code gazette.public-url}
 * is not set, this server is the one on the reader's own machine; it is never what a client says in Host.
 */
@Singleton
public class Site {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private static final Map<String, Function<Page, String>> PLACES = Map.of(
            "slug", Page::slug,
            "id", page -> page.id().toString(),
            "year", page -> "%04d".formatted(page.day().getYear()),
            "month", page -> "%02d".formatted(page.day().getMonthValue()),
            "day", page -> "%02d".formatted(page.day().getDayOfMonth()));

    private record Page(UUID id, String slug, ZonedDateTime day) {}

    private final Publisher publisher;
    private final String articles;

    Site(Links links, FeedConfig config, @ConfigProperty(name = "quarkus.http.port") int port) {
        String told = links.to("");
        String here = told.isEmpty() ? "http://localhost:" + port : told;
        publisher = new Publisher(
                config.publication(),
                config.siteUrl()
                        .map(url -> absolute("site-url", url.toString()))
                        .orElse(here + "/"),
                here);
        articles = config.articleUrl().map(Site::checked).orElse(here + "/v1/articles/{slug}");
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
        Page page = new Page(id, slug, firstPublishedAt.atZone(ZoneOffset.UTC));
        return PLACE.matcher(articles)
                .replaceAll(place -> Objects.requireNonNull(PLACES.get(place.group(1)), "the setting was checked")
                        .apply(page));
    }

    private static String checked(String template) {
        absolute("article-url", PLACE.matcher(template).replaceAll("x"));
        boolean known =
                PLACE.matcher(template).results().map(MatchResult::group).allMatch(Site::isKnown);
        if (!known || !(template.contains("{slug}") || template.contains("{id}"))) {
            throw new IllegalArgumentException(
                    "gazette.article-url has {slug} or {id} in it, and may have {year}, {month} "
                            + "and {day}, such as https://www.example.org/{year}/{slug}; it is set to " + template);
        }
        return template;
    }

    private static boolean isKnown(String place) {
        return PLACES.containsKey(place.substring(1, place.length() - 1));
    }

    private static String absolute(String setting, String url) {
        if (!url.matches("https?://[^/?#\\s]+[^\\s]*")) {
            throw new IllegalArgumentException(
                    "gazette." + setting + " is an absolute http or https URL; it is set to " + url);
        }
        return url;
    }
}
