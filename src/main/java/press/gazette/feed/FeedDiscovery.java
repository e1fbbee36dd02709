package press.gazette.feed;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import press.gazette.delivery.AlternateLinks;
import press.gazette.response.Links;

/** Links JSON resources to the feeds with the same content, so that feed readers find them. */
@Singleton
final class FeedDiscovery implements AlternateLinks {

    /**
     * Parameters that do not change which articles a listing has. Filters are not among them: filtered listings have no
     * feed.
     */
    private static final Set<String> NEUTRAL = Set.of("limit", "cursor", "fields", "include", "body", "count");

    /** A resource and the path of its feed without the extension. */
    private record Pair(Pattern resource, String feed) {}

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

    @Override
    public Optional<String> links(String path, Collection<String> parameters) {
        return PAIRS.stream()
                .filter(pair -> NEUTRAL.containsAll(parameters)
                        && pair.resource().matcher(path).matches())
                .findFirst()
                .map(pair -> alternates(pair.resource().matcher(path).replaceFirst(pair.feed())));
    }

    private String alternates(String feed) {
        return FORMATS.stream()
                .map(format -> "<%s.%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(links.to(feed), format.extension(), format.mediaType()))
                .collect(Collectors.joining(", "));
    }
}
