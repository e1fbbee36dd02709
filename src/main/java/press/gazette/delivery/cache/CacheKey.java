package press.gazette.delivery.cache;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a request asks for, however its parameters are ordered.
 *
 * @param exact with all its parameters
 * @param brief without those that only say the default: the same answer under its shortest name. It is no name to look an
 *     answer up by, for there are resources that refuse these parameters.
 */
public record CacheKey(String exact, String brief) {

    private static final Set<String> DEFAULTS = Set.of("limit=20", "order=newest", "descendants=false");

    /** What is for everybody, so that nobody's own answer is ever kept. */
    private static final List<String> KEPT = List.of(
            "/v1/", "/feeds/", "/feeds.opml", "/sitemaps/", "/sitemap.xml", "/reader/articles/", "/reader/tags/");

    /** Where the defaults are those. */
    private static final String OF_THE_API = "/v1/";

    private static final List<String> NOT_KEPT = List.of("/v1/desk", "/v1/previews");

    /**
     * Reads the path and query of a GET that has been found to be in order.
     *
     * @return empty: an answer to this is never kept
     */
    public static Optional<CacheKey> of(String target) {
        if (KEPT.stream().noneMatch(target::startsWith) || NOT_KEPT.stream().anyMatch(target::startsWith)) {
            return Optional.empty();
        }
        int mark = target.indexOf('?');
        return Optional.of(
                mark < 0
                        ? new CacheKey(target, target)
                        : new CacheKey(
                                named(target, mark, parameter -> true),
                                named(
                                        target,
                                        mark,
                                        parameter ->
                                                !(target.startsWith(OF_THE_API) && DEFAULTS.contains(parameter)))));
    }

    /** The names of its parameters, but for those that only say the default. */
    public Set<String> parameters() {
        int mark = brief.indexOf('?');
        return mark < 0
                ? Set.of()
                : Arrays.stream(brief.substring(mark + 1).split("&", -1))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static String named(String target, int mark, Predicate<String> said) {
        String query = Arrays.stream(target.substring(mark + 1).split("&", -1))
                .filter(said)
                .sorted()
                .collect(Collectors.joining("&"));
        return target.substring(0, mark) + (query.isEmpty() ? "" : "?" + query);
    }
}
