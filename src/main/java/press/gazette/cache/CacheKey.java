package press.gazette.cache;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.response.Entitlement;

/**
 * The key of a response in the cache: path and query with the parameters in order, apart for each entitlement.
 *
 * @param exact with all parameters
 * @param brief without parameters that have their default. A response is stored under this key too, but not looked up by it: some
 *     resources reject these parameters.
 */
public record CacheKey(String exact, String brief) {

    /** The defaults of parameters that all listings of the API share. */
    private static final Set<String> DEFAULTS = Set.of("limit=20", "order=newest", "descendants=false");

    /**
     * Reads the path and query of a GET without a fault.
     *
     * @param kind of the resource; null if there is none
     * @return empty if a response is not cached: that of another kind, or the target has a host, which clients make up
     */
    public static Optional<CacheKey> of(String target, @Nullable Kind kind, Entitlement entitlement) {
        if (kind == null || !kind.isCached() || !target.startsWith("/")) {
            return Optional.empty();
        }
        int mark = target.indexOf('?');
        String exact = mark < 0 ? target : named(target, mark, parameter -> true);
        String brief = mark < 0
                ? target
                : named(target, mark, parameter -> !(kind.hasDefaults() && DEFAULTS.contains(parameter)));
        return Optional.of(new CacheKey(entitlement.cached(exact), entitlement.cached(brief)));
    }

    /** The names of the parameters that differ from their default. */
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
