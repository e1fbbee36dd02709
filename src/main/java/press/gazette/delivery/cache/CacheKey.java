package press.gazette.delivery.cache;

import java.util.Arrays;
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

    /**
     * Reads the path and query of a GET that has been found to be in order.
     *
     * @return empty: an answer to this is never kept
     */
    public static Optional<CacheKey> of(String target) {
        if (!target.startsWith("/v1/") || target.startsWith("/v1/desk") || target.startsWith("/v1/previews")) {
            return Optional.empty();
        }
        int mark = target.indexOf('?');
        return Optional.of(
                mark < 0
                        ? new CacheKey(target, target)
                        : new CacheKey(
                                named(target, mark, parameter -> true),
                                named(target, mark, parameter -> !DEFAULTS.contains(parameter))));
    }

    private static String named(String target, int mark, Predicate<String> said) {
        String query = Arrays.stream(target.substring(mark + 1).split("&", -1))
                .filter(said)
                .sorted()
                .collect(Collectors.joining("&"));
        return target.substring(0, mark) + (query.isEmpty() ? "" : "?" + query);
    }
}
