package press.gazette.article;

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

import press.gazette.delivery.Links;
import press.gazette.delivery.ReaderSite;

/**
 * The pages that show articles to people, always absolute: those of {@code gazette.article-url}, else those of the reader
 * site. Where that is off too, an article's JSON is the only address there is.
 */
@Singleton
public class ArticlePages {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private static final Map<String, Function<Page, String>> PLACES = Map.of(
            "slug", Page::slug,
            "id", page -> page.id().toString(),
            "year", page -> "%04d".formatted(page.day().getYear()),
            "month", page -> "%02d".formatted(page.day().getMonthValue()),
            "day", page -> "%02d".formatted(page.day().getDayOfMonth()));

    private record Page(UUID id, String slug, ZonedDateTime day) {}

    private final String template;

    ArticlePages(ArticleConfig config, Links links, ReaderSite reader) {
        String own = reader.isOn() ? ReaderSite.ARTICLES : "/v1/articles/";
        template = config.articleUrl().map(ArticlePages::checked).orElseGet(() -> links.absolute(own + "{slug}"));
    }

    /** A setting that cannot be used stops the start. */
    void start(@Observes StartupEvent event) {}

    /** The page of an article at the newsroom's own site. */
    public String of(UUID id, String slug, Instant firstPublishedAt) {
        Page page = new Page(id, slug, firstPublishedAt.atZone(ZoneOffset.UTC));
        return PLACE.matcher(template)
                .replaceAll(place -> Objects.requireNonNull(PLACES.get(place.group(1)), "the setting was checked")
                        .apply(page));
    }

    /** The beginning that all pages share: whatever begins otherwise is no page of this site. */
    public String beginning() {
        return template.substring(0, template.indexOf('{'));
    }

    private static String checked(String template) {
        if (!PLACE.matcher(template).replaceAll("x").matches("https?://[^/?#\\s]+[^\\s]*")) {
            throw new IllegalArgumentException(
                    "gazette.article-url is an absolute http or https URL; it is set to " + template);
        }
        boolean known =
                PLACE.matcher(template).results().map(MatchResult::group).allMatch(ArticlePages::isKnown);
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
}
