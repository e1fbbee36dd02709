package press.gazette.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

/** Points from what is shown as JSON to the feeds that show the same, so that feed readers find them. */
@Singleton
final class FeedDiscovery {

    /** What makes a listing another one is not among them: there is no feed of a filter. */
    private static final Set<String> SAME = Set.of("limit", "cursor", "fields", "include", "body", "count");

    /** What a feed shows the same as, and its address without the extension. */
    private record Pair(Pattern shown, String feed) {}

    private record Format(String extension, String mediaType) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(Pattern.compile("/v1/articles"), "/feeds/articles"),
            new Pair(Pattern.compile("/v1/tags/([^/]+)(?:/articles)?"), "/feeds/tags/$1"),
            new Pair(Pattern.compile("/v1/lists/([^/]+)"), "/feeds/lists/$1"));

    private static final List<Format> FORMATS = List.of(
            new Format("atom", "application/atom+xml"),
            new Format("rss", "application/rss+xml"),
            new Format("json", "application/feed+json"));

    private final Links links;

    FeedDiscovery(Links links) {
        this.links = links;
    }

    /** The value of the header Link for an answer 200; empty: no feed shows the same. */
    Optional<String> links(String path, Collection<String> parameters) {
        return PAIRS.stream()
                .filter(pair -> SAME.containsAll(parameters)
                        && pair.shown().matcher(path).matches())
                .findFirst()
                .map(pair -> alternates(pair.shown().matcher(path).replaceFirst(pair.feed())));
    }

    private String alternates(String feed) {
        return FORMATS.stream()
                .map(format -> "<%s.%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(links.to(feed), format.extension(), format.mediaType()))
                .collect(Collectors.joining(", "));
    }
}
