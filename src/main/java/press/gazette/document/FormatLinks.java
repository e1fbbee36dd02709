package press.gazette.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import press.gazette.article.reading.ArticleAddress;
import press.gazette.delivery.AlternateLinks;
import press.gazette.response.Links;

/** Links the formats of an article, JSON included, to each other. */
@Singleton
final class FormatLinks implements AlternateLinks {

    private static final Pattern ARTICLE = Pattern.compile(ArticleAddress.OF_THE_API + "([^/.]+)(\\.[^/]+)?");

    /** The media types by suffixes; JSON has none. */
    private static final Map<String, String> MEDIA_TYPES = new TreeMap<>(Map.of("", "application/json"));

    static {
        Arrays.stream(ArticleFormat.values()).forEach(format -> MEDIA_TYPES.put(format.suffix, format.mediaType));
    }

    private final Links links;

    FormatLinks(Links links) {
        this.links = links;
    }

    @Override
    public Optional<String> links(String path, Collection<String> parameters) {
        Matcher article = ARTICLE.matcher(path);
        if (!article.matches()) {
            return Optional.empty();
        }
        String address = ArticleAddress.OF_THE_API + article.group(1);
        return Optional.of(MEDIA_TYPES.entrySet().stream()
                .filter(format -> !path.equals(address + format.getKey()))
                .map(format -> "<%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(links.to(address + format.getKey()), format.getValue()))
                .collect(Collectors.joining(", ")));
    }
}
