package press.gazette.feed.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** The formats of feeds, by the extension of their addresses. */
public enum FeedFormat {
    RSS("application/rss+xml"),
    ATOM("application/atom+xml"),
    JSON("application/feed+json"),
    NINJS("application/json");

    private static final String KNOWN =
            Arrays.stream(values()).map(format -> format.extension).collect(Collectors.joining(", "));

    /** As it stands in an address behind the dot. */
    public final String extension = name().toLowerCase(Locale.ROOT);

    /** As others name it in links. */
    public final String mediaType;

    FeedFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format of that extension; refuses another one, naming those that there are. */
    public static FeedFormat parse(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no such format of feeds. The extension is one of " + KNOWN + "."));
    }

    /** The feed in this format, in UTF-8. */
    public byte[] write(Feed feed) {
        return switch (this) {
            case RSS -> RssFeed.write(feed);
            case ATOM -> AtomFeed.write(feed);
            case JSON -> JsonFeed.write(feed);
            case NINJS -> NinjsFeed.write(feed);
        };
    }

    /** As it stands in Content-Type. */
    public String contentType() {
        return mediaType + ";charset=UTF-8";
    }
}
